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
  /** When the cinema's own system answers the confirm; epoch ms, as all instants here. */
  readyAt: number
  /** What it answers then is that there are no goods. */
  readyFails: 0 | 1
  /** When it answers the latest refund. */
  refundedAt: number | null
  /** What it answers then is that it takes nothing back. */
  refundFails: 0 | 1
}

/** Specification 6.4.4. */
export type GoodsOrderStatus =
  | 'wait_goods'
  | 'goods_success'
  | 'goods_failed'
  | 'refunding'
  | 'refund_success'
  | 'refund_failed'

/** What became of the order by now. */
export function goodsStatusOf(order: GoodsOrder, now: number): GoodsOrderStatus {
  const { readyAt, readyFails, refundedAt, refundFails } = order
  if (refundedAt !== null) {
    if (now < refundedAt) return 'refunding'
    return refundFails === 1 ? 'refund_failed' : 'refund_success'
  }
  if (now < readyAt) return 'wait_goods'
  return readyFails === 1 ? 'goods_failed' : 'goods_success'
}

const columns = `
  goods_order_id AS goodsOrderId, third_order_id AS thirdOrderId, channel_code AS channelCode,
  cinema_link_id AS cinemaLinkId, mobile, parameters, confirmed_at AS confirmedAt, ready_at AS readyAt,
  ready_fails AS readyFails, refunded_at AS refundedAt, refund_fails AS refundFails`

export function goodsOrdersIn(db: Db) {
  const add = db.prepare<[GoodsOrder]>(
    `INSERT INTO goods_order VALUES (@goodsOrderId, @thirdOrderId, @channelCode, @cinemaLinkId, @mobile, @parameters,
       @confirmedAt, @readyAt, @readyFails, @refundedAt, @refundFails)`,
  )
  const byId = db.prepare<[string], GoodsOrder>(`SELECT ${columns} FROM goods_order WHERE goods_order_id = ?`)
  const byThirdOrder = db.prepare<[string, string], GoodsOrder>(
    `SELECT ${columns} FROM goods_order WHERE channel_code = ? AND third_order_id = ?`,
  )
  const refund = db.prepare<[number, 0 | 1, string]>(
    'UPDATE goods_order SET refunded_at = ?, refund_fails = ? WHERE goods_order_id = ?',
  )

  return {
    add: (order: GoodsOrder): void => void add.run(order),
    byId: (goodsOrderId: string): GoodsOrder | undefined => byId.get(goodsOrderId),
    byThirdOrder: (channelCode: string, thirdOrderId: string): GoodsOrder | undefined =>
      byThirdOrder.get(channelCode, thirdOrderId),
    /** The counter takes the goods back at `at`, epoch ms, or answers then that it does not. */
    refund: (goodsOrderId: string, at: number, fails: boolean): void =>
      void refund.run(at, fails ? 1 : 0, goodsOrderId),
  }
}
