import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { checkAnswer } from '../conformance/check-answer.ts'
import { type ApiName, answerTables } from '../conformance/tables/tables.ts'
import { lacking } from '../conformance/test-support/lacking.ts'
import examples from '../moviecloud/fixtures/requests.json' with { type: 'json' }
import { encipher, tradeNo } from './test-cards.ts'
import { type ListedShow, priced, theShow } from './test-cloud.ts'
import { type Puts, putInto } from './test-examples.ts'
import { openRecorder, type Recorder } from './test-recorder.ts'
import { createSelling, type Selling } from './test-selling.ts'

/*
 * The specification's own example requests succeed, with what belongs to the sandbox's data put in place of the
 * document's. Cinemas, halls, sections, goods, grades, policies and cards are the document's wherever it names them
 * in one cinema alone. Without any of the parameters that its table requires each of them is refused.
 */

let recorder: Recorder
let selling: Selling
let shows: Map<string, ListedShow>
beforeAll(async () => {
  recorder = await openRecorder()
  selling = createSelling(recorder)
  shows = new Map()
  for (const id of ['681', '112', '92', '58', '7788'])
    shows.set(id, theShow(await recorder.cloud.shows(id), priced.bySettle))
})
afterAll(() => recorder.close())

function showAt(cinemaLinkId: string): ListedShow {
  const show = shows.get(cinemaLinkId)
  if (!show) throw new Error(`no show at ${cinemaLinkId}`)
  return show
}
const cardPassword = encipher('123456')
const Bought = z.object({ orderId: z.string(), confirmationId: z.string(), bookingId: z.string() })
const minute = 60_000

/** Buys a ticket, or one with goods, and says what the order is known by. */
async function bought(cinemaLinkId: string, kind: 'Order' | 'MixOrder' = 'Order') {
  const show = showAt(cinemaLinkId)
  const request = await (kind === 'Order' ? selling.tickets(show) : selling.mix(show))
  const order = await recorder.must(`order.confirm${kind}`, request, Bought)
  return { ...order, lockOrderId: request.lockOrderId }
}

/** An order that the cinema has not answered for thirteen minutes. */
async function late(cinemaLinkId: string, kind: 'Order' | 'MixOrder') {
  const { ask, must, ground, cloud } = recorder
  const show = showAt(cinemaLinkId)
  const request = await (kind === 'Order' ? selling.tickets(show) : selling.mix(show))
  await ground(`order.confirm${kind}`, 'slow')
  await ask(`order.confirm${kind}`, request)
  const asked = { cinemaLinkId, lockOrderId: request.lockOrderId }
  const { orderId } = await must('order.getOrderInfo', asked, Bought)
  cloud.clock.time += 13 * minute
  return { cinemaLinkId, orderId }
}

async function boughtGoods(cinemaLinkId: string) {
  const goodsList = await selling.goods(cinemaLinkId)
  const request = { cinemaLinkId, thirdOrderId: tradeNo(), mobile: '13800138000', goodsList }
  const Ordered = z.object({ goodsOrderId: z.string() })
  const { goodsOrderId } = await recorder.must('order.confirmGoodsOrder', request, Ordered)
  return { cinemaLinkId, goodsOrderId }
}

/** A locked show with its seats and what they cost. */
async function order(cinemaLinkId: string, count = 1): Promise<Puts> {
  const { lockOrderId, scheduleId, scheduleKey, ticketList } = await selling.tickets(showAt(cinemaLinkId), {
    count,
  })
  const tickets = ticketList.flatMap((ticket, index) =>
    Object.entries(ticket).map(([name, value]): [string, string] => [`ticketList.${index}.${name}`, value]),
  )
  return { lockOrderId, scheduleId, scheduleKey, ...Object.fromEntries(tickets) }
}

const card = '9216100001'
/** What a ticket at 92 costs with its card. */
async function cardFen(): Promise<number> {
  const show = showAt('92')
  const [seat] = await recorder.cloud.seats(show)
  const Prices = z.object({ tickets: z.array(z.object({ isCardDiscount: z.boolean(), price: z.string() })) })
  const asked = { ...recorder.cloud.key(show), cardNumber: card, sectionId: seat?.sectionId }
  const { tickets } = await recorder.must('card.queryPrice', asked, Prices)
  return fenOf(tickets.find(one => one.isCardDiscount)?.price ?? '')
}
const fenOf = (amount: string) => Math.round(Number(amount) * 100)

/** Half by card and half by the partner, as in the examples. */
const halves = (item: string, fen: number): Puts => ({
  [`${item}.paymentList.0.payAmount`]: yuan(Math.ceil(fen / 2)),
  [`${item}.paymentList.0.payCardInfo.cardNumber`]: card,
  [`${item}.paymentList.0.payCardInfo.cardPassword`]: cardPassword,
  [`${item}.paymentList.1.payAmount`]: yuan(Math.floor(fen / 2)),
})

/** Two tickets at 92, whose fee is for the order, at the card's price. */
async function paidOrder(): Promise<Puts> {
  const fen = await cardFen()
  const fees = [fenOf(showAt('92').ticketfee ?? '0.00'), 0]
  const paid = fees.map((feeFen, index) => ({
    [`ticketList.${index}.ticketPrice`]: yuan(fen),
    ...halves(`ticketList.${index}`, fen + feeFen),
  }))
  return { ...(await order('92', 2)), ...paid[0], ...paid[1] }
}

/** The package of the examples, settled at 50.00, costs its card 95 % of that. */
const paidPackage: Puts = { 'goodsList.0.salePrice': '47.50', ...halves('goodsList.0', 47_50) }

const keyOf = ({ scheduleId, scheduleKey }: ListedShow): Puts => ({ scheduleId, scheduleKey })
const key = (cinemaLinkId: string) => keyOf(showAt(cinemaLinkId))
const today: Puts = { startDate: '2026-11-23', endDate: '2026-11-23' }
const asItIs: Puts = {}

async function registered(): Promise<{ benefitCardOrderId: string }> {
  const mobile = '13800138021'
  const request = { benefitPolicyId: '100017', outTradeNo: tradeNo(), mobile, registerAmount: '30.00' }
  return recorder.must(
    'benefitCard.registerBenefitCard',
    request,
    z.object({ benefitCardOrderId: z.string() }),
  )
}

async function recharged(): Promise<Puts> {
  const request = {
    cinemaLinkId: '58',
    cardNumber: '5816100001',
    outTradeNo: tradeNo(),
    rechargeAmount: '10.00',
  }
  return recorder.must(
    'card.recharge',
    request,
    z.object({ cardOrderId: z.string(), outTradeNo: z.string() }),
  )
}

/** What is put into each example. */
const substitutions: Readonly<Record<ApiName, () => Puts | Promise<Puts>>> = {
  'ykse.partner.cinema.getCinemas': () => asItIs,
  'ykse.partner.schedule.getSchedules': () => ({ startDate: '2026-11-24', endDate: '2026-11-25' }),
  'ykse.partner.seat.getSeats': () => asItIs,
  'ykse.partner.seat.getScheduleAreaSeats': async () =>
    keyOf(theShow(await recorder.cloud.shows('681'), priced.byAreas)),
  'ykse.partner.seat.getScheduleSoldSeats': () => key('681'),
  'ykse.partner.seat.lockSeats': async () => ({
    ...key('681'),
    seatIdList: await recorder.cloud.freeSeats(showAt('681'), 1),
  }),
  'ykse.partner.seat.releaseSeats': async () => {
    const { lockOrderId } = await selling.tickets(showAt('112'))
    return { lockOrderId }
  },
  'ykse.partner.order.confirmOrder': () => order('681'),
  'ykse.partner.order.confirmOrderForMultiPay': paidOrder,
  'ykse.partner.order.confirmMixOrder': async () => ({
    ...(await order('681')),
    'goodsList.0.goodsId': '1728',
    'goodsList.0.salePrice': '18.00',
  }),
  'ykse.partner.order.confirmMixOrderForMultiPay': async () => ({ ...(await paidOrder()), ...paidPackage }),
  'ykse.partner.order.getOrderInfo': async () => ({ lockOrderId: (await bought('112')).lockOrderId }),
  'ykse.partner.order.getTicketInfo': async () => ({ confirmationId: (await bought('112')).confirmationId }),
  'ykse.partner.ticket.printTicket': async () => ({ printId: (await bought('112')).bookingId }),
  'ykse.partner.ticket.getOrderPrintStatus': async () => ({ printId: (await bought('112')).bookingId }),
  'ykse.partner.order.refundOrder': async () => ({ orderId: (await bought('112')).orderId }),
  // 114 has not opened to partners, and 7788 sells no goods.
  'ykse.partner.order.refundMixOrder': async () => ({
    cinemaLinkId: '681',
    orderId: (await bought('681', 'MixOrder')).orderId,
  }),
  'ykse.partner.order.reverseOrder': () => late('7788', 'Order'),
  'ykse.partner.order.reverseMixOrder': () => late('681', 'MixOrder'),
  'ykse.partner.goods.getGoods': () => asItIs,
  'ykse.partner.order.confirmGoodsOrder': () => asItIs,
  'ykse.partner.order.confirmGoodsOrderForMultiPay': () => paidPackage,
  'ykse.partner.order.getGoodsOrderInfo': () => boughtGoods('681'),
  'ykse.partner.order.refundGoodsOrder': () => boughtGoods('681'),
  'ykse.partner.card.getCardGradeList': () => asItIs,
  'ykse.partner.card.registerCard': () => ({ cardPassword }),
  'ykse.partner.card.recharge': () => asItIs,
  'ykse.partner.card.updatePoints': () => asItIs,
  // The same digits, enciphered in another way: the examples that follow go on with them.
  'ykse.partner.card.modifyPassword': () => ({
    oldPassword: cardPassword,
    newPassword: encipher('123456', undefined, '277kri6emhm8pGk3'),
  }),
  'ykse.partner.card.modifyInformation': () => ({ cardPassword }),
  'ykse.partner.card.getCardDetail': () => asItIs,
  'ykse.partner.card.queryBalance': () => ({ cardPassword }),
  'ykse.partner.card.getCardDiscountTickets': () => key('58'),
  'ykse.partner.card.queryPrice': () => key('58'),
  'ykse.partner.card.getCardOrderDetail': recharged,
  'ykse.partner.card.getCardConsumeRecords': () => today,
  'ykse.partner.card.getCardRechargeRecords': () => today,
  'ykse.partner.card.getCardPointsRecords': () => today,
  'ykse.partner.benefitCard.getPolicyList': () => asItIs,
  'ykse.partner.benefitCard.registerBenefitCard': () => ({ mobile: '18922370000' }),
  'ykse.partner.benefitCard.renewBenefitCard': () => ({ mobile: '13800138000' }),
  'ykse.partner.benefitCard.getCardDetail': () => asItIs,
  'ykse.partner.benefitCard.getCardOrderDetail': registered,
}

/** What is answered where something is not given. */
const notGiven = ['NULL_ARGUMENT', 'SEAT_INFO_NOT_NULL', 'GOODS_INFO_NOT_NULL', 'GOODS_PRICE_ERROR']

test.each([...answerTables.values()])('$paragraph $api', async table => {
  const api = table.api.slice('ykse.partner.'.length)
  const request = putInto(examples[table.api], await substitutions[table.api]())
  for (const { place, poorer } of lacking(table.request, request))
    expect(notGiven, `without ${place}`).toContain(await recorder.cloud.code(api, poorer))

  const { code } = await recorder.ask(api, request)
  expect(code).toBe(api === 'ticket.getOrderPrintStatus' ? 'PRINT_TICKET_ALLOW' : 'SUCCESS')
  expect(checkAnswer(table, recorder.recorded.at(-1)?.body, { mode: 'strict' })).toEqual([])
})

test('nothing else of an example can be changed, and nothing added', () => {
  const example = examples['ykse.partner.order.confirmOrder']
  expect(() => putInto(example, { scheduleid: '1' })).toThrow('has no scheduleid')
  expect(() => putInto(example, { 'ticketList.1.seatId': '1' })).toThrow('has no ticketList.1.seatId')
  expect(() => putInto({ api: 'x' }, { api: 'y' })).toThrow('has to stay')
})
