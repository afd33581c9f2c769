import type { SandboxOrder } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { dayAndTime } from '../parts/times.ts'
import { useSandboxNow } from '../queries.ts'
import { orderMessages } from './messages.ts'

const words = {
  locked: 'lockedAt',
  confirmed: 'confirmedStep',
  tickets: 'ticketsStep',
  goods: 'goodsStep',
  refunded: 'refundedStep',
  reversed: 'reversedStep',
  failed: 'failedStep',
  'refund-failed': 'refundFailedStep',
} as const
const isKnown = (what: string): what is keyof typeof words => what in words

/** What happened to an order as a line of instants; those that are still to come are hollow. */
export function OrderLife({ life }: { life: SandboxOrder['life'] }) {
  const t = useMessages(orderMessages)
  const now = useSandboxNow() ?? Number.POSITIVE_INFINITY
  return (
    <ol aria-label={t.life} className="flex flex-wrap gap-y-3">
      {life.map(({ at, what }, i) => (
        <li key={`${at} ${what}`} className="flex min-w-28 flex-col pr-3 sm:min-w-32">
          <span className="flex items-center" aria-hidden="true">
            <span className={`size-3 shrink-0 rounded-full border-2 ${dot(what, at <= now)}`} />
            {i < life.length - 1 && <span className="mx-1.5 h-px flex-1 bg-ink-600" />}
          </span>
          <span className="mt-1.5 text-sm font-semibold">{isKnown(what) ? t[words[what]] : what}</span>
          <span className="tabular text-xs text-mist">{dayAndTime(at)}</span>
        </li>
      ))}
    </ol>
  )
}

function dot(what: string, past: boolean): string {
  const bad = /fail|refund|revers/.test(what)
  if (!past) return 'border-dashed border-mist'
  return bad ? 'border-coral bg-coral' : 'border-leaf bg-leaf'
}
