import { confirmGoodsApi } from './confirm-goods.ts'

/** 6.2 Orders goods alone. */
export const confirmGoodsOrder = confirmGoodsApi('ykse.partner.order.confirmGoodsOrder', 'in-all')
