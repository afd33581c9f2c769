import { shortIdLength } from '../journal/order-list.ts'
import type { OrderRecord } from '../journal/record.ts'
import { isFresh } from './judge-order.ts'
import type { Finding, Ledgers } from './ledgers.ts'

/** What a member card has to pay of an order inside the confirm; 0 where none does. */
export function memberShareFen({ card, shares }: OrderRecord): number {
  if (card?.kind !== 'member') return 0
  return shares.reduce((sum, { by, amountFen }) => (by === 'card' ? sum + amountFen : sum), 0)
}

/** T13: what the cloud took from a member card beside the order's share, and beside what became of its tickets. */
export function judgeCard(order: OrderRecord, { cloud, cards, now }: Ledgers): Finding[] {
  const view = cloud.get(order.id)
  const keptFen = cards.get(order.id)
  if (view === undefined || keptFen === undefined) return []
  const subject = `card of ${order.id.slice(0, shortIdLength)}`
  if (view.is === 'none') {
    const kept = { subject, orderId: order.id, expectedFen: 0, foundFen: keptFen }
    return keptFen > 0 && !isFresh(order, now) ? [{ kind: 'paid-nothing', ...kept }] : []
  }
  const expectedFen = memberShareFen(order)
  if (keptFen === expectedFen) return []
  const kind = keptFen === 0 ? 'ticket-without-revenue' : 'amount-differs'
  return [{ kind, subject, orderId: order.id, expectedFen, foundFen: keptFen }]
}
