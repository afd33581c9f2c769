import { confirmGoodsApi } from './confirm-goods.ts'

/** 6.3 Orders goods alone, every line with what it was paid with. */
export const confirmGoodsOrderForMultiPay = confirmGoodsApi(
  'ykse.partner.order.confirmGoodsOrderForMultiPay',
  'per-item',
)
