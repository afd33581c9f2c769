import type { Db } from './database.ts'

/** An order of goods alone; what was bought is in goods-held.ts. */
export interface GoodsOrder {
  goodsOrderId: string
  thirdOrderId: string
  channelCode: string
  cinemaLinkId: string
  mobile: string | null
  parameters: string
  confirmedAt: number
  readyAt: number
  refundedAt: number | null
}

/** The part of specification 6.4.4's states that an order can reach here. */
export type GoodsOrderStatus = 'wait_goods' | 'goods_success' | 'refunding' | 'refund_success'

/** What became of the order by now. */
export function goodsStatusOf({ readyAt, refundedAt }: GoodsOrder, now: number): GoodsOrderStatus {
  if (refundedAt !== null) return now < refundedAt ? 'refunding' : 'refund_success'
  return now < readyAt ? 'wait_goods' : 'goods_success'
}

const columns = `
  goods_order_id AS goodsOrderId, third_order_id AS thirdOrderId, channel_code AS channelCode,
  cinema_link_id AS cinemaLinkId, mobile, parameters, confirmed_at AS confirmedAt, ready_at AS readyAt,
  refunded_at AS refundedAt`

export function goodsOrdersIn(db: Db) {
  const add = db.prepare<[GoodsOrder]>(
    `INSERT INTO goods_order VALUES (@goodsOrderId, @thirdOrderId, @channelCode, @cinemaLinkId, @mobile, @parameters,
       @confirmedAt, @readyAt, @refundedAt)`,
  )
  const byId = db.prepare<[string], GoodsOrder>(`SELECT ${columns} FROM goods_order WHERE goods_order_id = ?`)
  const byThirdOrder = db.prepare<[string, string], GoodsOrder>(
    `SELECT ${columns} FROM goods_order WHERE channel_code = ? AND third_order_id = ?`,
  )
  const refund = db.prepare<[number, string]>(
    'UPDATE goods_order SET refunded_at = ? WHERE goods_order_id = ?',
  )

  return {
    add: (order: GoodsOrder): void => void add.run(order),
    byId: (goodsOrderId: string): GoodsOrder | undefined => byId.get(goodsOrderId),
    byThirdOrder: (channelCode: string, thirdOrderId: string): GoodsOrder | undefined =>
      byThirdOrder.get(channelCode, thirdOrderId),
    /** The counter takes the goods back at `at`, epoch ms. */
    refund: (goodsOrderId: string, at: number): void => void refund.run(at, goodsOrderId),
  }
}
