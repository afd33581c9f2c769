import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import type { MemberCard } from '../cloud/member-cards.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { type CardGrade, gradeOf } from '../world/card-grades.ts'
import { fen, optionalDay, optionalText, text } from './arguments.ts'
import { addMonths, beijingDay, passwordOf } from './card-arguments.ts'
import { cardOrderApi } from './card-order-once.ts'
import { mobileOf } from './confirm-checks.ts'
import { cinemaOf } from './lookups.ts'

const filled = z.string().nullable()
const Wish = z.object({
  cinemaLinkId: z.string(),
  gradeId: z.string(),
  password: z.string(),
  feesFen: z.int(),
  owner: z.object({
    mobile: z.string(),
    userName: filled,
    idCard: filled,
    address: filled,
    birthdate: filled,
    email: filled,
  }),
})

/** 7.2 Gives out a member card; the fees have to be the grade's, and a first recharge is not possible yet. */
export const registerCard = cardOrderApi({
  name: 'ykse.partner.card.registerCard',
  family: 'member',
  type: 'register',
  wish: Wish,

  read(call) {
    const { args } = call
    const { cinemaLinkId } = cinemaOf(call)
    const gradeId = text(args, 'gradeId')
    const password = passwordOf(call, 'cardPassword')
    const fees = { costFen: fen(args, 'cardCostFee'), memberFen: fen(args, 'memberFee') }
    if (fen(args, 'firstRechargeAmount') !== 0)
      throw new BizRefusal('ILLEGAL_ARGUMENT', 'firstRechargeAmount has to be 0.00')
    const owner = {
      mobile: mobileOf(args),
      userName: optionalText(args, 'cardUserName', 20) ?? null,
      idCard: optionalText(args, 'idCard', 25) ?? null,
      address: optionalText(args, 'address', 100) ?? null,
      birthdate: optionalDay(args, 'birthdate') ?? null,
      email: optionalText(args, 'email', 30) ?? null,
    }

    const grade = knownGrade(cinemaLinkId, gradeId)
    if (!grade.blanks) throw new BizRefusal('CARD_NO_PRECARD_ERROR', gradeId)
    if (fees.costFen !== grade.cardCostFen || fees.memberFen !== grade.memberFeeFen)
      throw new BizRefusal(
        'CARD_REGISTER_FEE_ERROR',
        `cardCostFee ${yuan(grade.cardCostFen)}, memberFee ${yuan(grade.memberFeeFen)}`,
      )
    return { cinemaLinkId, gradeId, password, feesFen: fees.costFen + fees.memberFen, owner }
  },

  carryOut({ cinemaLinkId, gradeId, password, feesFen, owner }, { cloud, now }) {
    const today = beijingDay(now)
    const card: MemberCard = {
      cardNumber: cloud.cardNumbers.memberCard(cinemaLinkId),
      cinemaLinkId,
      gradeId,
      password,
      status: 'N',
      balanceFen: 0,
      times: 0,
      pointsEver: 0,
      pointsLeft: 0,
      registeredOn: today,
      validUntil: addMonths(today, knownGrade(cinemaLinkId, gradeId).validMonths),
      gender: null,
      ...owner,
    }
    cloud.memberCards.add(card)
    return {
      cardNumber: card.cardNumber,
      cinemaLinkId,
      amountFen: feesFen,
      points: null,
      description: null,
      answer: { cardNumber: card.cardNumber, balance: yuan(card.balanceFen) },
    }
  },
})

/** @throws BizRefusal CARD_GRADE_NOT_EXIST_ERROR */
function knownGrade(cinemaLinkId: string, gradeId: string): CardGrade {
  const grade = gradeOf(cinemaLinkId, gradeId)
  if (!grade) throw new BizRefusal('CARD_GRADE_NOT_EXIST_ERROR', gradeId)
  return grade
}
