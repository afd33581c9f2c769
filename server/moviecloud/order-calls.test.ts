import { expect, test } from 'vitest'
import type { MovieCloud } from './gateway-types.ts'
import {
  type AskCloud,
  ask,
  cinemaId,
  confirmed,
  goodsLines,
  mixed,
  ofBoth,
  ofGoods,
  ofTickets,
  ordered,
  seats,
  unproven,
} from './test-support/ask-gateway.ts'

const calls = {
  confirm: (cloud: MovieCloud) => cloud.confirm(cloud.freezeConfirm(ofTickets)),
  confirmMixed: (cloud: MovieCloud) => cloud.confirm(cloud.freezeConfirm(ofBoth)),
  confirmGoods: (cloud: MovieCloud) => cloud.confirm(cloud.freezeConfirm(ofGoods)),
  orderByLock: (cloud: MovieCloud) => cloud.order({ cinemaId, lockId: 'L1' }),
  orderById: (cloud: MovieCloud) => cloud.order({ cinemaId, cloudOrderId: 'C1' }),
  goodsOrder: (cloud: MovieCloud) => cloud.goodsOrder({ cinemaId, cloudOrderId: 'C1' }),
  ticket: (cloud: MovieCloud) => cloud.ticket({ cinemaId, pickupCode: 'P1' }),
  reverse: (cloud: MovieCloud) => cloud.reverse({ cinemaId, kind: 'ticket', cloudOrderId: 'C1' }),
  reverseMixed: (cloud: MovieCloud) => cloud.reverse({ cinemaId, kind: 'mixed', cloudOrderId: 'C1' }),
  giveBack: (cloud: MovieCloud) => cloud.giveBack({ cinemaId, kind: 'ticket', cloudOrderId: 'C1' }),
  giveGoodsBack: (cloud: MovieCloud) => cloud.giveBack({ cinemaId, kind: 'goods', cloudOrderId: 'C1' }),
} satisfies Record<string, AskCloud>

const [twice, once] = goodsLines

test.each<[call: keyof typeof calls, what: string, answer: unknown]>([
  ['confirm', 'without a pickup number', { ...confirmed, confirmationId: '' }],
  ['confirm', 'without an order number', { ...confirmed, orderId: null }],
  ['confirm', 'without tickets', { ...confirmed, tickets: [] }],
  ['confirm', 'with a ticket too few', { ...confirmed, tickets: seats.slice(1) }],
  ['confirm', 'with a ticket too many', { ...confirmed, tickets: [...seats, { seatId: '01-A-07' }] }],
  ['confirm', 'with a ticket for no seat', { ...confirmed, tickets: [seats[0], { ticketNo: '2' }] }],
  ['confirm', 'with one seat twice', { ...confirmed, tickets: [seats[0], seats[0]] }],
  ['orderByLock', 'without a number', { status: 'ticket_success' }],
  ['orderById', 'of another order', { orderId: 'C2', status: 'ticket_success' }],
  ['ticket', 'of another pickup number', { printId: '1', confirmationId: 'P2' }],
  ['confirmMixed', 'without goods', confirmed],
  ['confirmMixed', 'with goods and no ticket', { ...mixed, tickets: [] }],
  ['confirmMixed', 'without the goods’ pickup code', { ...confirmed, goodsOrder: { goods: goodsLines } }],
  ['confirmMixed', 'with a thing too few', { ...mixed, goodsOrder: { pickUpCode: '1', goods: [twice] } }],
  [
    'confirmMixed',
    'with goods of no number',
    { ...mixed, goodsOrder: { pickUpCode: '1', goods: [twice, { goodsId: '1174' }] } },
  ],
  ['confirmGoods', 'without a status', { ...ordered, orderStatus: null }],
  ['confirmGoods', 'without a pickup code', { ...ordered, pickUpCode: '' }],
  ['confirmGoods', 'with a thing too many', { ...ordered, goodsList: [...goodsLines, once] }],
  ['confirmGoods', 'with another thing', { ...ordered, goodsList: [twice, { goodsId: '1175', count: 1 }] }],
  ['confirmGoods', 'with none', { ...ordered, goodsList: [] }],
  [
    'confirmGoods',
    'with one taken away again',
    { ...ordered, goodsList: [twice, { goodsId: '1174', count: 2 }, { goodsId: '1174', count: -1 }] },
  ],
  [
    'confirmGoods',
    'that waits with other goods',
    { ...ordered, orderStatus: 'wait_goods', goodsList: [once] },
  ],
  ['goodsOrder', 'of another order', { ...ordered, goodsOrderId: 'C2' }],
  ['goodsOrder', 'with a thing of no number', { ...ordered, goodsList: [{ goodsId: '1' }] }],
  ['reverse', 'of another order', { orderId: 'C2' }],
  ['reverse', 'of another cinema', { cinemaLinkId: '682', orderId: 'C1' }],
  ['reverseMixed', 'of another order', { orderId: 'C2' }],
  ['giveBack', 'of another order', { orderId: 'C2' }],
  ['giveGoodsBack', 'of another order', { goodsOrderId: 'C2' }],
  ['giveGoodsBack', 'of another cinema', { cinemaLinkId: '682', goodsOrderId: 'C1' }],
])('%s: an answer %s proves nothing', async (call, _, answer) => {
  const asking: AskCloud = calls[call]
  expect(await ask(answer, asking)).toEqual(unproven)
})

test('a confirm with everything is tickets', async () => {
  const tickets = [
    { seatId: '01-A-06', ticketNo: 'T2', rowId: 'A', columnId: '06', serviceFee: '1.5' },
    { seatId: '01-A-05', ticketNo: 'T1', rowId: 'A', columnId: '05' },
  ]
  expect(await ask({ ...confirmed, bookingId: 'B1', tickets }, calls.confirm)).toEqual({
    kind: 'done',
    value: {
      is: 'issued',
      cloudOrderId: 'C1',
      bookingNo: 'B1',
      pickupCode: 'P1',
      tickets: [
        { ticketNo: 'T2', seatId: '01-A-06', row: 'A', column: '06', serviceFeeFen: 150 },
        { ticketNo: 'T1', seatId: '01-A-05', row: 'A', column: '05', serviceFeeFen: 0 },
      ],
      goods: [],
    },
  })
})

test('a mixed confirm is tickets and goods, each with a code of its own', async () => {
  expect(await ask(mixed, calls.confirmMixed)).toMatchObject({
    kind: 'done',
    value: {
      is: 'issued',
      pickupCode: 'P1',
      goodsCode: '5251',
      goods: [
        { goodsId: '1728', count: 2 },
        { goodsId: '1174', count: 1 },
      ],
    },
  })
})

test('goods in other lines that come to the same are the same', async () => {
  const one = { goodsId: '1728', count: 1 }
  const answer = { ...ordered, goodsList: [one, once, one] }
  expect(await ask(answer, calls.confirmGoods)).toMatchObject({
    kind: 'done',
    value: { is: 'issued', cloudOrderId: 'C1', pickupCode: '1484', tickets: [] },
  })
})

test.each([
  ['wait_goods', 'wait_ticket', goodsLines],
  ['wait_goods', 'wait_ticket', []],
  ['goods_failed', 'ticket_failed', goodsLines],
  ['goods_almost', 'other', goodsLines],
])(
  'a goods confirm that is %s is no success, and %s under its number',
  async (orderStatus, status, goodsList) => {
    expect(await ask({ ...ordered, orderStatus, goodsList }, calls.confirmGoods)).toEqual({
      kind: 'done',
      value: { is: 'waiting', cloudOrderId: 'C1', status },
    })
  },
)

test.each([
  ['wait_goods', 'wait_ticket'],
  ['goods success', 'ticket_success'],
  ['goods_failed', 'ticket_failed'],
  ['refunding', 'refunding'],
  ['refund_success', 'refund_success'],
  ['refund_failed', 'refund_failed'],
  ['goods_almost', 'other'],
  [null, 'other'],
])('a goods order that is %s is %s', async (orderStatus, status) => {
  expect(await ask({ ...ordered, orderStatus }, calls.goodsOrder)).toMatchObject({
    kind: 'done',
    value: { cloudOrderId: 'C1', status, pickupCode: '1484' },
  })
})

test('a status of tomorrow is another one, and no success', async () => {
  const order = { orderId: 'C1', status: 'ticket_almost', confirmationId: 'P1' }
  expect(await ask(order, calls.orderByLock)).toMatchObject({ kind: 'done', value: { status: 'other' } })
})
