import { yuan } from '#contract/money.ts'
import type { MemberCard } from '../cloud/member-cards.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { gradeOf } from '../world/card-grades.ts'
import { fen, optionalDay, optionalText, text } from './arguments.ts'
import { addMonths, beijingDay, passwordOf } from './card-arguments.ts'
import { cardOrderApi } from './card-order-once.ts'
import { mobileOf } from './confirm-checks.ts'
import { cinemaOf } from './lookups.ts'

/** 7.2 Gives out a member card; the fees have to be the grade's, and a first recharge is not possible yet. */
export const registerCard = cardOrderApi('ykse.partner.card.registerCard', 'member', call => {
  const { args, cloud, now } = call
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
    gender: null,
  }

  const grade = gradeOf(cinemaLinkId, gradeId)
  if (!grade) throw new BizRefusal('CARD_GRADE_NOT_EXIST_ERROR', gradeId)
  if (!grade.blanks) throw new BizRefusal('CARD_NO_PRECARD_ERROR', gradeId)
  if (fees.costFen !== grade.cardCostFen || fees.memberFen !== grade.memberFeeFen)
    throw new BizRefusal(
      'CARD_REGISTER_FEE_ERROR',
      `cardCostFee ${yuan(grade.cardCostFen)}, memberFee ${yuan(grade.memberFeeFen)}`,
    )

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
    validUntil: addMonths(today, grade.validMonths),
    ...owner,
  }
  cloud.memberCards.add(card)
  return {
    type: 'register',
    cardNumber: card.cardNumber,
    cinemaLinkId,
    amountFen: fees.costFen + fees.memberFen,
    points: null,
    description: null,
    answer: { cardNumber: card.cardNumber, balance: yuan(card.balanceFen) },
  }
})
