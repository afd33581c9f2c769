import { declare } from '../declare.ts'
import { decimal, fen, flag, list, record, text, whole } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 7.1 Grades of member cards with their discounts. Without a hall discount a card costs the full price. */
export const getCardGradeList = declare({
  name: 'card.getCardGradeList',
  section: '7.1',
  kind: 'read',
  cacheMs: 30 * 60_000,
  answer: 'list',
  params: parameters({ cinemaLinkId: required }),
  result: list(
    record({
      cinemaLinkId: text.optional(),
      gradeId: text.optional(),
      gradeDesc: text.optional(),
      gradeType: text.optional(),
      goodsDiscount: decimal.optional(),
      maxDiscountTicketsPerDay: whole.optional(),
      maxDiscountTicketsPerShow: whole.optional(),
      minAmountFen: fen.optional(),
      cardCostFeeFen: fen.optional(),
      memberFeeFen: fen.optional(),
      firstRechargeFen: fen.optional(),
      transactValidityPeriod: whole.optional(),
      rechargeExtensionFlag: flag.optional(),
      rechargeExtensionAmountFen: fen.optional(),
      hallDiscounts: list(
        record({ hallType: text.optional(), discountType: text.optional(), discount: decimal.optional() }),
      ),
    }),
  ),
})
