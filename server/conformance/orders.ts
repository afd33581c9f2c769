import { z } from 'zod'
import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Counter, Goods } from './menu.ts'
import type { Numbers } from './numbers.ts'
import { once } from './once.ts'
import { fenOf, objectIn, Text, yuanOf } from './reading.ts'
import { type Bought, type ConfirmRequest, type Lock, lineFen, type Sale } from './sale.ts'
import type { SeatPlans } from './seat-plans.ts'

/** An order of goods alone that the run has bought. */
export interface BoughtGoods {
  api: string
  request: object
  answer: Answer
  goodsOrderId: string
  totalFen: number
}

/**
 * The orders that a run buys, each once and only when the first rule asks for it; all rules about one kind of order
 * look at the same one, so that a run leaves as little behind as can be.
 */
export interface Orders {
  /** Two tickets, by confirmOrder. */
  tickets(): Promise<Bought>
  /** A ticket and goods, by confirmMixOrder. */
  mixed(): Promise<Bought>
  /** A ticket, by confirmOrderForMultiPay; it is the one that is printed. */
  multiPaid(): Promise<Bought>
  /** A ticket and goods, by confirmMixOrderForMultiPay. */
  mixedMultiPaid(): Promise<Bought>
  goods(): Promise<BoughtGoods>
  goodsMultiPaid(): Promise<BoughtGoods>
  /** The order of `tickets` given back: whatever was answered. */
  ticketsRefund(): Promise<Answer>
  mixedRefund(): Promise<Answer>
  goodsRefund(): Promise<Answer>
}

export interface OrdersParts {
  caller: Caller
  sale: Sale
  plans: SeatPlans
  counter: Counter
  numbers: Numbers
  cinemaLinkId: string
}

const GoodsOrdered = z.object({ goodsOrderId: Text, totalGoodsPrice: Text.optional() })

export function createOrders({ caller, sale, plans, counter, numbers, cinemaLinkId }: OrdersParts): Orders {
  async function locked(seats: number): Promise<Lock> {
    const show = await sale.aShow()
    return sale.lock(show, await plans.freeSeats(show, seats))
  }
  async function buyTickets(seats: number) {
    const lock = await locked(seats)
    return sale.buy('order.confirmOrder', lock, sale.confirmRequest(lock))
  }
  async function buyMixed() {
    const goods = await counter.firstGoods()
    const lock = await locked(1)
    const request = { ...sale.confirmRequest(lock), goodsList: [goodsLine(goods)] }
    return sale.buy('order.confirmMixOrder', lock, request)
  }
  async function buyMultiPaid() {
    const lock = await locked(1)
    return sale.buy('order.confirmOrderForMultiPay', lock, multiPaid(sale.confirmRequest(lock), numbers))
  }
  async function buyMixedMultiPaid() {
    const goods = await counter.firstGoods()
    const lock = await locked(1)
    const request = {
      ...multiPaid(sale.confirmRequest(lock), numbers),
      goodsList: [multiPaidGoods(goodsLine(goods), numbers)],
    }
    return sale.buy('order.confirmMixOrderForMultiPay', lock, request)
  }
  async function buyGoods(api: string, lineOf: (line: GoodsLine) => object): Promise<BoughtGoods> {
    const goods = await counter.firstGoods()
    const request = goodsRequest(cinemaLinkId, numbers.next(), [lineOf(goodsLine(goods, 2))])
    const answer = await caller.must(api, request)
    const { goodsOrderId } = objectIn(answer, GoodsOrdered)
    return { api, request, answer, goodsOrderId, totalFen: goods.priceFen * 2 }
  }

  const tickets = once(() => buyTickets(2))
  const mixed = once(buyMixed)
  const goods = once(() => buyGoods('order.confirmGoodsOrder', line => line))
  return {
    tickets,
    mixed,
    goods,
    multiPaid: once(buyMultiPaid),
    mixedMultiPaid: once(buyMixedMultiPaid),
    goodsMultiPaid: once(() =>
      buyGoods('order.confirmGoodsOrderForMultiPay', line => multiPaidGoods(line, numbers)),
    ),
    ticketsRefund: once(async () =>
      caller.ask('order.refundOrder', { cinemaLinkId, orderId: (await tickets()).orderId }),
    ),
    mixedRefund: once(async () =>
      caller.ask('order.refundMixOrder', { cinemaLinkId, orderId: (await mixed()).orderId }),
    ),
    goodsRefund: once(async () =>
      caller.ask('order.refundGoodsOrder', { cinemaLinkId, goodsOrderId: (await goods()).goodsOrderId }),
    ),
  }
}

export interface GoodsLine {
  goodsId: string
  count: string
  isPackage: boolean
  salePrice: string
}

export const goodsLine = ({ goodsId, isPackage, priceFen }: Goods, count = 1): GoodsLine => ({
  goodsId,
  count: String(count),
  isPackage,
  salePrice: yuanOf(priceFen),
})

export const goodsRequest = (cinemaLinkId: string, thirdOrderId: string, goodsList: readonly object[]) => ({
  cinemaLinkId,
  thirdOrderId,
  mobile: '13800138000',
  goodsList,
})

/** The confirm with a paymentList for every ticket: half from Alipay, the rest from the partner (5.4.3). */
export const multiPaid = (request: ConfirmRequest, numbers: Numbers) => ({
  ...request,
  ticketList: request.ticketList.map(line => ({
    ...line,
    paymentList: paymentsOver(lineFen(line), numbers),
  })),
})

export const multiPaidGoods = (line: GoodsLine, numbers: Numbers) => ({
  ...line,
  paymentList: paymentsOver((fenOf(line.salePrice) ?? 0) * Number(line.count), numbers),
})

/** Two payments that add up to the sum, to the fen. */
export function paymentsOver(sumFen: number, numbers: Numbers): object[] {
  const half = Math.trunc(sumFen / 2)
  return [
    {
      paymentMethod: 'Ali',
      payAmount: yuanOf(half),
      thirdPartPayment: { thirdTradeNo: numbers.next(), outTradeNo: numbers.next() },
    },
    { paymentMethod: 'Corp', payAmount: yuanOf(sumFen - half) },
  ]
}
