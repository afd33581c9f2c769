import { z } from 'zod'
import { CinemaId, IntentId } from './ids.ts'
import { Fen } from './money.ts'
import { Instant } from './time.ts'

const goodsId = z.string().min(1).max(40)
/** Lines of one basket, and pieces of one thing; a cinema's own limit can only be lower. */
const [linesMax, countMax] = [30, 99]

/** Something from the counter, or several things sold as one. */
export const Goods = z.object({
  id: goodsId,
  name: z.string(),
  description: z.string().optional(),
  isPackage: z.boolean(),
  unitFen: Fen,
})
export type Goods = z.infer<typeof Goods>

/** What a cinema's counter sells through us; nothing at all in a cinema that sells only tickets so. */
export const Menu = z.object({
  cinemaId: CinemaId,
  goods: z.array(Goods),
  /** The most pieces of one thing that an order may have; absent: the cinema names none. */
  maxOfOne: z.int().optional(),
  fetchedAt: Instant,
})
export type Menu = z.infer<typeof Menu>

/** One line of a basket, as a guest asks for it: never with a price. */
export const GoodsWish = z.strictObject({ goodsId, count: z.int().min(1).max(countMax) })
export type GoodsWish = z.infer<typeof GoodsWish>

/** Everything from the counter that an order is to have; an empty list takes it all out again. */
export const BasketRequest = z.strictObject({ goods: z.array(GoodsWish).max(linesMax) })
export type BasketRequest = z.infer<typeof BasketRequest>

/** An order from the counter alone. The same intentId with the same goods is the same order. */
export const GoodsOrderRequest = z.strictObject({
  intentId: IntentId,
  cinemaId: CinemaId,
  goods: z.array(GoodsWish).min(1).max(linesMax),
})
export type GoodsOrderRequest = z.infer<typeof GoodsOrderRequest>
