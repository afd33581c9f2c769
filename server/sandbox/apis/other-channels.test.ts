import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encipher, tradeNo } from '../test-cards.ts'
import { dataOf } from '../test-client.ts'
import { priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'
import { GoodsOrder, mixRequest } from '../test-goods.ts'
import { asOther, other } from '../test-member-cards.ts'

const cinemaLinkId = '681'
const own = z.looseObject({ cardOrderId: z.string().optional(), benefitCardOrderId: z.string().optional() })

/** Something of every kind, made by the first channel. */
async function makeAll(cloud: TestCloud) {
  const show = theShow(await cloud.shows(cinemaLinkId), priced.bySettle)
  const seatIds = await cloud.freeSeats(show, 1)
  const lockOrderId = await cloud.lock(show, seatIds)
  const mix = await mixRequest(cloud, show)
  const mixed = dataOf(await cloud.ask('order.confirmMixOrder', mix), z.looseObject({ orderId: z.string() }))
  const goods = {
    cinemaLinkId,
    thirdOrderId: 'SAME',
    mobile: '13800138000',
    goodsList: [{ goodsId: '1728', count: 1, isPackage: false, salePrice: '18.00' }],
  }
  const recharge = {
    cinemaLinkId,
    cardNumber: '68116100001',
    outTradeNo: tradeNo(),
    rechargeAmount: '100.00',
  }
  const renewal = {
    benefitCardNumber: '160527947000000002',
    outTradeNo: tradeNo(),
    mobile: '13800138000',
    renewAmount: '100.00',
  }
  return {
    show,
    seatIds,
    lock: {
      lockOrderId,
      confirm: cloud.confirmRequest(show, lockOrderId, seatIds),
      goodsList: mix.goodsList,
    },
    ticketOrder: await cloud.buy(show),
    mixOrder: { ...mixed, lockOrderId: mix.lockOrderId },
    goods,
    goodsOrder: dataOf(await cloud.ask('order.confirmGoodsOrder', goods), GoodsOrder),
    recharge,
    cardOrder: dataOf(await cloud.ask('card.recharge', recharge), own),
    renewal,
    benefitOrder: dataOf(await cloud.ask('benefitCard.renewBenefitCard', renewal), own),
  }
}

let cloud: TestCloud
let made: Awaited<ReturnType<typeof makeAll>>
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
  made = await makeAll(cloud)
})
afterAll(() => cloud.close())

/** A confirm that says of every ticket and line what it was paid with. */
const paid = <T extends object>(line: T, payAmount: number) => ({
  ...line,
  paymentList: [{ paymentMethod: 'Cash', payAmount: payAmount.toFixed(2) }],
})
const forMultiPay = () => ({
  ...made.lock.confirm,
  ticketList: made.lock.confirm.ticketList.map(ticket =>
    paid(ticket, Number(ticket.ticketPrice) + Number(ticket.ticketFee)),
  ),
})
const goodsForMultiPay = () =>
  made.lock.goodsList.map(line => paid(line, Number(line.salePrice) * Number(line.count)))

const named: [api: string, data: () => object, bizCode: string, ofOwner?: string][] = [
  ['seat.releaseSeats', () => ({ lockOrderId: made.lock.lockOrderId }), 'LOCKSEAT_UNMATCH'],
  ['order.confirmOrder', () => made.lock.confirm, 'LOCK_SEAT_UNSUCCESS'],
  [
    'order.confirmMixOrder',
    () => ({ ...made.lock.confirm, goodsList: made.lock.goodsList }),
    'LOCK_SEAT_UNSUCCESS',
  ],
  ['order.confirmOrderForMultiPay', forMultiPay, 'LOCK_SEAT_UNSUCCESS'],
  [
    'order.confirmMixOrderForMultiPay',
    () => ({ ...forMultiPay(), goodsList: goodsForMultiPay() }),
    'LOCK_SEAT_UNSUCCESS',
  ],
  ['order.getOrderInfo', () => ({ orderId: made.ticketOrder.orderId }), 'ORDER_NOT_FOUND'],
  ['order.getOrderInfo', () => ({ lockOrderId: made.ticketOrder.lockOrderId }), 'ORDER_NOT_FOUND'],
  ['order.getOrderInfo', () => ({ lockOrderId: made.mixOrder.lockOrderId }), 'ORDER_NOT_FOUND'],
  [
    'order.getTicketInfo',
    () => ({ confirmationId: made.ticketOrder.confirmationId }),
    'CONFIRMATIONID_WRONG',
  ],
  ['ticket.getOrderPrintStatus', () => ({ printId: made.ticketOrder.bookingId }), 'CONFIRMATIONID_WRONG'],
  ['ticket.printTicket', () => ({ printId: made.ticketOrder.bookingId }), 'CONFIRMATIONID_WRONG'],
  ['order.reverseOrder', () => ({ orderId: made.ticketOrder.orderId }), 'ORDER_NOT_FOUND'],
  ['order.refundOrder', () => ({ orderId: made.ticketOrder.orderId }), 'ORDER_NOT_FOUND'],
  ['order.reverseMixOrder', () => ({ orderId: made.mixOrder.orderId }), 'ORDER_NOT_FOUND'],
  ['order.refundMixOrder', () => ({ orderId: made.mixOrder.orderId }), 'ORDER_NOT_FOUND'],
  // Of another kind: nobody is told even so much of what is not his.
  ['order.refundOrder', () => ({ orderId: made.mixOrder.orderId }), 'ORDER_NOT_FOUND'],
  ['order.reverseOrder', () => ({ orderId: made.goodsOrder.goodsOrderId }), 'ORDER_NOT_FOUND'],
  ['order.getGoodsOrderInfo', () => ({ goodsOrderId: made.goodsOrder.goodsOrderId }), 'ORDER_NOT_FOUND'],
  ['order.refundGoodsOrder', () => ({ goodsOrderId: made.goodsOrder.goodsOrderId }), 'ORDER_NOT_FOUND'],
  ['order.refundGoodsOrder', () => ({ goodsOrderId: made.ticketOrder.orderId }), 'ORDER_NOT_FOUND'],
  ['card.getCardOrderDetail', () => ({ cardOrderId: made.cardOrder.cardOrderId }), 'ORDER_NOT_FOUND'],
  ['card.getCardOrderDetail', () => ({ outTradeNo: made.recharge.outTradeNo }), 'ORDER_NOT_FOUND'],
  [
    'benefitCard.getCardOrderDetail',
    () => ({ benefitCardOrderId: made.benefitOrder.benefitCardOrderId }),
    'BCARD_ORDER_NOT_EXIST',
  ],
  [
    'benefitCard.getCardOrderDetail',
    () => ({ outTradeNo: made.renewal.outTradeNo }),
    'BCARD_ORDER_NOT_EXIST',
  ],
]

describe('what one channel made', () => {
  test.each(named)('%s finds nothing of it for another: %#', async (api, data, bizCode) => {
    const request = { cinemaLinkId, ...data() }
    expect(await cloud.code(api, request, asOther)).toBe(bizCode)
    // Its owner is told something else, so that it is the channel that makes the difference.
    expect(await cloud.code(api, request)).not.toBe(bizCode)
  })
})

describe('a number that another channel has used', () => {
  test('is free for thirdOrderId: it is another order', async () => {
    const answer = await cloud.ask('order.confirmGoodsOrder', made.goods, asOther)
    expect(dataOf(answer, GoodsOrder).goodsOrderId).not.toBe(made.goodsOrder.goodsOrderId)
  })

  test('is free for outTradeNo, of both families', async () => {
    const filled = dataOf(await cloud.ask('card.recharge', made.recharge, asOther), own)
    expect(filled.cardOrderId).not.toBe(made.cardOrder.cardOrderId)
    const renewed = dataOf(await cloud.ask('benefitCard.renewBenefitCard', made.renewal, asOther), own)
    expect(renewed.benefitCardOrderId).not.toBe(made.benefitOrder.benefitCardOrderId)
  })

  test('is free for outLockId', async () => {
    const [first, second] = await cloud.freeSeats(made.show, 2)
    if (first === undefined || second === undefined) throw new Error('two seats are needed')
    const locked = (seatId: string, options = {}) =>
      cloud.code('seat.lockSeats', cloud.lockRequest(made.show, [seatId], 'SAME-LOCK'), options)
    expect(await locked(first)).toBe('SUCCESS')
    expect(await locked(second, asOther)).toBe('SUCCESS')
    expect(await locked(second)).toBe('LOCKSEAT_UNMATCH')
  })
})

test('a seat that one channel has sold is sold for every channel', async () => {
  const { seatIds } = made.ticketOrder
  const request = cloud.lockRequest(made.show, seatIds)
  expect(await cloud.code('seat.lockSeats', request, asOther)).toBe('LOCK_SEAT_ERROR')
})

test('a card password is enciphered with the key of the channel that sends it', async () => {
  const asked = { cinemaLinkId, cardNumber: '68116100001' }
  const code = (key?: string) =>
    cloud.code('card.queryBalance', { ...asked, cardPassword: encipher('123456', key) }, asOther)
  expect(await code(other.cardKey)).toBe('SUCCESS')
  expect(await code()).toBe('FORMAT_ERROR')
})
