import type { Books, CardEntry, MemberCard } from '../books.ts'
import { dayAt, monthsAfter } from '../calendar.ts'
import { gradeOf, type Holdings, holdings, stateOf } from '../card-ledger.ts'
import { type Ask, type Broken, type Expected, fen, fenOf, optional, text, yuan } from '../verdict.ts'
import type { Grade } from '../world.ts'
import { cardOrder, numberIn } from './card-orders.ts'
import { houseOf, mobileIn } from './lookups.ts'
import { cardOf, checkUsable, meantBy, timesForLeast } from './member-cards.ts'

/** 7.2 */
export const register = (books: Books, ask: Ask): Expected =>
  cardOrder(books, ask, 'member', broken => {
    const { data } = ask
    const house = houseOf(books, ask, broken)
    const gradeId = text(data, 'gradeId', broken)
    const password = meantBy(books, ask, 'cardPassword', broken)
    const costFen = fenOf(data, 'cardCostFee', broken)
    const memberFen = fenOf(data, 'memberFee', broken)
    const firstFen = fenOf(data, 'firstRechargeAmount', broken)
    if (firstFen !== undefined && firstFen !== 0) broken.add('ILLEGAL_ARGUMENT')
    const mobile = mobileIn(ask, broken, true)
    const cardUserName = optional(data, 'cardUserName', broken, 20)
    if (!house || gradeId === undefined) return undefined
    const grade = house.grades.get(gradeId)
    if (!grade) {
      broken.add('CARD_GRADE_NOT_EXIST_ERROR')
      return undefined
    }
    if (house.unspoken.withoutBlanks.includes(gradeId)) broken.add('CARD_NO_PRECARD_ERROR')
    if (costFen !== grade.costFen || memberFen !== grade.memberFen) broken.add('CARD_REGISTER_FEE_ERROR')
    if (password === undefined || mobile === undefined) return undefined
    const { cinemaLinkId } = house
    const told: Record<string, unknown> = {
      cinemaLinkId,
      orderType: 'register',
      amount: yuan(grade.costFen + grade.memberFen),
    }
    return {
      answer: { balance: '0.00' },
      told,
      enter(answer) {
        const cardNumber = numberIn(answer, 'cardNumber')
        if (books.memberCards.has(cardNumber)) throw new Error(`card ${cardNumber} was given out twice`)
        told['cardNumber'] = cardNumber
        books.memberCards.set(cardNumber, {
          cardNumber,
          cinemaLinkId,
          gradeId,
          password,
          mark: 'N',
          validUntil: monthsAfter(dayAt(ask.now), grade.validMonths),
          owner: { mobile, ...(cardUserName === undefined ? {} : { cardUserName }) },
          opening: { fen: 0, times: 0, ever: 0, left: 0 },
          entries: [],
        })
      },
    }
  })

function signed({ data }: Ask, name: string, broken: Broken): number | undefined {
  const value = text(data, name, broken)
  if (value === undefined) return undefined
  if (!/^-?\d{1,7}(\.\d{1,2})?$/.test(value)) broken.add('FORMAT_ERROR')
  else if (fen(value) === 0) broken.add('ILLEGAL_ARGUMENT')
  else return fen(value)
  return undefined
}

/** What takes from a guest has to say why (7.3.2, 7.4.2). */
function reason({ data }: Ask, change: number | undefined, broken: Broken): string {
  const description = optional(data, 'description', broken, 100)
  if (change !== undefined && change < 0 && description === undefined) broken.add('NULL_ARGUMENT')
  return description ?? ''
}

/** 7.3: at any cinema; stored value from the least amount up, times in multiples of it. */
export const recharge = (books: Books, ask: Ask): Expected =>
  cardOrder(books, ask, 'member', broken => {
    const house = houseOf(books, ask, broken)
    const card = cardOf(books, ask, house, broken, false)
    const amount = signed(ask, 'rechargeAmount', broken)
    const description = reason(ask, amount, broken)
    if (!house || !card || amount === undefined) return undefined
    const grade = gradeOf(books, card)
    const revives = revivedBy(books, card, amount, ask.now)
    if (!revives) checkUsable(books, card, ask.now, broken)
    checkAmount(grade, amount, broken)
    const byTimes = grade.type === 'T'
    const held = holdings(card, ask.now)
    const times = byTimes ? Math.trunc(amount / grade.leastFen) * timesForLeast : 0
    const after = { fen: held.fen + (byTimes ? 0 : amount), times: held.times + times }
    if (after.fen < 0 || after.times < 0) broken.add('ILLEGAL_ARGUMENT')
    const { cinemaLinkId } = house
    return {
      answer: { balance: yuan(after.fen), availableTimes: byTimes ? String(after.times) : undefined },
      told: {
        cinemaLinkId,
        cardNumber: card.cardNumber,
        amount: yuan(amount),
        orderType: 'recharge',
        description,
      },
      enter() {
        if (revives) card.validUntil = monthsAfter(dayAt(ask.now), grade.validMonths)
        card.entries.push({
          ...nothing(books, held, cinemaLinkId, ask.now),
          kind: 'recharge',
          fen: byTimes ? 0 : amount,
          times,
          paidFen: amount,
        })
      },
    }
  })

/** Stored value and times alone can be added; the one from the least amount up, the other in multiples of it. */
function checkAmount({ type, leastFen }: Grade, amount: number, broken: Broken): void {
  if (type !== 'V' && type !== 'T') broken.add('CARD_TYPE_NOADD_ERROR')
  if (type === 'T' && amount % leastFen !== 0) broken.add('TIME_CARD_CHARGE_ERROR')
  if (type !== 'T' && amount > 0 && amount < leastFen) broken.add('ILLEGAL_ARGUMENT')
}

/** Whether so much brings an expired card back to life (7.1.4). */
function revivedBy(books: Books, card: MemberCard, amount: number, now: number): boolean {
  const { extendsFromFen } = gradeOf(books, card)
  const enough = extendsFromFen !== undefined && amount > 0 && amount >= extendsFromFen
  return enough && stateOf(books, card, now) === 'T'
}

/** Something that happens on a card, with nothing in it yet. */
const nothing = (
  books: Books,
  held: Holdings,
  cinemaLinkId: string,
  at: number,
): Omit<CardEntry, 'kind'> => ({
  turn: ++books.turns,
  at,
  fen: 0,
  times: 0,
  points: 0,
  beforeFen: held.fen,
  cinemaLinkId,
  seats: 0,
  discountedSeats: 0,
})

/** 7.4: what is added counts for ever and to trade, what is taken only to trade. */
export const points = (books: Books, ask: Ask): Expected =>
  cardOrder(books, ask, 'member', broken => {
    const house = houseOf(books, ask, broken)
    const card = cardOf(books, ask, house, broken)
    const change = signed(ask, 'points', broken)
    const description = reason(ask, change, broken)
    if (!house || !card || change === undefined) return undefined
    checkUsable(books, card, ask.now, broken)
    const held = holdings(card, ask.now)
    if (held.left + change < 0) broken.add('ILLEGAL_ARGUMENT')
    const { cinemaLinkId } = house
    return {
      answer: {
        accumulationPoints: yuan(held.ever + Math.max(change, 0)),
        tradePoints: yuan(held.left + change),
      },
      told: {
        cinemaLinkId,
        cardNumber: card.cardNumber,
        points: yuan(change),
        orderType: 'modifypoints',
        description,
      },
      enter: () =>
        void card.entries.push({
          ...nothing(books, held, cinemaLinkId, ask.now),
          kind: 'points',
          points: change,
        }),
    }
  })
