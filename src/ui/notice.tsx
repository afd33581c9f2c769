import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'error' | 'warning' | 'info' | 'success'

interface NoticeProps {
  tone: NoticeTone
  title?: string
  children?: ReactNode
  action?: { label: string; onPress: () => void; busy?: boolean }
  className?: string
}

const tones: Record<NoticeTone, { box: string; icon: IconName; mark: string }> = {
  error: { box: 'bg-coral/10 ring-coral/50', icon: 'alert', mark: 'text-coral' },
  warning: { box: 'bg-lamp/10 ring-lamp/45', icon: 'alert', mark: 'text-lamp' },
  info: { box: 'bg-ink-800 ring-ink-600', icon: 'info', mark: 'text-sky' },
  success: { box: 'bg-leaf/10 ring-leaf/45', icon: 'check', mark: 'text-leaf' },
}

/** Something the guest should know, with the way out beside it. Readers are told at once of an error. */
export function Notice({ tone, title, children, action, className = '' }: NoticeProps) {
  const { box, icon, mark } = tones[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={`flex flex-wrap items-center gap-x-5 gap-y-3 rounded-2xl px-5 py-4 ring-1 ring-inset ${box} ${className}`}
    >
      <Icon name={icon} className={`size-7 ${mark}`} />
      <div className="min-w-48 flex-1">
        {title && <p className="text-lg font-semibold">{title}</p>}
        {children && <div className={title ? 'mt-0.5 text-base text-mist' : 'text-base'}>{children}</div>}
      </div>
      {action && (
        <Button kind="quiet" onClick={action.onPress} busy={action.busy ?? false}>
          {action.label}
        </Button>
      )}
    </div>
  )
}
