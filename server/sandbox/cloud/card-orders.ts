import type { Db } from './database.ts'

export type CardFamily = 'member' | 'benefit'

/** An order about a card (specification 7.11.4, 8.6.4); points in hundredths. */
export interface CardOrder {
  cardOrderId: string
  family: CardFamily
  channelCode: string
  outTradeNo: string
  type: 'register' | 'recharge' | 'modifypoints' | 'renew' | 'consume'
  /** Null while the cinema has not given out the card. */
  cardNumber: string | null
  /** Null for benefit cards, which no cinema issues. */
  cinemaLinkId: string | null
  amountFen: number | null
  points: number | null
  description: string | null
  parameters: string
  /** JSON of what the cinema is to do; null where it did it at once. */
  wish: string | null
  /** The JSON that is answered once it is done. */
  answer: string | null
  createdAt: number
  /** When the cinema's own system has done it, epoch ms. */
  answeredAt: number
  /** What it says then is that it could not. */
  fails: 0 | 1
}

/** What became of the order by now (7.11.4, 8.6.4). */
export function cardOrderStatusOf(
  { answeredAt, fails }: CardOrder,
  now: number,
): 'wait' | 'success' | 'fail' {
  if (now < answeredAt) return 'wait'
  return fails === 1 ? 'fail' : 'success'
}

const columns = `
  card_order_id AS cardOrderId, family, channel_code AS channelCode, out_trade_no AS outTradeNo, type,
  card_number AS cardNumber, cinema_link_id AS cinemaLinkId, amount_fen AS amountFen, points, description, parameters,
  wish, answer, created_at AS createdAt, answered_at AS answeredAt, fails`

export function cardOrdersIn(db: Db) {
  const add = db.prepare<[CardOrder]>(
    `INSERT INTO card_order VALUES (@cardOrderId, @family, @channelCode, @outTradeNo, @type, @cardNumber, @cinemaLinkId,
       @amountFen, @points, @description, @parameters, @wish, @answer, @createdAt, @answeredAt, @fails)`,
  )
  const dueBy = db.prepare<[number], CardOrder>(
    `SELECT ${columns} FROM card_order WHERE answer IS NULL AND fails = 0 AND answered_at <= ?
     ORDER BY answered_at, created_at, card_order_id`,
  )
  const finish = db.prepare<[string, string, string]>(
    'UPDATE card_order SET card_number = ?, answer = ? WHERE card_order_id = ?',
  )
  const fail = db.prepare<[string]>('UPDATE card_order SET fails = 1 WHERE card_order_id = ?')
  const by = (column: string) =>
    db.prepare<[CardFamily, string, string], CardOrder>(
      `SELECT ${columns} FROM card_order WHERE family = ? AND channel_code = ? AND ${column} = ?`,
    )
  const byId = by('card_order_id')
  const byOutTradeNo = by('out_trade_no')

  return {
    add: (order: CardOrder): void => void add.run(order),
    /** What the cinemas have to have done by now and nobody has written yet, in the order of time. */
    dueBy: (now: number): CardOrder[] => dueBy.all(now),
    finish: (cardOrderId: string, cardNumber: string, answer: string): void =>
      void finish.run(cardNumber, answer, cardOrderId),
    /** It turned out that the cinema could not do it. */
    fail: (cardOrderId: string): void => void fail.run(cardOrderId),
    byId: (family: CardFamily, channelCode: string, cardOrderId: string): CardOrder | undefined =>
      byId.get(family, channelCode, cardOrderId),
    byOutTradeNo: (family: CardFamily, channelCode: string, outTradeNo: string): CardOrder | undefined =>
      byOutTradeNo.get(family, channelCode, outTradeNo),
  }
}
