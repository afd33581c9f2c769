import type { ReactNode } from 'react'
import { Skeleton } from '#src/ui/spinner.tsx'

/** What stands where there is nothing yet, and how something would come there. */
export function Blank({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="grid min-h-40 place-content-center gap-1 rounded-2xl border border-dashed border-ink-600 p-6 text-center">
      <p className="font-semibold">{title}</p>
      {children && <p className="max-w-md text-sm text-mist text-balance">{children}</p>}
    </div>
  )
}

/** Lines that are about to come. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  return (
    <div className="space-y-2" aria-hidden="true">
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <Skeleton key={i} className="h-12" />
      ))}
    </div>
  )
}
