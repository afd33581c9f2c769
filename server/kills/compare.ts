import { grouped } from './grouped.ts'
import { type CloudOrder, isSettled, type JournalOrder, type Ledgers } from './ledgers.ts'
import type { Books } from './provider-control.ts'

/** What can be wrong between three ledgers. */
export type DifferenceKind =
  | 'paid and nothing'
  | 'ticket and refund'
  | 'two tickets'
  | 'amount differs'
  | 'ticket without revenue'
  | 'payment without order'
  | 'refund without order'
  | 'ticket shown and void'
  | 'journal differs from provider'
  | 'journal differs from cloud'
  | 'never settled'

export interface Difference {
  kind: DifferenceKind
  /** The journal's, when there is one. */
  orderId: string | undefined
  /** Numbers and amounts in fen, for whoever looks into it. */
  detail: string
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, fen) => total + fen, 0)
const isOut = ({ status }: CloudOrder) => status === 'ticket_success'

/** Every difference between journal, cloud and provider, to the fen; none when money and tickets agree. */
export function compare({ journal, cloud, provider, visits }: Ledgers): Difference[] {
  const tickets = grouped(cloud.filter(isOut), order => order.lockId)
  const shown = new Set(visits.filter(visit => visit.hasTickets).map(visit => visit.orderId))
  return [
    ...journal.flatMap(order => {
      const own = order.lockId === null ? [] : (tickets.get(order.lockId) ?? [])
      return ofOrder(order, own, provider, shown.has(order.id))
    }),
    ...ofNobody(journal, cloud, provider),
    ...soldTwice(cloud),
  ]
}

/** What is wrong with one order of the journal, given the tickets that the cloud has out for it. */
function ofOrder(
  order: JournalOrder,
  tickets: readonly CloudOrder[],
  provider: Books,
  isShown: boolean,
): Difference[] {
  const numbers = new Set(order.payments.map(payment => payment.outTradeNo))
  const paidFen = sum(provider.trades.filter(one => numbers.has(one.outTradeNo)).map(paidOf))
  const backFen = sum(
    provider.refunds
      .filter(one => one.state === 'SUCCESS' && numbers.has(one.outTradeNo))
      .map(refund => refund.amountFen),
  )
  const ticketFen = sum(tickets.flatMap(({ seats }) => seats.map(seat => seat.fen)))
  const isGood = tickets.length > 0
  const detail = `${order.state}: paid ${paidFen}, paid back ${backFen}, tickets ${ticketFen}`
  const found = (when: boolean, kind: DifferenceKind): Difference[] =>
    when ? [{ kind, orderId: order.id, detail }] : []
  const keptFen = paidFen - backFen
  return [
    ...found(!isSettled(order), 'never settled'),
    ...found(tickets.length > 1, 'two tickets'),
    ...found(isGood && paidFen === 0, 'ticket without revenue'),
    ...found(isGood && paidFen > 0 && keptFen <= 0, 'ticket and refund'),
    ...found(isGood && keptFen > 0 && keptFen !== ticketFen, 'amount differs'),
    ...found(!isGood && keptFen > 0, 'paid and nothing'),
    ...found(!isGood && keptFen < 0, 'amount differs'),
    ...found(!isGood && isShown, 'ticket shown and void'),
    ...found(isGood !== (order.state === 'TICKETED'), 'journal differs from cloud'),
    ...found(differsFromProvider(order, provider), 'journal differs from provider'),
  ]
}

function differsFromProvider(order: JournalOrder, provider: Books): boolean {
  const trades = new Map(provider.trades.map(trade => [trade.outTradeNo, paidOf(trade)]))
  const refunds = new Map(provider.refunds.map(refund => [refund.outRefundNo, refund]))
  return (
    order.payments.some(({ outTradeNo, paidFen }) => paidFen !== (trades.get(outTradeNo) ?? 0)) ||
    order.refunds.some(({ outRefundNo, amountFen, state }) => {
      const theirs = refunds.get(outRefundNo)
      const isBack = theirs?.state === 'SUCCESS' && theirs.amountFen === amountFen
      return isBack !== (state === 'SUCCESS')
    })
  )
}

/** Money and tickets that no order of the journal stands for. */
function ofNobody(
  journal: readonly JournalOrder[],
  cloud: readonly CloudOrder[],
  provider: Books,
): Difference[] {
  const locks = new Set(journal.map(order => order.lockId))
  const payments = new Set(journal.flatMap(order => order.payments.map(one => one.outTradeNo)))
  const refunds = new Set(journal.flatMap(order => order.refunds.map(one => one.outRefundNo)))
  return [
    ...cloud
      .filter(order => isOut(order) && !locks.has(order.lockId))
      .map(order => nobodys('ticket without revenue', `cloud order ${order.orderId}`)),
    ...provider.trades
      .filter(trade => paidOf(trade) > 0 && !payments.has(trade.outTradeNo))
      .map(trade => nobodys('payment without order', `${trade.outTradeNo}: ${trade.paidFen}`)),
    ...provider.refunds
      .filter(refund => !refunds.has(refund.outRefundNo))
      .map(refund => nobodys('refund without order', `${refund.outRefundNo}: ${refund.amountFen}`)),
  ]
}

/** Seats for which two tickets are out. */
function soldTwice(cloud: readonly CloudOrder[]): Difference[] {
  const sold = cloud
    .filter(isOut)
    .flatMap(({ scheduleId, orderId, seats }) =>
      seats.map(({ seatId }) => [`${scheduleId} ${seatId}`, orderId]),
    )
  return [...grouped(sold, ([seat]) => seat)]
    .filter(([, orders]) => orders.length > 1)
    .map(([seat, orders]) =>
      nobodys('two tickets', `${seat}: cloud orders ${orders.map(([, id]) => id).join()}`),
    )
}

const nobodys = (kind: DifferenceKind, detail: string): Difference => ({ kind, orderId: undefined, detail })
const paidOf = ({ state, paidFen }: Books['trades'][number]) => (state === 'paid' ? paidFen : 0)
