import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { yuan } from '#contract/money.ts'
import { encipher } from '../test-cards.ts'
import { evening } from '../test-cloud.ts'
import { failing, type GroundCloud, minute, openGroundCloud, slow } from '../test-ground.ts'

const cinemaLinkId = '681'
const [memberCard, benefitCard] = ['68116100001', '160527947000000002']

let box: GroundCloud
beforeEach(() => {
  box = openGroundCloud()
})
afterEach(() => box.close())

const at = (ms: number) => {
  box.clock.time = evening + ms
}
const orderInfo = (lockOrderId: string) => box.ask('getOrderInfo', { cinemaLinkId, lockOrderId }).data
const balance = () =>
  box.ask('queryBalance', { cinemaLinkId, cardNumber: memberCard, cardPassword: encipher('123456') }).data
const benefitLeft = () => {
  const { data } = box.ask('benefitCard.getCardDetail', { benefitCardNumber: benefitCard })
  return [data['availableDiscountTickets'], data['availableDailyDiscountTickets']]
}
const byMember = { paymentList: [{ paymentMethod: 'MemberCard', payCardInfo: { cardNumber: memberCard } }] }
const byBenefit = {
  paymentList: [{ paymentMethod: 'BenefitCard', payCardInfo: { benefitCardNumber: benefitCard } }],
}

/** A seat of tomorrow, to be paid with the benefit card at its price. */
function benefitRequest() {
  const show = box.show()
  const { ticketList, ...request } = box.lock(show)
  const ticketPrice = yuan(Math.max(show.lowestFen, (show.settleFen ?? 0) - 15_00))
  const claimed = ticketList.map(ticket => ({ ...ticket, ticketPrice, isBenefit: true }))
  return { ...request, ticketList: claimed, ...byBenefit }
}

describe('tickets that the cinema fails', () => {
  test('are waited for until it says so, and the seat is free from that very instant', () => {
    const show = box.show()
    const request = box.lock(show)
    const seatId = String(request.ticketList[0]?.seatId)
    expect(box.ask('confirmOrder', request, failing(2 * minute)).code).toBe('ORDER_PROCESSING')
    at(2 * minute - 1)
    expect(orderInfo(request.lockOrderId)).toMatchObject({ status: 'wait_ticket' })
    expect(box.isFree(show, seatId)).toBe(false)
    at(2 * minute)
    expect(orderInfo(request.lockOrderId)).toMatchObject({
      status: 'ticket_failed',
      tickets: [{ printStatus: 'N', refundStatus: 'N' }],
    })
    expect(box.ask('confirmOrder', request).code).toBe('ORDER_PROCESS_TIME_OUT')
    const { ticketList, ...other } = request
    expect(box.ask('confirmOrder', { ...other, ticketList, mobile: '13800138001' }).code).toBe(
      'REQUEST_PARAM_INCONFORMITY_ERROR',
    )

    const next = box.lock(show, seatId)
    expect(box.ask('confirmOrder', next).code).toBe('SUCCESS')
    at(60 * minute)
    expect(box.isFree(show, seatId)).toBe(false)
    expect(orderInfo(next.lockOrderId)).toMatchObject({ status: 'ticket_success' })
  })

  test('are told at once by a cinema that is quick to say so', () => {
    const request = box.lock(box.show())
    expect(box.ask('confirmOrder', request, failing()).code).toBe('ORDER_PROCESS_TIME_OUT')
    expect(orderInfo(request.lockOrderId)).toMatchObject({ status: 'ticket_failed' })
  })

  test('are given back to the member card then, and the records say both', () => {
    const before = balance()
    const request = { ...box.lock(box.show()), ...byMember }
    const owed = request.ticketList.map(
      ({ ticketPrice, ticketFee }) => Number(ticketPrice) + Number(ticketFee),
    )
    box.ask('confirmOrder', request, failing(2 * minute))
    at(2 * minute - 1)
    expect(Number(balance()['balance'])).toBeCloseTo(Number(before['balance']) - (owed[0] ?? 0))
    at(2 * minute)
    expect(balance()).toEqual(before)
    at(3 * minute)
    expect(balance()).toEqual(before)
  })

  test('are given back to the benefit card then, for the day as well', () => {
    const before = benefitLeft()
    expect(before).toEqual([96, expect.any(Number)])
    const request = benefitRequest()
    expect(box.ask('confirmOrder', request, failing(2 * minute)).code).toBe('ORDER_PROCESSING')
    at(2 * minute - 1)
    expect(benefitLeft()).toEqual([95, Number(before[1]) - 1])
    at(2 * minute)
    expect(benefitLeft()).toEqual(before)
  })

  test('that were reversed before are given back then, and once', () => {
    const before = balance()
    const request = { ...box.lock(box.show()), ...byMember }
    box.ask('confirmOrder', request, failing(20 * minute))
    at(12 * minute)
    const { orderId } = orderInfo(request.lockOrderId)
    expect(box.ask('reverseOrder', { cinemaLinkId, orderId }).code).toBe('SUCCESS')
    expect(balance()).toEqual(before)
    at(21 * minute)
    expect(balance()).toEqual(before)
  })

  test('fail although the sandbox was killed meanwhile', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'foyer-ground-'))
    const first = openGroundCloud(dataDir)
    const show = first.show()
    const request = { ...first.lock(show), ...byMember }
    first.ask('confirmOrder', request, failing(2 * minute))
    // Nothing is written at the end: what is in the file now is all that a killed one leaves.
    first.close()
    const second = openGroundCloud(dataDir)
    second.clock.time = evening + 2 * minute
    const { lockOrderId } = request
    const asked = { cinemaLinkId, cardNumber: memberCard, cardPassword: encipher('123456') }
    expect(second.ask('queryBalance', asked).data).toEqual(balance())
    expect(second.ask('getOrderInfo', { cinemaLinkId, lockOrderId }).data['status']).toBe('ticket_failed')
    expect(second.isFree(show, String(request.ticketList[0]?.seatId))).toBe(true)
    second.close()
    rmSync(dataDir, { recursive: true })
  })
})

describe('goods that the cinema fails', () => {
  const request = {
    cinemaLinkId,
    thirdOrderId: 'G-1',
    mobile: '13800138000',
    goodsList: [{ goodsId: '1728', count: 1, isPackage: false, salePrice: '18.00' }],
    ...byMember,
  }
  const goodsInfo = (goodsOrderId: unknown) => box.ask('getGoodsOrderInfo', { cinemaLinkId, goodsOrderId })

  test('are waited for, and then refused with the order that failed', () => {
    const before = balance()
    const waiting = box.ask('confirmGoodsOrder', request, failing(2 * minute))
    expect(waiting).toMatchObject({ code: 'SUCCESS', data: { orderStatus: 'wait_goods' } })
    const { goodsOrderId } = waiting.data
    at(2 * minute - 1)
    expect(Number(balance()['balance'])).toBe(Number(before['balance']) - 18)
    at(2 * minute)
    const failed = { ...waiting.data, orderStatus: 'goods_failed' }
    expect(box.ask('confirmGoodsOrder', request)).toMatchObject({ code: 'GOODS_ORDER_FAILED', data: failed })
    expect(goodsInfo(goodsOrderId)).toMatchObject({ code: 'SUCCESS', data: failed })
    expect(box.ask('refundGoodsOrder', { cinemaLinkId, goodsOrderId }).code).toBe('GOODS_REFUND_FAILED')
    expect(balance()).toEqual(before)
  })

  test('fail at once, too, and a new order is another one', () => {
    expect(box.ask('confirmGoodsOrder', request, failing())).toMatchObject({
      code: 'GOODS_ORDER_FAILED',
      data: { orderStatus: 'goods_failed' },
    })
    expect(box.ask('confirmGoodsOrder', { ...request, thirdOrderId: 'G-2' })).toMatchObject({
      code: 'SUCCESS',
      data: { orderStatus: 'goods_success' },
    })
  })

  test('cannot be taken back by a cinema that fails to, until it can', () => {
    const before = balance()
    const { goodsOrderId } = box.ask('confirmGoodsOrder', request).data
    const refund = { cinemaLinkId, goodsOrderId }
    const paid = balance()
    expect(box.ask('refundGoodsOrder', refund, failing(minute)).code).toBe('ORDER_PROCESSING')
    expect(goodsInfo(goodsOrderId).data['orderStatus']).toBe('refunding')
    at(minute)
    expect(goodsInfo(goodsOrderId).data['orderStatus']).toBe('refund_failed')
    expect(box.ask('confirmGoodsOrder', request).code).toBe('SUCCESS')
    expect(balance()).toEqual(paid)
    expect(box.ask('refundGoodsOrder', refund, failing()).code).toBe('GOODS_REFUND_FAILED')
    expect(box.ask('refundGoodsOrder', refund).code).toBe('SUCCESS')
    expect(goodsInfo(goodsOrderId).data['orderStatus']).toBe('refund_success')
    expect(balance()).toEqual(before)
  })
})

describe('a refund', () => {
  const sold = () => {
    const request = { ...box.lock(box.show()), ...byMember }
    const { orderId } = box.ask('confirmOrder', request).data
    return { orderId, refund: { cinemaLinkId, orderId } }
  }

  test('that is slow brings the card its money when it is done, not before', () => {
    const before = balance()
    const { refund } = sold()
    const paid = balance()
    expect(box.ask('refundOrder', refund, slow(minute)).code).toBe('ORDER_PROCESSING')
    at(minute - 1)
    expect(balance()).toEqual(paid)
    at(minute)
    expect(balance()).toEqual(before)
  })

  test('that fails leaves the money with the cinema; the next one brings it', () => {
    const before = balance()
    const { refund } = sold()
    const paid = balance()
    expect(box.ask('refundOrder', refund, failing(minute)).code).toBe('ORDER_PROCESSING')
    at(2 * minute)
    expect(balance()).toEqual(paid)
    expect(box.ask('refundOrder', refund, failing()).code).toBe('CINEMA_EXECUTOR_ERROR')
    expect(box.ask('refundOrder', refund).code).toBe('SUCCESS')
    expect(balance()).toEqual(before)
  })

  test('that failed does not count towards the refunds of its show; one on its way does', () => {
    const show = box.show('112')
    const orders = [1, 2, 3].map(() => box.ask('confirmOrder', box.lock(show)).data['orderId'])
    const refund = (nth: number, ground = slow(0)) =>
      box.ask('refundOrder', { cinemaLinkId: '112', orderId: orders[nth] }, ground).code
    expect(refund(0)).toBe('SUCCESS')
    expect(refund(1, failing(minute))).toBe('ORDER_PROCESSING')
    expect(refund(2)).toBe('OVER_REFUND_UPPER_LIMIT')
    at(minute)
    expect(refund(2)).toBe('SUCCESS')
    expect(refund(1)).toBe('OVER_REFUND_UPPER_LIMIT')
  })
})

test('a reversal that the cinema could not do may be tried again', () => {
  const request = box.lock(box.show())
  box.ask('confirmOrder', request, slow(60 * minute))
  at(12 * minute)
  const own = { cinemaLinkId, orderId: orderInfo(request.lockOrderId)['orderId'] }
  expect(box.ask('reverseOrder', own, failing()).code).toBe('REVERSE_TICKET_FAILED')
  expect(orderInfo(request.lockOrderId)['status']).toBe('wait_ticket')
  expect(box.ask('reverseOrder', own).code).toBe('SUCCESS')
})
