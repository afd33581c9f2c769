import { z } from 'zod'
import type { Answer } from '../test-client.ts'
import { type Books, goodsStatusOf, isGivenBack } from './books.ts'
import { businessDayAt, dayAt, daysAfter } from './calendar.ts'
import { holdings } from './card-ledger.ts'
import { cipherInto, keyOf, type ModelChannel } from './commands/desk.ts'
import type { Run } from './run.ts'
import { judged, type Settled } from './try-out.ts'
import { fen, matches } from './verdict.ts'

/** What is in the books together; money in fen. */
export interface Totals {
  soldSeats: number
  orders: number
  ticketsFen: number
  feesFen: number
  goodsFen: number
  /** Tickets and fees of orders that were given back. */
  backFen: number
  cardsFen: number
  cardTimes: number
}

const nothing = (): Totals => ({
  soldSeats: 0,
  orders: 0,
  ticketsFen: 0,
  feesFen: 0,
  goodsFen: 0,
  backFen: 0,
  cardsFen: 0,
  cardTimes: 0,
})

const OrderTold = z.looseObject({
  tickets: z.array(
    z.looseObject({ ticketPrice: z.string(), ticketFee: z.string(), refundStatus: z.string() }),
  ),
  goodsOrder: z
    .looseObject({ goods: z.array(z.looseObject({ salePrice: z.string(), count: z.int() })) })
    .optional(),
})
const GoodsTold = z.looseObject({ totalGoodsPrice: z.string(), orderStatus: z.string() })
const SeatsTold = z.looseObject({
  sectionList: z.array(z.looseObject({ seats: z.array(z.unknown()) })),
})
const BalanceTold = z.looseObject({ balance: z.string().optional(), availableTimes: z.int().optional() })

/**
 * Asks about everything that the model has in its books, one by one, and adds up what is answered: item by item and
 * in all it has to be what the model holds.
 *
 * @throws Disagreement, AssertionError
 */
export async function audit(run: Run, channels: readonly ModelChannel[]): Promise<Totals> {
  const { books, cloud } = run
  const [first] = channels
  if (!first) throw new Error('nobody asks')
  const as = (channelCode: string) => channels.find(channel => channel.channelCode === channelCode) ?? first
  const told = nothing()
  const ask = async (api: string, data: Settled['data'], channel = first): Promise<Answer> =>
    judged(run, { api, data, channel, slowMs: 0 })

  for (const show of showsToCount(books, cloud.clock.now()))
    for (const sectionId of show.sectionIds)
      addSeats(told, await ask('seat.getScheduleSoldSeats', { ...keyOf(show), sectionId }))
  for (const { cinemaLinkId, lockOrderId, channel } of [...books.orders.values()])
    addOrder(told, await ask('order.getOrderInfo', { cinemaLinkId, lockOrderId }, as(channel)))
  for (const { cinemaLinkId, goodsOrderId, channel } of books.goodsOrders.values())
    addGoods(told, await ask('order.getGoodsOrderInfo', { cinemaLinkId, goodsOrderId }, as(channel)))
  for (const { cinemaLinkId, cardNumber, password } of books.memberCards.values()) {
    const card = { cinemaLinkId, cardNumber }
    await ask('card.getCardDetail', card)
    const cardPassword = cipherInto(books, first)(password)
    addBalance(told, await ask('card.queryBalance', { ...card, cardPassword }))
    const endDate = dayAt(cloud.clock.now())
    for (const kind of ['Consume', 'Recharge', 'Points'])
      await ask(`card.getCard${kind}Records`, { ...card, startDate: daysAfter(endDate, -90), endDate })
  }
  for (const { cardNumber } of books.benefitCards.values())
    await ask('benefitCard.getCardDetail', { benefitCardNumber: cardNumber })
  matches(told, expectedTotals(books, cloud.clock.now()), 'totals')
  return told
}

/** The till's sales of shows long over are not kept. */
const showsToCount = (books: Books, now: number) =>
  [...books.shows.values()].filter(show => show.day >= daysAfter(businessDayAt(now), -1))

function addSeats(told: Totals, answer: Answer): void {
  const { sectionList } = SeatsTold.parse(answer.data?.data)
  told.soldSeats += sectionList.reduce((sum, section) => sum + section.seats.length, 0)
}

function addOrder(told: Totals, answer: Answer): void {
  const { tickets, goodsOrder } = OrderTold.parse(answer.data?.data)
  told.orders += 1
  for (const { ticketPrice, ticketFee, refundStatus } of tickets) {
    told.ticketsFen += fen(ticketPrice)
    told.feesFen += fen(ticketFee)
    if (refundStatus === 'Y') told.backFen += fen(ticketPrice) + fen(ticketFee)
  }
  for (const { salePrice, count } of goodsOrder?.goods ?? []) told.goodsFen += fen(salePrice) * count
}

function addGoods(told: Totals, answer: Answer): void {
  const { totalGoodsPrice, orderStatus } = GoodsTold.parse(answer.data?.data)
  told.orders += 1
  told.goodsFen += fen(totalGoodsPrice)
  if (orderStatus === 'refund_success') told.backFen += fen(totalGoodsPrice)
}

function addBalance(told: Totals, answer: Answer): void {
  const { balance = '0', availableTimes = 0 } = BalanceTold.parse(answer.data?.data)
  told.cardsFen += fen(balance)
  told.cardTimes += availableTimes
}

function expectedTotals(books: Books, now: number): Partial<Totals> {
  const orders = [...books.orders.values()]
  const goodsOrders = [...books.goodsOrders.values()]
  const cards = [...books.memberCards.values()].map(card => holdings(card, now))
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const goodsFen = (goods: { saleFen: number; count: number }[]) =>
    sum(goods.map(line => line.saleFen * line.count))
  const tickets = orders.flatMap(order => order.tickets)
  const back = orders.filter(order => isGivenBack(order, now)).flatMap(order => order.tickets)
  const goodsBack = goodsOrders.filter(order => goodsStatusOf(order, now) === 'refund_success')
  return {
    orders: orders.length + goodsOrders.length,
    ticketsFen: sum(tickets.map(ticket => ticket.ticketFen)),
    feesFen: sum(tickets.map(ticket => ticket.feeFen)),
    goodsFen: goodsFen([...orders, ...goodsOrders].flatMap(order => order.goods)),
    backFen:
      sum(back.map(ticket => ticket.ticketFen + ticket.feeFen)) +
      goodsFen(goodsBack.flatMap(order => order.goods)),
    cardsFen: sum(cards.map(card => card.fen)),
    cardTimes: sum(cards.map(card => card.times)),
  }
}
