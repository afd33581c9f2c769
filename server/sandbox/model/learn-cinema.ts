import { z } from 'zod'
import { bizCodeOf, dataOf } from '../test-client.ts'
import type { TestCloud } from '../test-cloud.ts'
import { fen } from './verdict.ts'
import type { Goods, Grade, HallDiscount, House } from './world.ts'

const Menu = z.looseObject({
  maxBuyCount: z.int(),
  goodsList: z.array(
    z.looseObject({
      goodsId: z.string(),
      isPackage: z.boolean(),
      salePrice: z.string(),
      settlePrice: z.string().optional(),
      isDiscount: z.enum(['Y', 'N']),
    }),
  ),
})

const Discount = z.discriminatedUnion('discountType', [
  z.object({ hallType: z.string(), discountType: z.literal('R'), discount: z.string() }),
  z.object({ hallType: z.string(), discountType: z.literal('A'), discount: z.string() }),
  z.object({ hallType: z.string(), discountType: z.literal('B'), discount: z.string() }),
  z.object({ hallType: z.string(), discountType: z.literal('T'), discount: z.string() }),
])
const Grades = z.array(
  z.looseObject({
    gradeId: z.string(),
    gradeType: z.string(),
    goodsDiscount: z.string().optional(),
    maxDiscountTicketsPerDay: z.int(),
    maxDiscountTicketsPerShow: z.int(),
    minAmount: z.string(),
    cardCostFee: z.string(),
    memberFee: z.string(),
    transactValidityPeriod: z.int(),
    rechargeExtensionFlag: z.boolean(),
    rechargeExtensionAmount: z.string().optional(),
    hallDiscounts: z.array(Discount),
  }),
)

/** What a cinema sells beside tickets, and what its cards are worth. */
export async function learnCinema(
  cloud: TestCloud,
  cinemaLinkId: string,
): Promise<Pick<House, 'menu' | 'grades'>> {
  const sold = await cloud.ask('goods.getGoods', { cinemaLinkId })
  const listed = dataOf(await cloud.ask('card.getCardGradeList', { cinemaLinkId }), Grades)
  const grades = new Map(listed.map(grade => [grade.gradeId, asGrade(grade)]))
  if (bizCodeOf(sold) === 'CHANNEL_NOT_ALLOW_BUY') return { grades }
  const { maxBuyCount, goodsList } = dataOf(sold, Menu)
  const goods = goodsList.map(
    (item): Goods => ({
      goodsId: item.goodsId,
      isPackage: item.isPackage,
      standardFen: fen(item.salePrice),
      ...(item.settlePrice === undefined ? {} : { settleFen: fen(item.settlePrice) }),
      discountable: item.isDiscount === 'Y',
    }),
  )
  return { grades, menu: { maxBuyCount, goods: new Map(goods.map(item => [item.goodsId, item])) } }
}

const asGrade = (grade: z.infer<typeof Grades>[number]): Grade => ({
  gradeId: grade.gradeId,
  type: grade.gradeType,
  ...(grade.goodsDiscount === undefined ? {} : { goodsPercent: Number(grade.goodsDiscount) }),
  perDay: grade.maxDiscountTicketsPerDay,
  perShow: grade.maxDiscountTicketsPerShow,
  leastFen: fen(grade.minAmount),
  costFen: fen(grade.cardCostFee),
  memberFen: fen(grade.memberFee),
  validMonths: grade.transactValidityPeriod,
  ...(grade.rechargeExtensionFlag ? { extendsFromFen: fen(grade.rechargeExtensionAmount ?? '0') } : {}),
  halls: new Map(grade.hallDiscounts.map(discount => [discount.hallType, asDiscount(discount)])),
})

function asDiscount({ discountType, discount }: z.infer<typeof Discount>): HallDiscount {
  switch (discountType) {
    case 'R':
      return { type: 'R', percent: Number(discount) }
    case 'A':
      return { type: 'A', offFen: fen(discount) }
    case 'B':
      return { type: 'B', fen: fen(discount) }
    case 'T':
      return { type: 'T', times: Number(discount) }
  }
}
