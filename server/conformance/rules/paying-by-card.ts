import { z } from 'zod'
import { freeAreaSeat } from '../area-seats.ts'
import type { Probe } from '../probe.ts'
import { calendarDay, fenOf, OptionalText, rowsIn } from '../reading.ts'
import type { Rule } from '../rule.ts'
import type { ConfirmRequest } from '../sale.ts'
import { allOf, holds, refusedWith, Untried } from '../verdict.ts'

const api = 'order.confirmOrder'
const about = { api, mode: 'full' } as const

const ConsumeRecord = z.object({ bookingId: OptionalText, consumeAmount: OptionalText })
/** Paying with the cards that the command line names: specification 5.3.2, notes 6 and 7, and 5.3.3. */
export const payingByCardRules: readonly Rule[] = [
  {
    ...about,
    id: 'paying.member-card-password',
    section: '5.3.3, 9.2.9',
    sentence: 'A member card with another password does not pay: CARD_PASSWORD_ERROR.',
    async check(probe) {
      const payment = await memberPayment(probe, '000001')
      const request = probe.sale.confirmRequest(await probe.sale.trialLock())
      return refusedWith(await probe.ask(api, { ...request, paymentList: [payment] }), 'CARD_PASSWORD_ERROR')
    },
  },
  {
    ...about,
    id: 'paying.two-cards',
    section: '5.3.2, note 6; 9.2.3',
    sentence: 'Two cards do not pay for one order: PAYMENT_METHOD_ERROR.',
    async check(probe) {
      const payment = await memberPayment(probe)
      const request = probe.sale.confirmRequest(await probe.sale.trialLock())
      const answer = await probe.ask(api, { ...request, paymentList: [payment, payment] })
      return refusedWith(answer, 'PAYMENT_METHOD_ERROR')
    },
  },
  {
    ...about,
    id: 'paying.member-card',
    section: '5.3.3, 7.12.4, 7.8.4',
    sentence:
      'What a member card pays is off its balance and in its records, and comes back when the order is given back.',
    async check(probe) {
      const { cardNumber, password } = memberCardOf(probe)
      const { sale, plans, ask, memberCards, cinema } = probe
      const payment = await memberPayment(probe)
      const before = await memberCards.holding(cardNumber, password)
      if (before.balanceFen === undefined)
        throw new Untried('not-applicable', `card ${cardNumber} has no balance`)
      const show = await sale.aShow()
      const lock = await sale.lock(show, await plans.freeSeats(show, 1))
      const order = await sale.buy(api, lock, {
        ...sale.confirmRequest(lock),
        paymentList: [payment],
      })
      const paid = await memberCards.holding(cardNumber, password)
      const records = await recordsOf(probe, cardNumber)
      const taken = before.balanceFen - (paid.balanceFen ?? 0)
      const recorded = rowsIn(records, ConsumeRecord).some(
        row => row.bookingId === order.bookingId && fenOf(row.consumeAmount) === order.totalFen,
      )
      const charged = allOf(
        holds(taken === order.totalFen, `${taken} fen are off the card, not ${order.totalFen}`, order.answer),
        holds(recorded, `no record is of booking ${order.bookingId} and its amount`, records),
      )
      const refund = await ask('order.refundOrder', {
        cinemaLinkId: cinema.cinemaLinkId,
        orderId: order.orderId,
      })
      if (!refund.ok) return charged
      const after = await memberCards.holding(cardNumber, password)
      const back = holds(
        after.balanceFen === before.balanceFen,
        `the card has ${after.balanceFen} fen, ${before.balanceFen} before`,
        refund,
      )
      return allOf(charged, back)
    },
  },
  {
    ...about,
    id: 'paying.benefit-count-zero',
    section: '9.2.13',
    sentence: 'A benefit card that no ticket uses is refused with BCARD_TICKET_COUNT_ZERO_ERROR.',
    async check(probe) {
      const payment = await benefitPayment(probe)
      const request = probe.sale.confirmRequest(await probe.sale.trialLock())
      const answer = await probe.ask(api, { ...request, paymentList: [payment] })
      return refusedWith(answer, 'BCARD_TICKET_COUNT_ZERO_ERROR')
    },
  },
  {
    ...about,
    id: 'paying.benefit-card',
    section: '4.2.4, 5.3.2, note 7',
    sentence: 'A benefit card buys a ticket at its benefitPayPrice, and has one ticket less.',
    async check(probe) {
      const { sale, plans, benefitCards, programme } = probe
      const payment = await benefitPayment(probe)
      const { benefitCardNumber } = payment.payCardInfo
      const before = await benefitCards.detail(benefitCardNumber)
      const priceOf = (prices: readonly { benefitPolicyCode: string; benefitPayPrice: string }[]) =>
        prices.find(({ benefitPolicyCode }) => benefitPolicyCode === before.benefitPolicyCode)
      const show = (await programme.withBenefits()).find(
        ({ benefitPrices, areaPrices }) => areaPrices.length === 0 && priceOf(benefitPrices),
      )
      const priceFen = fenOf(priceOf(show?.benefitPrices ?? [])?.benefitPayPrice)
      if (!show || priceFen === undefined)
        throw new Untried('not-applicable', `card ${benefitCardNumber} is good at no show here`)
      const lock = await sale.lock(show, await plans.freeSeats(show, 1))
      const order = await sale.buy(api, lock, {
        ...withBenefit(sale.confirmRequest(lock, priceFen)),
        paymentList: [payment],
      })
      const after = await benefitCards.detail(benefitCardNumber)
      const [had, has] = [before.availableDiscountTickets, after.availableDiscountTickets]
      const counted = had === undefined || has === had - 1
      return holds(counted, `it had ${had} tickets left and has ${has}`, order.answer)
    },
  },
  {
    ...about,
    id: 'paying.benefit-at-area-seat',
    section: '5.3.2, note 7',
    sentence: 'A seat with an area’s price is not paid with a benefit card: AREA_SEAT_NOT_SUPPORT_BENEFIT.',
    async check(probe) {
      const { sale, ask } = probe
      const payment = await benefitPayment(probe)
      const { show, seatId, priceFen } = await freeAreaSeat(probe)
      const lock = await sale.lock(show, [seatId])
      const request = withBenefit(sale.confirmRequest(lock, priceFen))
      const refusal = await ask(api, { ...request, paymentList: [payment] })
      return refusedWith(refusal, 'AREA_SEAT_NOT_SUPPORT_BENEFIT')
    },
  },
]

function memberCardOf({ named }: Probe) {
  if (!named.memberCard)
    throw new Untried('not-applicable', 'no card to pay with was named (--member-card N:password)')
  return named.memberCard
}

/** @throws Untried not-applicable unless a card was named that its password opens at the cinema */
async function memberPayment(probe: Probe, otherPassword?: string) {
  const { cardNumber, password } = memberCardOf(probe)
  const { memberCards, ask, cinema } = probe
  const { cinemaLinkId } = cinema
  const opened = { cinemaLinkId, cardNumber, cardPassword: memberCards.seal(password) }
  const answer = await ask('card.queryBalance', opened)
  if (!answer.ok)
    throw new Untried('not-applicable', `card ${cardNumber} cannot be opened at this cinema (${answer.code})`)
  const cardPassword = memberCards.seal(otherPassword ?? password)
  return { paymentMethod: 'MemberCard', payCardInfo: { cinemaLinkId, cardNumber, cardPassword } }
}

/** @throws Untried not-applicable unless a card was named that is good at the cinema */
async function benefitPayment({ named: { benefitCardNumber }, benefitCards, cinema }: Probe) {
  if (benefitCardNumber === undefined)
    throw new Untried('not-applicable', 'no card to pay with was named (--benefit-card N)')
  const { benefitPolicyCode } = await benefitCards.detail(benefitCardNumber)
  const policy = (await benefitCards.policies()).find(({ policyCode }) => policyCode === benefitPolicyCode)
  if (!policy?.cinemaLinkIds.includes(cinema.cinemaLinkId))
    throw new Untried('not-applicable', `card ${benefitCardNumber} is not good at this cinema`)
  return { paymentMethod: 'BenefitCard', payCardInfo: { benefitCardNumber } }
}

const withBenefit = (request: ConfirmRequest): ConfirmRequest => ({
  ...request,
  ticketList: request.ticketList.map(line => ({ ...line, isBenefit: true })),
})

function recordsOf({ must, clock, cinema: { cinemaLinkId } }: Probe, cardNumber: string) {
  const today = calendarDay(clock.now())
  return must('card.getCardConsumeRecords', { cinemaLinkId, cardNumber, startDate: today, endDate: today })
}
