import { yuan } from '#contract/money.ts'
import { type CardGrade, cardGrades, type HallDiscount } from '../world/card-grades.ts'
import type { Api } from './api.ts'
import { cinemaOf } from './lookups.ts'

/** 7.1 The grades of the cinema's member cards; none at a cinema that has no cards. */
export const getCardGradeList: Api = {
  name: 'ykse.partner.card.getCardGradeList',
  handle(call) {
    const { cinemaLinkId } = cinemaOf(call)
    return { dataList: (cardGrades[cinemaLinkId] ?? []).map(grade => asGrade(grade, cinemaLinkId)) }
  },
}

const asGrade = (grade: CardGrade, cinemaLinkId: string) => ({
  cinemaLinkId,
  gradeId: grade.gradeId,
  gradeDesc: grade.name,
  gradeType: grade.type,
  ...(grade.goodsPercent === undefined ? {} : { goodsDiscount: grade.goodsPercent.toFixed(2) }),
  maxDiscountTicketsPerDay: grade.ticketsPerDay,
  maxDiscountTicketsPerShow: grade.ticketsPerShow,
  minAmount: yuan(grade.leastFen),
  cardCostFee: yuan(grade.cardCostFen),
  memberFee: yuan(grade.memberFeeFen),
  // Not in this version of the specification (7.2.2, note 1).
  firstRecharge: '0.00',
  transactValidityPeriod: grade.validMonths,
  rechargeExtensionFlag: grade.extendsFromFen !== undefined,
  ...(grade.extendsFromFen === undefined ? {} : { rechargeExtensionAmount: yuan(grade.extendsFromFen) }),
  hallDiscounts: grade.halls.map(discount => ({
    hallType: discount.hallType,
    discountType: discount.type,
    discount: figureOf(discount),
  })),
})

function figureOf(discount: HallDiscount): string {
  switch (discount.type) {
    case 'R':
      return discount.percent.toFixed(2)
    case 'A':
      return yuan(discount.offFen)
    case 'B':
      return yuan(discount.fen)
    case 'T':
      return String(discount.times)
  }
}
