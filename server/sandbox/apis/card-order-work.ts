import type { CardOrder } from '../cloud/card-orders.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { type CardOrderDone, type CardOrderKind, cardFamilies } from './card-order-kind.ts'

/** What an order says that was carried out. */
export function answering(
  { family, outTradeNo, cardOrderId }: Pick<CardOrder, 'family' | 'outTradeNo' | 'cardOrderId'>,
  { answer, ...done }: CardOrderDone,
) {
  return {
    ...done,
    answer: JSON.stringify({ outTradeNo, [cardFamilies[family].idName]: cardOrderId, ...answer }),
  }
}

/** What an order says that is still to be carried out: a card to be given out has no number before it is. */
export const announced = (type: CardOrder['type'], { answer: _, cardNumber, ...done }: CardOrderDone) => ({
  ...done,
  cardNumber: type === 'register' ? null : cardNumber,
  answer: null,
})

/** Carries out an order that the cinema has got to by now, as of the instant when it did. */
export function settleCardOrder<Wish>(cloud: Cloud, order: CardOrder, kind: CardOrderKind<Wish>): void {
  const { cardOrderId, answeredAt } = order
  const wish = kind.wish.parse(JSON.parse(order.wish ?? 'null'))
  try {
    const done = cloud.inTransaction(() => kind.carryOut(wish, { cloud, now: answeredAt, cardOrderId }))
    cloud.cardOrders.finish(cardOrderId, done.cardNumber, answering(order, done).answer)
  } catch (error) {
    // The card has changed since the order was taken, so that the cinema cannot do it any more.
    if (!(error instanceof BizRefusal)) throw error
    cloud.cardOrders.fail(cardOrderId)
  }
}

/** What `work` would do, which is undone again. @throws whatever it throws */
export function rehearsed<T>(cloud: Cloud, work: () => T): T {
  const undo = new Error('only a rehearsal')
  let done: { value: T } | undefined
  try {
    cloud.inTransaction(() => {
      done = { value: work() }
      throw undo
    })
  } catch (error) {
    if (error !== undo || !done) throw error
    return done.value
  }
  throw undo
}
