import { type ReactNode, useId } from 'react'
import { Card } from '#src/ui/card.tsx'

interface PanelProps {
  title: string
  /** Beside the title, at the right. */
  tools?: ReactNode
  className?: string
  children: ReactNode
}

/** One subject of the page under its own heading. */
export function Panel({ title, tools, className = '', children }: PanelProps) {
  const id = useId()
  return (
    <Card aria-labelledby={id} className={`p-4 sm:p-5 ${className}`}>
      <div className="mb-3 flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={id} className="font-display text-xl font-bold">
          {title}
        </h2>
        {tools}
      </div>
      {children}
    </Card>
  )
}
