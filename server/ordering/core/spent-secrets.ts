import type { OrderRecord, OrderState } from '../../journal/record.ts'

/** States from which an order may still come to a confirm that is not written down yet. */
const beforeConfirm: readonly OrderState[] = [
  'DRAFT',
  'LOCKING',
  'LOCK_UNKNOWN',
  'LOCKED',
  'PAYING',
  'CLOSING',
  'PAID',
]

/**
 * The order without the secrets that nothing can need any more. A card's password goes into the confirm and nowhere
 * else: reversal and refund name the order alone (5.11, 5.13, 6.5). The confirm's bytes, with phone number and password,
 * are sent in CONFIRMING only. What stays is the card's number, by which its tickets are counted.
 */
export function withoutSpentSecrets(order: OrderRecord): OrderRecord {
  return withoutPayload(withoutPassword(order))
}

function withoutPassword(order: OrderRecord): OrderRecord {
  if (order.card?.password === undefined || beforeConfirm.includes(order.state)) return order
  const { password: _spent, ...card } = order.card
  return { ...order, card }
}

function withoutPayload(order: OrderRecord): OrderRecord {
  const { confirm, state } = order
  if (confirm.kind === 'none' || state === 'CONFIRMING') return order
  return { ...order, confirm: { ...confirm, payload: undefined } }
}
