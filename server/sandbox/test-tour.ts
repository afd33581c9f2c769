import { z } from 'zod'
import { encipher } from './test-cards.ts'
import { dataOf } from './test-client.ts'
import {
  type Ask,
  cardNumber,
  cardPassword,
  cinemaLinkId,
  mobile,
  openSale,
  type Request,
  type Sale,
  sectionId,
  tradeNo,
} from './test-sale.ts'

const Confirmed = z.looseObject({ orderId: z.string(), confirmationId: z.string() })
const Found = z.looseObject({ printId: z.string() })
const GoodsOrdered = z.looseObject({ goodsOrderId: z.string() })
const Registered = z.looseObject({ cardNumber: z.string(), cardOrderId: z.string() })
const BenefitRegistered = z.looseObject({ benefitCardNumber: z.string(), benefitCardOrderId: z.string() })

/** Which time it is that somebody goes round, and what the calendar says. */
export interface Round {
  round: number
  /** A business day whose shows are on sale. */
  day: string
  /** The calendar day that records are asked for. */
  today: string
}

/**
 * Asks all 43 interfaces for something that they have, in the order in which a partner would: tickets, goods and
 * both, bought, looked up, printed and given back, then cards. About 55 calls; two of them are refused, for nobody
 * can reverse an order that succeeded.
 */
export async function tour(ask: Ask, { round, day, today }: Round): Promise<void> {
  const sale = await openSale(ask, { round, day })
  await ask('seat.releaseSeats', { cinemaLinkId, lockOrderId: (await sale.lock('R')).lockOrderId })
  await buyTickets(ask, sale)
  await buyBoth(ask, sale)
  await buyGoods(ask, sale, round)
  await holdMemberCard(ask, { sale, round, today })
  await holdBenefitCard(ask, round)
}

async function buyTickets(ask: Ask, sale: Sale): Promise<void> {
  const lock = await sale.lock('A')
  const { orderId } = dataOf(await ask('order.confirmOrder', sale.confirm(lock)), Confirmed)
  await ask('order.getOrderInfo', { cinemaLinkId, lockOrderId: lock.lockOrderId })
  await ask('order.reverseOrder', { cinemaLinkId, orderId })
  await ask('order.refundOrder', { cinemaLinkId, orderId })

  const paid = await ask('order.confirmOrderForMultiPay', sale.confirmPaid(await sale.lock('B')))
  const { confirmationId } = dataOf(paid, Confirmed)
  const { printId } = dataOf(await ask('order.getTicketInfo', { cinemaLinkId, confirmationId }), Found)
  await ask('ticket.getOrderPrintStatus', { cinemaLinkId, printId })
  await ask('ticket.printTicket', { cinemaLinkId, printId })
  await ask('ticket.getOrderPrintStatus', { cinemaLinkId, printId })
}

async function buyBoth(ask: Ask, sale: Sale): Promise<void> {
  const { orderId } = dataOf(await ask('order.confirmMixOrder', sale.mix(await sale.lock('C'))), Confirmed)
  await ask('order.getOrderInfo', { cinemaLinkId, orderId })
  await ask('order.reverseMixOrder', { cinemaLinkId, orderId })
  await ask('order.refundMixOrder', { cinemaLinkId, orderId })
  await ask('order.confirmMixOrderForMultiPay', sale.mixPaid(await sale.lock('D')))
}

async function buyGoods(ask: Ask, sale: Sale, round: number): Promise<void> {
  const bought = await ask('order.confirmGoodsOrder', sale.goods(`G-${round}`))
  const { goodsOrderId } = dataOf(bought, GoodsOrdered)
  await ask('order.getGoodsOrderInfo', { cinemaLinkId, goodsOrderId })
  await ask('order.refundGoodsOrder', { cinemaLinkId, goodsOrderId })
  await ask('order.confirmGoodsOrderForMultiPay', sale.goodsPaid(`P-${round}`))
}

async function holdMemberCard(
  ask: Ask,
  { sale, round, today }: { sale: Sale; round: number; today: string },
): Promise<void> {
  await ask('card.getCardGradeList', { cinemaLinkId })
  const registered = await ask('card.registerCard', registration(tradeNo('R', round)))
  const own = dataOf(registered, Registered)
  const card = { cinemaLinkId, cardNumber: own.cardNumber }
  await ask('card.recharge', { ...card, outTradeNo: tradeNo('F', round), rechargeAmount: '200.00' })
  await ask('card.updatePoints', { ...card, outTradeNo: tradeNo('P', round), points: '12.50' })
  const newPassword = encipher('654321')
  await ask('card.modifyPassword', { ...card, oldPassword: cardPassword, newPassword })
  await ask('card.modifyInformation', { ...card, cardPassword: newPassword, email: 'guest@example.org' })
  await ask('card.getCardDetail', card)
  await ask('card.queryBalance', { ...card, cardPassword: newPassword })
  const atShow = { ...sale.key, cardNumber, sectionId }
  await ask('card.getCardDiscountTickets', atShow)
  await ask('card.queryPrice', atShow)
  await ask('card.getCardOrderDetail', { cardOrderId: own.cardOrderId })
  for (const records of ['Consume', 'Recharge', 'Points'])
    await ask(`card.getCard${records}Records`, { cinemaLinkId, cardNumber, startDate: today, endDate: today })
}

async function holdBenefitCard(ask: Ask, round: number): Promise<void> {
  await ask('benefitCard.getPolicyList', {})
  const owner = benefitOwner(round)
  const registered = await ask('benefitCard.registerBenefitCard', benefitRegistration(round))
  const { benefitCardNumber, benefitCardOrderId } = dataOf(registered, BenefitRegistered)
  await ask('benefitCard.renewBenefitCard', {
    benefitCardNumber,
    mobile: owner,
    outTradeNo: tradeNo('N', round),
    renewAmount: '100',
  })
  await ask('benefitCard.getCardDetail', { benefitCardNumber })
  await ask('benefitCard.getCardOrderDetail', { benefitCardOrderId })
}

const benefitOwner = (round: number): string => `1370000${String(round).padStart(4, '0')}`

const registration = (outTradeNo: string) => ({
  cinemaLinkId,
  gradeId: '2823',
  cardPassword,
  cardUserName: '林知夏',
  mobile,
  idCard: '440105199001010026',
  address: '天河区珠江新城',
  birthdate: '1990-01-01',
  email: 'card@example.org',
  outTradeNo,
  firstRechargeAmount: '0.00',
  cardCostFee: '10.00',
  memberFee: '0.00',
})
const benefitRegistration = (round: number) => ({
  benefitPolicyId: '100016',
  cardUserName: '林知夏',
  idcard: '440105199001010026',
  mobile: benefitOwner(round),
  outTradeNo: tradeNo('B', round),
  registerAmount: '120',
})

/**
 * Right requests of all 43 interfaces that nobody has sent yet, with seats locked for those that want a lock.
 *
 * @param made every request of a round, as `tour` sent them
 */
export async function unsentRequests(ask: Ask, made: readonly Request[], round: Round): Promise<Request[]> {
  const sale = await openSale(ask, round)
  const fresh: Readonly<Record<string, Request['data']>> = {
    'seat.lockSeats': sale.lockRequest('U'),
    'order.confirmOrder': sale.confirm(await sale.lock('V')),
    'order.confirmOrderForMultiPay': sale.confirmPaid(await sale.lock('W')),
    'order.confirmMixOrder': sale.mix(await sale.lock('X')),
    'order.confirmMixOrderForMultiPay': sale.mixPaid(await sale.lock('Y')),
    'order.confirmGoodsOrder': sale.goods(`U-${round.round}`),
    'order.confirmGoodsOrderForMultiPay': sale.goodsPaid(`W-${round.round}`),
    'card.registerCard': registration(tradeNo('U', round.round)),
    'benefitCard.registerBenefitCard': benefitRegistration(9999 - round.round),
  }
  const first = new Map<string, Request>()
  for (const request of made) if (!first.has(request.api)) first.set(request.api, request)
  return [...first.values()].map(({ api, data }) => ({ api, data: fresh[api] ?? data }))
}
