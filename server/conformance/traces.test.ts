import { expect, test } from 'vitest'
import { readAnswer } from './answer.ts'
import type { LoggedCall } from './caller.ts'
import { tracesOf } from './traces.ts'

const cinemaLinkId = '681'

/** A call that was answered with this code and object, or not at all. */
function call(api: string, data: object, bizCode?: string, answered: object = {}): LoggedCall {
  if (bizCode === undefined) return { api, data, ms: 1 }
  const body = JSON.stringify({ retCode: '0', data: { bizCode, data: answered } })
  const exchange = { api, method: 'POST', parameters: {}, status: 200, encoding: '', body, ms: 1 } as const
  return { api, data, ms: 1, answer: readAnswer(exchange) }
}
const lock = call('seat.lockSeats', { cinemaLinkId, outLockId: '1' }, 'SUCCESS', { lockOrderId: 'L' })
const confirm = { cinemaLinkId, lockOrderId: 'L' }
const bought = call('order.confirmOrder', confirm, 'SUCCESS', { orderId: 'O' })
const order = { kind: 'order', mixed: false, cinemaLinkId, lockOrderId: 'L', orderId: 'O' }
const goods = { cinemaLinkId, thirdOrderId: 'T' }

test.each<[string, LoggedCall[], object[]]>([
  ['a lock stays', [lock], [{ kind: 'lock', cinemaLinkId, lockOrderId: 'L' }]],
  ['a released one does not', [lock, call('seat.releaseSeats', confirm, 'SUCCESS', confirm)], []],
  [
    'a release that was refused takes nothing away',
    [lock, call('seat.releaseSeats', confirm, 'UN_LOCK_SEAT_UNSUCCESS')],
    [{ kind: 'lock', cinemaLinkId, lockOrderId: 'L' }],
  ],
  [
    'a lock without an answer may be there',
    [call('seat.lockSeats', { cinemaLinkId, outLockId: '1' })],
    [{ kind: 'lost-lock', outLockId: '1' }],
  ],
  ['a confirm makes an order of a lock', [lock, bought], [order]],
  [
    'a confirm without an answer may have made one',
    [lock, call('order.confirmMixOrder', confirm)],
    [{ ...order, mixed: true, orderId: undefined }],
  ],
  ['and its repetition tells which', [lock, call('order.confirmOrder', confirm), bought], [order]],
  [
    'an order that waits is one',
    [lock, call('order.confirmOrder', confirm, 'ORDER_PROCESSING')],
    [{ ...order, orderId: undefined }],
  ],
  [
    'a refused confirm leaves the lock',
    [lock, call('order.confirmOrder', confirm, 'TICKET_FEE_ERROR')],
    [{ kind: 'lock', cinemaLinkId, lockOrderId: 'L' }],
  ],
  [
    'an order given back is gone',
    [lock, bought, call('order.refundOrder', { cinemaLinkId, orderId: 'O' }, 'SUCCESS')],
    [],
  ],
  [
    'one whose refund was refused is not',
    [lock, bought, call('order.refundOrder', { cinemaLinkId, orderId: 'O' }, 'TICKET_HAS_PRINT')],
    [order],
  ],
  [
    'goods stay until they are given back',
    [call('order.confirmGoodsOrder', goods, 'SUCCESS', { goodsOrderId: 'G' })],
    [{ kind: 'goods-order', cinemaLinkId, goodsOrderId: 'G' }],
  ],
  [
    'goods without an answer may be there',
    [call('order.confirmGoodsOrder', goods)],
    [{ kind: 'lost-goods-order', thirdOrderId: 'T' }],
  ],
  [
    'and are gone when they were given back',
    [
      call('order.confirmGoodsOrder', goods, 'SUCCESS', { goodsOrderId: 'G' }),
      call('order.refundGoodsOrder', { cinemaLinkId, goodsOrderId: 'G' }, 'SUCCESS'),
    ],
    [],
  ],
  [
    'cards stay, once each',
    [
      call('card.registerCard', {}, 'SUCCESS', { cardNumber: '1' }),
      call('card.registerCard', {}, 'SUCCESS', { cardNumber: '1' }),
      call('benefitCard.registerBenefitCard', {}, 'SUCCESS', { benefitCardNumber: '2' }),
    ],
    [
      { kind: 'member-card', cardNumber: '1' },
      { kind: 'benefit-card', cardNumber: '2' },
    ],
  ],
])('%s', (_, log, left) => {
  expect(tracesOf(log)).toEqual(left)
})
