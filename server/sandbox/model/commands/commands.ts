import * as afterSale from './after-sale.ts'
import * as benefits from './benefits.ts'
import * as cards from './cards.ts'
import * as confirming from './confirming.ts'
import type { Desk, Wish } from './desk.ts'
import * as locking from './locking.ts'
import * as reading from './reading.ts'

type Command = (desk: Desk) => Wish | undefined

/** What guests do, and how often: selling is what the books are kept for. */
const weighted: readonly (readonly [number, Command])[] = [
  [1, reading.cinemas],
  [2, reading.schedules],
  [1, reading.seats],
  [1, reading.areaSeats],
  [4, reading.soldSeats],
  [1, reading.menu],
  [1, reading.grades],
  [1, reading.policies],
  [24, locking.lockSeats],
  [3, locking.releaseSeats],
  [12, confirming.confirmOrder],
  [7, confirming.confirmOrderForMultiPay],
  [8, confirming.confirmMixOrder],
  [7, confirming.confirmMixOrderForMultiPay],
  [6, confirming.confirmGoodsOrder],
  [5, confirming.confirmGoodsOrderForMultiPay],
  [8, afterSale.orderInfo],
  [3, afterSale.ticketInfo],
  [2, afterSale.printStatus],
  [3, afterSale.printTicket],
  [9, afterSale.refund],
  [6, afterSale.reverse],
  [2, afterSale.goodsOrderInfo],
  [3, afterSale.refundGoods],
  [3, cards.register],
  [5, cards.recharge],
  [3, cards.points],
  [2, cards.changePassword],
  [2, cards.changeOwner],
  [2, cards.cardDetail],
  [3, cards.balance],
  [2, cards.discountTickets],
  [2, cards.price],
  [2, cards.cardOrder],
  [2, cards.consumeRecords],
  [2, cards.rechargeRecords],
  [2, cards.pointsRecords],
  [3, benefits.registerBenefit],
  [3, benefits.renewBenefit],
  [2, benefits.benefitDetail],
  [2, benefits.benefitOrder],
]
const inAll = weighted.reduce((sum, [weight]) => sum + weight, 0)

function drawn(lot: number): Command | undefined {
  let upTo = 0
  return weighted.find(([weight]) => {
    upTo += weight
    return lot < upTo
  })?.[1]
}

/** A call to make now; undefined when there is nothing yet that it could be about. */
export function makeUp(desk: Desk): Wish | undefined {
  const wish = drawn(desk.dice.below(inAll))?.(desk)
  return wish && (desk.dice.percent(7) ? spoilt(desk, wish) : wish)
}

/** The same call with one thing wrong with it. */
function spoilt({ dice, channels }: Desk, wish: Wish): Wish {
  const names = Object.keys(wish.data)
  const name = dice.pick(names) ?? 'cinemaLinkId'
  const { [name]: _, ...without } = wish.data
  const has = (field: string) => names.includes(field)
  const ways: Wish[] = [
    { ...wish, data: without },
    { ...wish, data: { ...wish.data, [name]: '' } },
    { ...wish, channel: wish.channel === channels[1] ? channels[0] : channels[1] },
    ...(has('cinemaLinkId')
      ? ['999', '114', '92'].map(cinemaLinkId => ({ ...wish, data: { ...wish.data, cinemaLinkId } }))
      : []),
    ...(has('scheduleKey') ? [{ ...wish, data: { ...wish.data, scheduleKey: 'F'.repeat(32) } }] : []),
    ...(has('mobile') ? [{ ...wish, data: { ...wish.data, mobile: '1380013800' } }] : []),
    ...(has('cardNumber') ? [{ ...wish, data: { ...wish.data, cardNumber: '404' } }] : []),
  ]
  return dice.pick(ways) ?? wish
}
