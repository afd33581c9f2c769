import type { OrderCard, OrderRecord, Share } from '../journal/record.ts'
import type { ConfirmRequest, LinePayment, PayingCard } from '../moviecloud/gateway-types.ts'
import { type Piece, splitShares } from './split-shares.ts'

/**
 * What the cloud is to be told once the order is paid. An order that is paid in parts says for every line which part
 * paid how much of it (5.4.3, 5.6.3, 6.3.3).
 *
 * @param mobile the guest's own number, or the cinema's contact
 * @throws Error when the order has no lock, or a share by card no card: it must not have come so far
 */
export function confirmRequest(order: OrderRecord, mobile: string): ConfirmRequest {
  const { quote, shares, card, ref, lock } = order
  const lines = [
    ...quote.lines.map(({ ticketFen, feeFen, deal }) => ({
      amountFen: ticketFen + feeFen,
      dealt: deal === 'member',
    })),
    ...quote.goods.map(({ unitFen, count }) => ({ amountFen: unitFen * count, dealt: false })),
  ]
  const pieces = shares.length > 1 ? splitShares(lines, shares) : []
  const paid = (at: number, discounted: boolean) => {
    const own = pieces[at]
    return own === undefined ? {} : { payments: own.map(piece => linePayment(order, piece, discounted)) }
  }
  const tickets = quote.lines.map(({ seatId, ticketFen, feeFen, deal }, at) => ({
    seatId,
    ticketFen,
    feeFen,
    ...(deal !== undefined && { deal }),
    ...paid(at, deal !== undefined),
  }))
  const goods = quote.goods.map(({ goodsId, count, unitFen, isPackage }, at) => ({
    goodsId,
    count,
    unitFen,
    isPackage,
    ...paid(tickets.length + at, false),
  }))
  const of = { mobile, goods, ...(pieces.length === 0 && wholeCard(card, shares)) }
  if (order.kind === 'goods')
    return { ...of, kind: 'goods', cinemaId: ref.cinemaId, goodsOrderNo: order.lockRequestId }
  if (lock.kind !== 'held' || !('scheduleId' in ref)) throw new Error('A confirm of tickets needs a lock.')
  return { ...of, kind: order.kind, show: ref, lockId: lock.lockId, tickets }
}

/** A member card is named where it pays; a benefit card wherever its price was given. */
function wholeCard(card: OrderCard | undefined, shares: readonly Share[]): { card?: PayingCard } {
  const named = card?.kind === 'benefit' || shares.some(share => share.by === 'card')
  return card !== undefined && named ? { card: payingCard(card) } : {}
}

/** What of the order's card the cloud has to know. */
function payingCard({ kind, number, cinemaId, password }: OrderCard): PayingCard {
  return { kind, number, cinemaId, ...(password !== undefined && { password }) }
}

function linePayment(order: OrderRecord, piece: Piece, discounted: boolean): LinePayment {
  const { amountFen } = piece
  const { by } = piece.share
  switch (by) {
    case 'card':
      if (order.card === undefined) throw new Error('A share by card needs the card.')
      return { by: 'card', amountFen, card: payingCard(order.card), discounted }
    case 'alipay':
    case 'wechat': {
      const payment = order.payments.find(one => one.provider === by && one.role === 'ACCEPTED')
      if (payment?.state.kind !== 'paid') throw new Error('A confirm needs its money.')
      const { outTradeNo } = payment
      return { by, amountFen, outTradeNo, transactionId: payment.state.transactionId }
    }
    case 'sandbox':
    case 'cash':
      return { by: 'other', amountFen }
  }
}
