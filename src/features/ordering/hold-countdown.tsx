import { useState } from 'react'
import type { Order } from '#contract/order.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { remainingMs, spokenMomentMs } from '#src/lib/countdown.ts'
import { useAnnouncement } from '#src/ui/announcer.tsx'
import { Countdown } from '#src/ui/countdown.tsx'
import { orderingMessages } from './messages.ts'
import { useServerNow } from './queries.ts'

/** What the ring calls full; holds are estimated at about this long. */
const fullHoldMs = 8 * 60_000

interface HoldCountdownProps {
  order: Order
  /** On the screen that is about this time: it is spoken when the screen comes up, and again as it runs short. */
  spoken?: boolean
}

/** How long the seats are still the guest's, or the open payment may still be paid; by the server's clock. */
export function HoldCountdown({ order, spoken = false }: HoldCountdownProps) {
  const t = useMessages(orderingMessages)
  const now = useServerNow(order.id)
  const paying = order.status === 'paying' && order.payment !== undefined
  const endsAt = paying && order.payment ? order.payment.expiresAt : order.holdExpiresAt
  const left = remainingMs(endsAt, now)
  const label = paying ? t.payBy : t.seatsHeld
  const [first] = useState(left)
  const moment = spokenMomentMs(left)
  const seconds = Math.ceil((moment === spokenMomentMs(first) ? first : (moment ?? first)) / 1000)
  useAnnouncement(spoken && left > 0 ? t.timeLeft(label, Math.trunc(seconds / 60), seconds % 60) : undefined)
  return <Countdown remainingMs={left} totalMs={fullHoldMs} label={label} />
}
