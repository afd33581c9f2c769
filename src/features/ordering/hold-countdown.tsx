import type { Order } from '#contract/order.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { remainingMs } from '#src/lib/countdown.ts'
import { Countdown } from '#src/ui/countdown.tsx'
import { orderingMessages } from './messages.ts'
import { useServerNow } from './queries.ts'

/** What the ring calls full; holds are estimated at about this long. */
const fullHoldMs = 8 * 60_000

/** How long the seats are still the guest's, or the open payment may still be paid; by the server's clock. */
export function HoldCountdown({ order }: { order: Order }) {
  const t = useMessages(orderingMessages)
  const now = useServerNow(order.id)
  const paying = order.status === 'paying' && order.payment !== undefined
  const endsAt = paying && order.payment ? order.payment.expiresAt : order.holdExpiresAt
  return (
    <Countdown
      remainingMs={remainingMs(endsAt, now)}
      totalMs={fullHoldMs}
      label={paying ? t.payBy : t.seatsHeld}
    />
  )
}
