import { yuan } from '#contract/money.ts'
import type { GoodsHold, GoodsLine } from '../cloud/goods-held.ts'

/** Goods as every answer tells them (5.5.4, 6.2.4), whatever it calls their list. They bear no fee here. */
export function goodsFields({ holdId, pickUpCode, lines }: GoodsHold & { lines: GoodsLine[] }) {
  return {
    holdId,
    pickUpCode,
    totalGoodsPrice: yuan(lines.reduce((sum, line) => sum + line.saleFen * line.count, 0)),
    totalGoodsFee: '0.00',
    goods: lines.map(line => ({
      goodsId: line.goodsId,
      name: line.name,
      salePrice: yuan(line.saleFen),
      count: line.count,
      isPackage: line.package === 1,
    })),
  }
}
