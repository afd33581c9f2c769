import type { Books, MemberCard } from '../books.ts'
import { gradeOf, holdings, stateOf } from '../card-ledger.ts'
import {
  type Ask,
  answers,
  type Broken,
  type Expected,
  isAbsent,
  matches,
  optional,
  text,
  verdict,
  yuan,
} from '../verdict.ts'
import type { House } from '../world.ts'
import { houseOf, mobileIn } from './lookups.ts'
import { checkPassword } from './paying.ts'

/** 7.1 */
export function grades(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  return verdict(broken, data =>
    matches(
      data,
      [...(house?.grades.values() ?? [])].map(grade => ({
        cinemaLinkId: house?.cinemaLinkId,
        gradeId: grade.gradeId,
        gradeType: grade.type,
        maxDiscountTicketsPerDay: grade.perDay,
        maxDiscountTicketsPerShow: grade.perShow,
        cardCostFee: yuan(grade.costFen),
        memberFee: yuan(grade.memberFen),
      })),
    ),
  )
}

/** The card that a call names; `issued`: at the cinema that issued it. */
export function cardOf(
  books: Books,
  ask: Ask,
  house: House | undefined,
  broken: Broken,
  issued = true,
): MemberCard | undefined {
  const cardNumber = text(ask.data, 'cardNumber', broken)
  if (cardNumber === undefined || !house) return undefined
  const card = books.memberCards.get(cardNumber)
  if (card && !(issued && card.cinemaLinkId !== house.cinemaLinkId)) return card
  broken.add('CARD_NOT_EXIST_ERROR')
  return undefined
}

export function checkUsable(books: Books, card: MemberCard, now: number, broken: Broken): void {
  if (stateOf(books, card, now) !== 'N') broken.add('CARD_NOT_USE_ERROR')
}

/** Ten times for the least amount, at every cinema of the sandbox; getCardDetail tells it of each card. */
export const timesForLeast = 10

/** The six digits behind an enciphered password. */
export function meantBy(
  books: Books,
  { data, channel }: Ask,
  name: string,
  broken: Broken,
): string | undefined {
  const enciphered = text(data, name, broken, 512)
  if (enciphered === undefined) return undefined
  const meant = books.ciphers.get(enciphered)
  if (meant?.cardKey === channel.cardKey && /^\d{6}$/.test(meant.password)) return meant.password
  broken.add('FORMAT_ERROR')
  return undefined
}

/** 7.5 */
export function changePassword(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const card = cardOf(books, ask, houseOf(books, ask, broken), broken)
  const password = meantBy(books, ask, 'newPassword', broken)
  if (isAbsent(ask.data['oldPassword'])) broken.add('NULL_ARGUMENT')
  if (card) {
    checkPassword(books, ask, ask.data['oldPassword'], card, broken, 'CARD_OLD_PASSWORD_ERROR')
    checkUsable(books, card, ask.now, broken)
  }
  return verdict(broken, () => {
    if (card && password !== undefined) card.password = password
  })
}

const ownerFields = {
  cardUserName: 20,
  idCard: 25,
  address: 25,
  birthdate: 10,
  email: 25,
  gender: 3,
} as const

/** 7.6: what is not given stays. */
export function changeOwner(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const card = cardOf(books, ask, houseOf(books, ask, broken), broken)
  const changes: Record<string, string> = {}
  const mobile = mobileIn(ask, broken, false)
  if (mobile !== undefined) changes['mobile'] = mobile
  for (const [name, longest] of Object.entries(ownerFields)) {
    const value = optional(ask.data, name, broken, longest)
    if (value !== undefined) changes[name] = value
  }
  if (isAbsent(ask.data['cardPassword'])) broken.add('NULL_ARGUMENT')
  if (card) {
    checkPassword(books, ask, ask.data['cardPassword'], card, broken)
    checkUsable(books, card, ask.now, broken)
  }
  return verdict(broken, () => void Object.assign(card?.owner ?? {}, changes))
}

/** 7.7 */
export function cardDetail(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const card = cardOf(books, ask, houseOf(books, ask, broken), broken)
  return verdict(broken, data => {
    if (!card) return
    const grade = gradeOf(books, card)
    const state = stateOf(books, card, ask.now)
    const count = (kind: string) => card.entries.filter(entry => entry.kind === kind).length
    matches(data, {
      cardNumber: card.cardNumber,
      cinemaLinkId: card.cinemaLinkId,
      gradeId: card.gradeId,
      gradeType: grade.type,
      cardStatus: state,
      avaiFlag: state === 'N',
      chargeType: grade.type === 'V' || grade.type === 'T' ? 'C' : 'B',
      minAmount: yuan(grade.leastFen),
      minReChargeTimes: grade.type === 'T' ? timesForLeast : undefined,
      validateDate: card.validUntil,
      ...card.owner,
      rechargeTimes: count('recharge'),
      consumptionTimes: count('consume'),
    })
  })
}

/** 7.8, of any card whose password is known. */
export function balance(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const card = cardOf(books, ask, houseOf(books, ask, broken), broken)
  if (isAbsent(ask.data['cardPassword'])) broken.add('NULL_ARGUMENT')
  if (card) checkPassword(books, ask, ask.data['cardPassword'], card, broken)
  return card && broken.size === 0
    ? answers('SUCCESS', data => matches(data, balanceTold(books, card, ask.now)))
    : { codes: broken }
}

export function balanceTold(books: Books, card: MemberCard, now: number) {
  const held = holdings(card, now)
  const byTimes = gradeOf(books, card).type === 'T'
  return {
    cardNumber: card.cardNumber,
    cinemaLinkId: card.cinemaLinkId,
    balance: byTimes ? undefined : yuan(held.fen),
    availableTimes: byTimes ? held.times : undefined,
    accumulationPoints: yuan(held.ever),
    tradePoints: yuan(held.left),
  }
}
