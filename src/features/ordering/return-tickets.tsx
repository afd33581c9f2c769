import { useState } from 'react'
import { priceLabel } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Button } from '#src/ui/button.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { orderingMessages } from './messages.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { useReturnTickets, useServerNow } from './queries.ts'
import { refundTerms } from './refund-rule.ts'
import { RefundRuleNotice } from './refund-rule-notice.tsx'

/** What this cinema's rule says of giving the tickets back, and where it still allows it the way to do so. */
export function ReturnTickets({ order }: { order: Order }) {
  const t = useMessages(orderingMessages)
  const [asking, setAsking] = useState(false)
  const nowMs = useServerNow(order.id)
  const giveBack = useReturnTickets()
  const { startsAt } = order.show
  const open = refundTerms(order.refund, startsAt, nowMs).kind === 'until'
  const tickets = t.ticketCount(order.quote.lines.length)
  const amount = priceLabel(order.quote.totalFen)
  return (
    <section aria-label={t.returnTitle} className="space-y-4 rounded-card bg-ink-900 p-5">
      {order.reason === 'return-refused' && <Notice tone="warning">{t.returnRefused}</Notice>}
      <RefundRuleNotice rule={order.refund} startsAt={startsAt} nowMs={nowMs} />
      {giveBack.error && <ProblemNotice error={giveBack.error} />}
      {open && !asking && (
        <Button kind="quiet" className="w-full" onClick={() => setAsking(true)}>
          {t.returnAsk}
        </Button>
      )}
      {open && asking && (
        <fieldset className="space-y-3">
          <legend className="text-lg font-semibold">{t.returnQuestion(tickets, amount)}</legend>
          <p className="text-base text-mist">{t.returnHint}</p>
          <div className="flex flex-wrap gap-3">
            <Button
              kind="danger"
              className="flex-1"
              busy={giveBack.isPending}
              onClick={() => giveBack.mutate(order.id, { onSettled: () => setAsking(false) })}
            >
              {t.returnYes}
            </Button>
            <Button className="flex-1" onClick={() => setAsking(false)}>
              {t.returnNo}
            </Button>
          </div>
        </fieldset>
      )}
    </section>
  )
}
