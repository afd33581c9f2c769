import { declare } from '../declare.ts'
import { fen, flag, list, record, text, whole } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 6.1 The goods of a cinema. */
export const getGoods = declare({
  name: 'goods.getGoods',
  section: '6.1',
  kind: 'read',
  cacheMs: 10 * 60_000,
  answer: 'object',
  params: parameters({ cinemaLinkId: required }),
  result: record({
    cinemaLinkId: text.optional(),
    maxBuyCount: whole.optional(),
    goodsList: list(
      record(
        {
          goodsId: text,
          name: text.optional(),
          isPackage: flag.optional(),
          salePriceFen: fen.optional(),
          settlePriceFen: fen.optional(),
          goodsPicUrl: text.optional(),
          desc: text.optional(),
          isDiscount: flag.optional(),
        },
        { salePriceFen: ['salePrice', 'standardPrice'], settlePriceFen: ['settlePrice', 'settleprice'] },
      ),
    ),
  }),
})
