import type { Db } from './database.ts'

/** Goods of an order at the price they were sold for. */
export interface GoodsLine {
  goodsId: string
  name: string
  saleFen: number
  count: number
  package: 0 | 1
}

export interface GoodsHold {
  orderId: string
  cinemaLinkId: string
  holdId: string
  pickUpCode: string
}

/** What the counters keep ready for guests, whether they bought tickets with it or not. */
export function goodsHeldIn(db: Db) {
  const add = db.prepare<[GoodsHold]>(
    'INSERT INTO goods_hold VALUES (@orderId, @cinemaLinkId, @holdId, @pickUpCode)',
  )
  const addLine = db.prepare('INSERT INTO goods_line VALUES (?, ?, ?, ?, ?, ?, ?)')
  const find = db.prepare<[string], GoodsHold>(
    `SELECT order_id AS orderId, cinema_link_id AS cinemaLinkId, hold_id AS holdId, pick_up_code AS pickUpCode
     FROM goods_hold WHERE order_id = ?`,
  )
  const lines = db.prepare<[string], GoodsLine>(
    `SELECT goods_id AS goodsId, name, sale_fen AS saleFen, count, package
     FROM goods_line WHERE order_id = ? ORDER BY place`,
  )

  return {
    add(hold: GoodsHold, goods: readonly GoodsLine[]): void {
      add.run(hold)
      goods.forEach((line, place) => {
        addLine.run(hold.orderId, place, line.goodsId, line.name, line.saleFen, line.count, line.package)
      })
    },
    /** The goods of an order, in the order they were asked for; undefined when it has none. */
    find(orderId: string): (GoodsHold & { lines: GoodsLine[] }) | undefined {
      const hold = find.get(orderId)
      return hold && { ...hold, lines: lines.all(orderId) }
    },
  }
}
