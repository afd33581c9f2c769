import { z } from 'zod'
import { encryptCardPassword } from '../moviecloud/card-cipher.ts'
import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Numbers } from './numbers.ts'
import { once } from './once.ts'
import { Count, fenOf, OptionalText, objectIn, rowsIn, Text, yuanOf } from './reading.ts'
import { barredBy, Untried } from './verdict.ts'

const ListedGrade = z.object({
  gradeId: Text,
  gradeType: OptionalText,
  cardCostFee: OptionalText,
  memberFee: OptionalText,
  minAmount: OptionalText,
  transactValidityPeriod: Count,
})
const Registered = z.object({ cardNumber: Text, cardOrderId: Text })
const Balance = z.object({
  balance: OptionalText,
  availableTimes: Count,
  accumulationPoints: OptionalText,
  tradePoints: OptionalText,
})

export interface Grade {
  gradeId: string
  /** V stored value, A benefits, G gift card, T a number of times (7.1.4). */
  gradeType: string
  cardCostFen: number
  memberFen: number
  leastFen: number
}

/** A card that the run has registered. */
export interface OwnCard {
  grade: Grade
  cardNumber: string
  cardOrderId: string
  outTradeNo: string
  password: string
  request: object
  answer: Answer
}

/** What a card holds: fen, times and hundredths of points. */
export interface Holding {
  balanceFen: number | undefined
  times: number | undefined
  pointsEver: number
  pointsLeft: number
}

/** The member cards that a run makes at its cinema, each once; with the one that the command line names. */
export interface MemberCards {
  /** Enciphers a password (specification 3). @throws Untried not-applicable without a card key */
  seal(password: string): string
  /** @throws Untried not-applicable when the cinema has no cards */
  grades(): Promise<Grade[]>
  registerRequest(grade: Grade): RegisterRequest
  /** A card of this type of grade. @throws Untried when the cinema has none to give out */
  own(type: GradeType): Promise<OwnCard>
  holding(cardNumber: string, password: string): Promise<Holding>
}

export interface RegisterRequest {
  cinemaLinkId: string
  gradeId: string
  outTradeNo: string
  cardPassword: string
  cardCostFee: string
  memberFee: string
  firstRechargeAmount: string
  mobile: string
  cardUserName: string
}

type GradeType = 'V' | 'T' | 'A'

export interface MemberCardsParts {
  caller: Caller
  numbers: Numbers
  cinemaLinkId: string
  cardKey: string | undefined
}

/** The first password of every card that a run makes. */
const firstPassword = '135790'

export function createMemberCards({ caller, numbers, cinemaLinkId, cardKey }: MemberCardsParts): MemberCards {
  function seal(password: string): string {
    if (cardKey === undefined)
      throw new Untried('not-applicable', 'card passwords are enciphered with --card-key')
    return encryptCardPassword(password, cardKey)
  }

  const grades = once(async () => {
    const answer = await caller.must('card.getCardGradeList', { cinemaLinkId })
    const listed = rowsIn(answer, ListedGrade).map(grade => ({
      gradeId: grade.gradeId,
      gradeType: grade.gradeType ?? '',
      cardCostFen: fenOf(grade.cardCostFee) ?? 0,
      memberFen: fenOf(grade.memberFee) ?? 0,
      leastFen: fenOf(grade.minAmount) ?? 100,
    }))
    if (listed.length === 0) throw new Untried('not-applicable', 'the cinema has no member cards')
    return listed
  })

  const registerRequest = (grade: Grade): RegisterRequest => ({
    cinemaLinkId,
    gradeId: grade.gradeId,
    outTradeNo: numbers.next(),
    cardPassword: seal(firstPassword),
    cardCostFee: yuanOf(grade.cardCostFen),
    memberFee: yuanOf(grade.memberFen),
    firstRechargeAmount: '0.00',
    mobile: numbers.mobile(),
    cardUserName: 'conformance',
  })

  async function register(type: GradeType): Promise<OwnCard> {
    const fitting = (await grades()).filter(({ gradeType }) => gradeType === type)
    for (const grade of fitting) {
      const request = registerRequest(grade)
      const answer = await caller.ask('card.registerCard', request)
      // Grades whose blank cards are used up, or never were given out online (9.2.9).
      if (answer.code === 'CARD_NO_PRECARD_ERROR') continue
      if (!answer.ok) throw barredBy(answer)
      const { outTradeNo } = request
      return {
        grade,
        ...objectIn(answer, Registered),
        outTradeNo,
        password: firstPassword,
        request,
        answer,
      }
    }
    throw new Untried('not-applicable', `the cinema gives out no member card of type ${type}`)
  }
  const cards = {
    V: once(() => register('V')),
    T: once(() => register('T')),
    A: once(() => register('A')),
  }

  return {
    seal,
    grades,
    registerRequest,
    own: type => cards[type](),
    async holding(cardNumber, password) {
      const request = { cinemaLinkId, cardNumber, cardPassword: seal(password) }
      const held = objectIn(await caller.must('card.queryBalance', request), Balance)
      return {
        balanceFen: fenOf(held.balance),
        times: held.availableTimes,
        pointsEver: fenOf(held.accumulationPoints) ?? 0,
        pointsLeft: fenOf(held.tradePoints) ?? 0,
      }
    },
  }
}
