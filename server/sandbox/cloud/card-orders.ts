import type { Db } from './database.ts'

export type CardFamily = 'member' | 'benefit'

/** An order about a card (specification 7.11.4, 8.6.4); points in hundredths. */
export interface CardOrder {
  cardOrderId: string
  family: CardFamily
  channelCode: string
  outTradeNo: string
  type: 'register' | 'recharge' | 'modifypoints' | 'renew' | 'consume'
  cardNumber: string
  /** Null for benefit cards, which no cinema issues. */
  cinemaLinkId: string | null
  amountFen: number | null
  points: number | null
  description: string | null
  parameters: string
  /** The JSON that was answered. */
  answer: string
  createdAt: number
}

const columns = `
  card_order_id AS cardOrderId, family, channel_code AS channelCode, out_trade_no AS outTradeNo, type,
  card_number AS cardNumber, cinema_link_id AS cinemaLinkId, amount_fen AS amountFen, points, description, parameters,
  answer, created_at AS createdAt`

export function cardOrdersIn(db: Db) {
  const add = db.prepare<[CardOrder]>(
    `INSERT INTO card_order VALUES (@cardOrderId, @family, @channelCode, @outTradeNo, @type, @cardNumber, @cinemaLinkId,
       @amountFen, @points, @description, @parameters, @answer, @createdAt)`,
  )
  const by = (column: string) =>
    db.prepare<[CardFamily, string, string], CardOrder>(
      `SELECT ${columns} FROM card_order WHERE family = ? AND channel_code = ? AND ${column} = ?`,
    )
  const byId = by('card_order_id')
  const byOutTradeNo = by('out_trade_no')

  return {
    add: (order: CardOrder): void => void add.run(order),
    byId: (family: CardFamily, channelCode: string, cardOrderId: string): CardOrder | undefined =>
      byId.get(family, channelCode, cardOrderId),
    byOutTradeNo: (family: CardFamily, channelCode: string, outTradeNo: string): CardOrder | undefined =>
      byOutTradeNo.get(family, channelCode, outTradeNo),
  }
}
