import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CinemaId } from '#contract/ids.ts'
import type { OrderKind } from '#contract/order.ts'
import type {
  CloudShow,
  Confirmed,
  ConfirmGoods,
  ConfirmRequest,
  ConfirmTicket,
  LinePayment,
  MovieCloud,
  PayingCard,
} from './gateway-types.ts'
import { answered, type BoxOffice, openBoxOffice } from './test-support/box-office.ts'

/* Every kind of order in every way to pay, from the freezing to the return, against the sandbox cloud over HTTP. */

const minuteMs = 60_000
const cinemaId = CinemaId.parse('681')
/** Numbers that make the sandbox's cinema slow (docs/sandbox.md). */
const [prompt, twoMinutesLate, twentyMinutesLate] = ['13800138000', '13900000011', '13900000012']
let office: BoxOffice
let cloud: MovieCloud
let show: CloudShow
let memberCard: PayingCard
const benefitCard: PayingCard = { kind: 'benefit', number: '160527947000000006', cinemaId }

beforeAll(async () => {
  office = await openBoxOffice('2026-11-23T10:00:00+08:00')
  cloud = office.cloud
  // A settle price, no areas, and an evening still far away.
  show = await office.show(
    cinemaId,
    ({ settleFen = 0, lowestFen, areaPrices, startsAt, hallId }) =>
      settleFen >= lowestFen + 1500 &&
      areaPrices.length === 0 &&
      ['2', '3', '4'].includes(hallId) &&
      startsAt > office.clock.now() + 12 * 60 * minuteMs,
  )
  const password = cloud.sealCardPassword('123456')
  memberCard = { kind: 'member', number: '68116100001', password, cinemaId }
})
afterAll(() => office.close())

/** What a line of so many fen is paid with. */
type Pay = (amountFen: number, discounted: boolean) => LinePayment[]
const byWechat = (amountFen: number): LinePayment => ({
  by: 'wechat',
  amountFen,
  outTradeNo: 'FOYER-1',
  transactionId: '4200001234',
})
const byCard = (amountFen: number, discounted: boolean): LinePayment => ({
  by: 'card',
  amountFen,
  card: memberCard,
  discounted,
})
const ways: Record<string, { card?: () => PayingCard; deal?: 'member' | 'benefit'; pay?: Pay }> = {
  'in some way that the cloud is not told': {},
  'by a member card alone': { card: () => memberCard },
  'by a member card alone at its price': { card: () => memberCard, deal: 'member' },
  'with a benefit card': { card: () => benefitCard, deal: 'benefit' },
  'with Alipay, line by line': {
    pay: fen => [{ by: 'alipay', amountFen: fen, outTradeNo: 'FOYER-1', transactionId: '20261123' }],
  },
  'with WeChat Pay, line by line': { pay: fen => [byWechat(fen)] },
  'with cash, line by line': { pay: fen => [{ by: 'other', amountFen: fen }] },
  'by a member card, line by line': { pay: (fen, discounted) => [byCard(fen, discounted)] },
  'by a member card at its price and WeChat Pay': {
    deal: 'member',
    pay: (fen, discounted) => [byCard(fen - 101, discounted), byWechat(101)],
  },
}
type Way = (typeof ways)[string]

/** 金卡 80 %, 周末轻享卡 8 yuan off, neither below the lowest price. */
function ticketFen(deal: Way['deal'], settleFen: number): number {
  if (deal === undefined) return settleFen
  const cardFen = deal === 'member' ? Math.round(settleFen * 0.8) : settleFen - 800
  return Math.max(show.lowestFen, cardFen)
}

let goodsOrderNo = 0
async function request(kind: OrderKind, way: Way, mobile: string = prompt) {
  const { card, deal, pay } = way
  const menu = answered(await cloud.goods({ cinemaId }))
  const goods = menu.goods.slice(0, 2).map(
    ({ goodsId, unitFen, isPackage }, i): ConfirmGoods => ({
      goodsId,
      unitFen,
      isPackage,
      count: i + 1,
      ...(pay && { payments: pay(unitFen * (i + 1), false) }),
    }),
  )
  const paidBy = card && { card: card() }
  if (kind === 'goods') {
    const order: ConfirmRequest = {
      kind,
      cinemaId,
      goodsOrderNo: `FOYER-${++goodsOrderNo}`,
      mobile,
      goods,
      ...paidBy,
    }
    return order
  }
  const free = await office.freeSeats(show)
  const chosen = free.slice(0, 2)
  const seatIds = chosen.map(({ id }) => id)
  const { lockId } = answered(await office.lock(show, seatIds))
  const tickets = chosen.map((seat, i): ConfirmTicket => {
    // One of the two at the card's price.
    const dealt = i === 0 && deal !== undefined
    const line = {
      seatId: seat.id,
      ticketFen: dealt ? ticketFen(deal, seat.ticketFen) : seat.ticketFen,
      feeFen: show.feeKind === 'order' && i > 0 ? 0 : show.feeFen,
    }
    return {
      ...line,
      ...(dealt && { deal }),
      ...(pay && { payments: pay(line.ticketFen + line.feeFen, dealt) }),
    }
  })
  const order: ConfirmRequest = {
    kind,
    show,
    lockId,
    mobile,
    tickets,
    goods: kind === 'mixed' ? goods : [],
    ...paidBy,
  }
  return order
}

/** What the order takes off the member card. */
function chargedFen({ card, goods, ...order }: ConfirmRequest): number {
  const tickets = 'tickets' in order ? order.tickets : []
  if (card?.kind === 'member') {
    return (
      tickets.reduce((sum, line) => sum + line.ticketFen + line.feeFen, 0) +
      goods.reduce((sum, line) => sum + line.unitFen * line.count, 0)
    )
  }
  return [...tickets, ...goods]
    .flatMap(({ payments = [] }) => payments)
    .reduce((sum, payment) => sum + (payment.by === 'card' ? payment.amountFen : 0), 0)
}
async function balanceFen(): Promise<number> {
  const { number, password = '' } = memberCard
  return answered(await cloud.cardBalance({ cinemaId, number, password })).balanceFen ?? 0
}

function issued(confirmed: Confirmed) {
  if (confirmed.is !== 'issued') throw new Error(`the cinema is still at it: ${confirmed.status}`)
  return confirmed
}
const lookUp = (kind: OrderKind, cloudOrderId: string) =>
  kind === 'goods' ? cloud.goodsOrder({ cinemaId, cloudOrderId }) : cloud.order({ cinemaId, cloudOrderId })
const statusOf = async (kind: OrderKind, cloudOrderId: string) =>
  answered(await lookUp(kind, cloudOrderId)).status

const kinds = ['ticket', 'mixed', 'goods'] as const
// No benefit and no card's price without a ticket.
const cases = kinds.flatMap(kind =>
  Object.entries(ways)
    .filter(([, { deal }]) => kind !== 'goods' || deal === undefined)
    .map(([name, way]) => [kind, name, way] as const),
)

describe.each(cases)('an order of kind %s, paid %s', (kind, _, way) => {
  test('is issued once, found, and given back', async () => {
    const order = await request(kind, way)
    const beforeFen = await balanceFen()
    const frozen = cloud.freezeConfirm(order)
    expect(frozen.split(' ')[0]).toBe(
      { ticket: 'order.confirmOrder', mixed: 'order.confirmMixOrder', goods: 'order.confirmGoodsOrder' }[
        kind
      ] + (way.pay ? 'ForMultiPay' : ''),
    )
    const confirmed = issued(answered(await cloud.confirm(frozen)))
    expect(answered(await cloud.confirm(frozen))).toEqual(confirmed)
    expect(beforeFen - (await balanceFen())).toBe(chargedFen(order))

    const { cloudOrderId, pickupCode, goodsCode } = confirmed
    const goods = order.goods.map(({ goodsId, count }) => ({ goodsId, count }))
    expect(confirmed.goods).toEqual(goods)
    expect(goodsCode === undefined).toBe(kind !== 'mixed')
    const found = answered(await lookUp(kind, cloudOrderId))
    expect(found).toMatchObject({ cloudOrderId, status: 'ticket_success', pickupCode, goods })
    expect(found.goodsCode).toBe(goodsCode)
    if (order.kind !== 'goods') {
      expect(found.tickets.map(({ ticketFen, feeFen }) => [ticketFen, feeFen])).toEqual(
        order.tickets.map(({ ticketFen, feeFen }) => [ticketFen, feeFen]),
      )
      expect(answered(await cloud.order({ cinemaId, lockId: order.lockId }))).toEqual(found)
    }

    expect(answered(await cloud.giveBack({ cinemaId, kind, cloudOrderId }))).toBeNull()
    expect(await statusOf(kind, cloudOrderId)).toBe('refund_success')
    expect(await balanceFen()).toBe(beforeFen)
  })
})

test.each([
  ['ticket', 'mixed'],
  ['mixed', 'ticket'],
] as const)('an order of kind %s is not given back as one of kind %s', async (kind, other) => {
  const { cloudOrderId } = issued(answered(await cloud.confirm(cloud.freezeConfirm(await request(kind, {})))))
  expect(await cloud.giveBack({ cinemaId, kind: other, cloudOrderId })).toMatchObject({
    kind: 'refused',
    code: 'REFUND_ORDER_TYPE_NOT_MATCH',
  })
})

test.each(['ticket', 'mixed'] as const)(
  'an order of kind %s that the cinema dawdles over is reversed',
  async kind => {
    const order = await request(kind, {}, twentyMinutesLate)
    if (order.kind === 'goods') throw new Error('goods have no lock')
    expect(await cloud.confirm(cloud.freezeConfirm(order))).toMatchObject({ kind: 'unknown' })
    const { cloudOrderId, status } = answered(await cloud.order({ cinemaId, lockId: order.lockId }))
    expect(status).toBe('wait_ticket')
    expect(await cloud.reverse({ cinemaId, kind, cloudOrderId })).toMatchObject({
      kind: 'refused',
      code: 'REVERSE_TICKET_NO_TIME_YET',
    })
    office.clock.time += 13 * minuteMs
    expect(answered(await cloud.reverse({ cinemaId, kind, cloudOrderId }))).toBeNull()
    expect(await statusOf(kind, cloudOrderId)).toBe('reverse_success')
  },
)

test('goods that the cinema dawdles over wait under their number, are ready later, and are returned, not reversed', async () => {
  const frozen = cloud.freezeConfirm(await request('goods', {}, twoMinutesLate))
  const waiting = answered(await cloud.confirm(frozen))
  if (waiting.is !== 'waiting') throw new Error('the goods are ready')
  const { cloudOrderId } = waiting
  expect(waiting.status).toBe('wait_ticket')
  expect(await statusOf('goods', cloudOrderId)).toBe('wait_ticket')
  office.clock.time += 2 * minuteMs
  expect(answered(await cloud.confirm(frozen))).toMatchObject({ is: 'issued', cloudOrderId })
  expect(answered(await cloud.reverse({ cinemaId, kind: 'goods', cloudOrderId }))).toBeNull()
  expect(await statusOf('goods', cloudOrderId)).toBe('refund_success')
})
