import { randomBytes } from 'node:crypto'
import { IntentId } from '#contract/ids.ts'
import type { OrderRecord, OrderState, PaymentRecord } from '../../server/journal/record.ts'
import type { MovieCloud } from '../../server/moviecloud/gateway-types.ts'
import { confirmRequest } from '../../server/ordering/confirm-request.ts'
import { draft } from '../../server/ordering/draft.ts'
import type { Place } from '../orders/places.ts'

/** An order as it was first written down, and as the crash has left it. */
export interface OpenOrder {
  readonly drafted: OrderRecord
  readonly left: OrderRecord
}

const minuteMs = 60_000
const provider = 'alipay'
const mobile = '13800138000'

/** What was under way when the server died, by turns: the lock, the payment, the confirm, the refund. */
const moments: readonly ((
  order: OrderRecord,
  freeze: MovieCloud['freezeConfirm'],
) => Partial<OrderRecord>)[] = [
  order => ({ state: 'LOCKING', lock: { kind: 'sent', at: order.createdAt } }),
  order => paying(order, 'PAYING', {}),
  (order, freeze) => {
    const paid = paying(order, 'CONFIRMING', paidIn(order))
    const payload = freeze(confirmRequest({ ...order, ...paid }, mobile))
    const at = order.createdAt
    const unanswered = { count: 1, notProcessed: 0, negatives: 0, lastCode: undefined }
    return { ...paid, confirm: { kind: 'sent', payload, firstAt: at, lastAt: at, ...unanswered } }
  },
  order => ({
    ...paying(order, 'REFUNDING', paidIn(order)),
    decision: { kind: 'REFUND', at: order.createdAt },
    refunds: [
      {
        outRefundNo: `${tradeNo(order)}R1`,
        outTradeNo: tradeNo(order),
        amountFen: order.quote.totalFen,
        createdAt: order.createdAt,
        state: 'SENT',
        tries: 1,
        polls: 0,
        lastAt: order.createdAt,
      },
    ],
  }),
]

/**
 * So many orders as a crash leaves them, all overdue. Neither the cloud nor the provider knows them: both are asked
 * about each, and say so.
 *
 * @param now epoch ms; the last of them was begun a minute before
 */
export function openOrders(
  count: number,
  places: readonly [Place, ...Place[]],
  freeze: MovieCloud['freezeConfirm'],
  now: number,
): OpenOrder[] {
  return Array.from({ length: count }, (_, nth) => {
    const { offer } = places[nth % places.length] ?? places[0]
    const wish = { intentId: IntentId.parse(crypto.randomUUID()), intentDigest: 'bench' }
    // Each in a millisecond of its own, from which its number at the cloud is made.
    const drafted = draft(wish, offer, randomBytes, now - minuteMs - nth)
    const shares = [{ by: provider, amountFen: offer.quote.totalFen }] as const
    const moment = moments[nth % moments.length]
    return { drafted, left: { ...drafted, shares, ...moment?.({ ...drafted, shares }, freeze) } }
  })
}

/** One trade number an order. */
function tradeNo({ id }: OrderRecord): string {
  return `R${id.replace(/\W/g, '').slice(0, 20)}`
}

function paying(order: OrderRecord, state: OrderState, money: Partial<PaymentRecord>): Partial<OrderRecord> {
  const at = order.createdAt
  return {
    state,
    lock: { kind: 'held', lockId: `L${order.id}`, at, releaseTries: 0, releaseAt: undefined },
    payments: [
      {
        outTradeNo: tradeNo(order),
        provider,
        amountFen: order.quote.totalFen,
        createdAt: at,
        expiresAt: at + 7 * minuteMs,
        state: { kind: 'open', qr: 'https://qr.alipay.com/bench', declined: false },
        role: undefined,
        createTries: 1,
        createAt: at,
        closeTries: 0,
        closeAt: undefined,
        lastAskedAt: undefined,
        ...money,
      },
    ],
  }
}

function paidIn({ quote, createdAt, id }: OrderRecord): Partial<PaymentRecord> {
  return {
    role: 'ACCEPTED',
    state: { kind: 'paid', paidFen: quote.totalFen, paidAt: createdAt, transactionId: `T${id}` },
  }
}
