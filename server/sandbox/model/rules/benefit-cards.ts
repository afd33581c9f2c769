import type { BenefitCard, Books } from '../books.ts'
import { dayAt, daysAfter } from '../calendar.ts'
import { benefitStateOf, benefitsLeft, benefitsUsed, policyOf } from '../card-ledger.ts'
import {
  type Ask,
  answers,
  type Broken,
  type Expected,
  fenOf,
  matches,
  optional,
  text,
  verdict,
  yuan,
} from '../verdict.ts'
import type { Policy } from '../world.ts'
import { cardOrder, numberIn } from './card-orders.ts'

/** 8.2: those that were approved and are in force. */
export function policies(books: Books): Expected {
  const listed = [...books.policies.values()].filter(({ state }) => state === 'enable' || state === 'disable')
  return answers('SUCCESS', data =>
    matches(
      data,
      listed.map(policy => ({
        benefitPolicyCode: policy.policyCode,
        ...limitsTold(policy),
        registerAmount: yuan(policy.registerFen),
        validDays: policy.validDays,
        policyStatus: policy.state,
        renewAmount: policy.renewal && yuan(policy.renewal.fen),
        cinemas: policy.cinemaLinkIds.map(cinemaLinkId => ({ cinemaLinkId })),
      })),
    ),
  )
}

const limitsTold = (policy: Policy) => ({
  dailyDiscountTickets: policy.perDay,
  eachShowDiscountTickets: policy.perShow,
  totalDiscountTickets: policy.inAll,
})

function checkOnSale({ state }: Policy, broken: Broken): void {
  if (state === 'pending') broken.add('BCARD_POLICY_NOT_APPROVED')
  if (state === 'expired') broken.add('BCARD_POLICY_EXPIRED')
  if (state === 'disable') broken.add('BCARD_POLICY_DISABLED')
}

/** 8.3: one card of a policy for a mobile number. */
export const registerBenefit = (books: Books, ask: Ask): Expected =>
  cardOrder(books, ask, 'benefit', broken => {
    const { data, now } = ask
    const policyCode = text(data, 'benefitPolicyId', broken)
    const mobile = mobileOf(ask, broken)
    const amount = fenOf(data, 'registerAmount', broken)
    optional(data, 'cardUserName', broken, 20)
    if (policyCode === undefined) return undefined
    const policy = books.policies.get(policyCode)
    if (!policy) {
      broken.add('BCARD_POLICY_NOT_EXIST')
      return undefined
    }
    checkOnSale(policy, broken)
    if (amount !== policy.registerFen) broken.add('BCARD_REGISTER_FEE_INVALID')
    if (
      [...books.benefitCards.values()].some(card => card.policyCode === policyCode && card.mobile === mobile)
    )
      broken.add('BCARD_MOBILE_EXIST')
    if (mobile === undefined) return undefined
    const today = dayAt(now)
    const endDate = daysAfter(today, policy.validDays)
    const told: Record<string, unknown> = { amount: yuan(policy.registerFen), orderType: 'register' }
    return {
      answer: {
        startDate: today,
        endDate,
        mobile,
        benefitPolicyCode: policyCode,
        cardStatus: 'N',
        ...limitsTold(policy),
      },
      told,
      enter(answer) {
        const cardNumber = numberIn(answer, 'benefitCardNumber')
        if (books.benefitCards.has(cardNumber)) throw new Error(`card ${cardNumber} was given out twice`)
        told['benefitCardNumber'] = cardNumber
        const ticketsGiven = policy.inAll === undefined ? {} : { ticketsGiven: policy.inAll }
        const card: BenefitCard = {
          cardNumber,
          policyCode,
          mobile,
          stopped: false,
          endDate,
          ...ticketsGiven,
          uses: [],
        }
        books.benefitCards.set(cardNumber, card)
      },
    }
  })

function mobileOf({ data }: Ask, broken: Broken): string | undefined {
  const mobile = text(data, 'mobile', broken)
  if (mobile === undefined || /^1[3-9]\d{9}$/.test(mobile)) return mobile
  broken.add('BCARD_MOBILE_INVALID')
  return undefined
}

/** 8.4: the days count from the last one, or from today for a card that has expired (8.2.4). */
export const renewBenefit = (books: Books, ask: Ask): Expected =>
  cardOrder(books, ask, 'benefit', broken => {
    const card = benefitCardOf(books, ask, broken)
    const mobile = mobileOf(ask, broken)
    const amount = fenOf(ask.data, 'renewAmount', broken)
    if (!card) return undefined
    if (mobile !== undefined && mobile !== card.mobile) broken.add('BCARD_MOBILE_INVALID')
    if (card.stopped) broken.add('BCARD_DISABLED')
    const policy = policyOf(books, card)
    checkOnSale(policy, broken)
    const { renewal } = policy
    if (!renewal) {
      broken.add('BCARD_NOT_ALLOW_RENEW')
      return undefined
    }
    if (amount !== renewal.fen) broken.add('BCARD_RENEW_FEE_INVALID')
    const today = dayAt(ask.now)
    const endDate = daysAfter(benefitStateOf(card, ask.now) === 'T' ? today : card.endDate, renewal.days)
    const left = benefitsLeft(card, ask.now)
    const more = renewal.tickets ?? 0
    return {
      answer: {
        endDate,
        renewDate: today,
        totalDiscountTickets: policy.inAll,
        renewDiscountTickets: renewal.tickets,
        oldAvailableDiscountTickets: left,
        availableDiscountTickets: left === undefined ? undefined : left + more,
      },
      told: { benefitCardNumber: card.cardNumber, amount: yuan(renewal.fen), orderType: 'renew' },
      enter() {
        card.endDate = endDate
        if (card.ticketsGiven !== undefined) card.ticketsGiven += more
      },
    }
  })

function benefitCardOf(books: Books, { data }: Ask, broken: Broken): BenefitCard | undefined {
  const cardNumber = text(data, 'benefitCardNumber', broken)
  if (cardNumber === undefined) return undefined
  const card = books.benefitCards.get(cardNumber)
  if (!card) broken.add('BCARD_NOT_EXIST')
  return card
}

/** 8.5 */
export function benefitDetail(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const card = benefitCardOf(books, ask, broken)
  return verdict(broken, data => card && matches(data, benefitTold(books, card, ask.now)))
}

export function benefitTold(books: Books, card: BenefitCard, now: number) {
  const policy = policyOf(books, card)
  // What no list tells of a policy, the model does not know.
  const limits = policy.state === 'enable' || policy.state === 'disable' ? limitsTold(policy) : {}
  const usedToday = benefitsUsed(card, now, { day: dayAt(now) })
  return {
    benefitCardNumber: card.cardNumber,
    mobile: card.mobile,
    benefitPolicyCode: card.policyCode,
    cardStatus: benefitStateOf(card, now),
    endDate: card.endDate,
    ...limits,
    availableDiscountTickets: benefitsLeft(card, now),
    availableDailyDiscountTickets:
      policy.perDay === undefined ? undefined : Math.max(0, policy.perDay - usedToday),
  }
}
