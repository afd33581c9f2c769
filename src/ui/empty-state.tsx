import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

interface EmptyStateProps {
  icon: IconName
  title: string
  children?: ReactNode
  action?: { label: string; onPress: () => void; busy?: boolean }
}

/** What stands where nothing can: what is the matter, and what can be done. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div
      role="status"
      className="m-auto flex max-w-xl animate-fade flex-col items-center gap-4 py-16 text-center"
    >
      <span className="grid size-24 place-items-center rounded-full bg-ink-850 text-lamp ring-1 ring-inset ring-ink-700">
        <Icon name={icon} className="size-11" />
      </span>
      <h2 className="font-display text-3xl font-bold text-balance">{title}</h2>
      {children && <div className="text-lg text-mist text-balance">{children}</div>}
      {action && (
        <Button
          kind="quiet"
          size="large"
          onClick={action.onPress}
          busy={action.busy ?? false}
          className="mt-3"
        >
          {action.label}
        </Button>
      )}
    </div>
  )
}
