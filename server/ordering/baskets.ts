import { createHash } from 'node:crypto'
import type { CardRequest } from '#contract/cards.ts'
import type { GoodsOrderRequest, GoodsWish } from '#contract/concessions.ts'
import type { CinemaId, OrderId } from '#contract/ids.ts'
import type { OrderCinema, Quote, QuoteGoods, QuoteLine } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import type { OrderCard, OrderRecord } from '../journal/record.ts'
import type { OrderStore } from '../journal/store.ts'
import type { Clock } from '../kernel/clock.ts'
import { goodsQuote, withGoods, withLines } from '../pricing/quote.ts'
import { type Answered, changeQuote } from './core/commands.ts'
import { draftGoods } from './draft.ts'
import type { RandomBytes } from './ids.ts'

/** What goods cost, as this server prices them. */
export interface Counter {
  /** @throws Problem invalid-request with the line that can't be had, cinema-unavailable */
  price(cinemaId: CinemaId, wishes: readonly GoodsWish[]): Promise<QuoteGoods[]>
  /** @throws Problem not-found, cinema-unavailable */
  cinema(cinemaId: CinemaId): Promise<OrderCinema>
}

/** The card that a guest names, of whichever kind. */
export type CardWish = Exclude<CardRequest, { kind: 'none' }>

/**
 * The prices that a card gives to the seats of an order, which comes at everybody's prices. `client` is whom to count a
 * wrong password on.
 *
 * @throws Problem one of contract/cards.ts's `cardErrors`
 */
export type PriceWithCard = (
  order: Pick<OrderRecord, 'ref' | 'show' | 'quote'>,
  wish: CardWish,
  client: string,
) => Promise<{ lines: QuoteLine[]; card: OrderCard }>

interface Parts {
  store: OrderStore
  clock: Clock
  random: RandomBytes
  counter: Counter | undefined
  existing(id: OrderId): Promise<OrderRecord>
  command(id: OrderId, kind: string, wish: (order: OrderRecord) => Answered): Promise<OrderRecord>
}

/** What is bought beside the seats, or instead of them, and at whose prices. */
export function createBaskets({ store, clock, random, counter, existing, command }: Parts) {
  const open = (): Counter => {
    if (counter === undefined) throw new Problem('not-found')
    return counter
  }

  return {
    /** The order of this intent, made now unless it was made before. */
    async begin(request: GoodsOrderRequest): Promise<OrderRecord> {
      const { intentId, cinemaId, goods } = request
      const digest = goodsDigest(request)
      const known = await store.byIntent(intentId)
      if (known !== undefined) return ofIntent(known, digest)
      const cinema = await open().cinema(cinemaId)
      const quote = goodsQuote(cinemaId, await open().price(cinemaId, goods))
      const order = draftGoods({ intentId, intentDigest: digest }, { cinema, quote }, random, clock.now())
      const detail = { goods: quote.goods.length, totalFen: quote.totalFen }
      const event = { at: clock.now(), kind: 'guest: order goods', detail }
      const inserted = await store.insert(order, event)
      if (inserted === 'inserted') return order
      return ofIntent((await store.byIntent(intentId)) ?? order, digest)
    },

    /** Everything from the counter that the order has, in the place of what it had; goods alone can't become none. */
    async change(id: OrderId, wishes: readonly GoodsWish[]): Promise<OrderRecord> {
      const { kind, ref } = await existing(id)
      if (kind === 'goods' && wishes.length === 0) throw new Problem('invalid-request', { field: 'goods' })
      const goods = wishes.length === 0 ? [] : await open().price(ref.cinemaId, wishes)
      return command(id, 'guest: change the basket', order => {
        const tickets = goods.length === 0 ? 'ticket' : 'mixed'
        const next = order.kind === 'goods' ? 'goods' : tickets
        return changeQuote(
          order,
          { kind: next, quote: withGoods(order.quote, goods), card: order.card },
          clock.now(),
        )
      })
    },

    /** The order at the prices that this card gives, and to be paid with it. */
    async presentCard(id: OrderId, priced: { lines: QuoteLine[]; card: OrderCard }): Promise<OrderRecord> {
      return command(id, 'guest: use a card', order => {
        const full = new Map(fullPrices(order).map(line => [line.seatId, line.ticketFen]))
        const lines = priced.lines.map(line =>
          line.deal === undefined ? line : { ...line, fullFen: full.get(line.seatId) ?? line.ticketFen },
        )
        const quote = withLines(order.quote, lines)
        return changeQuote(order, { kind: order.kind, quote, card: priced.card }, clock.now())
      })
    },

    /** The order at the prices for everybody. */
    forgetCard(id: OrderId): Promise<OrderRecord> {
      return command(id, 'guest: forget the card', order =>
        order.card === undefined
          ? { ok: true, order }
          : changeQuote(
              order,
              { kind: order.kind, quote: withLines(order.quote, fullPrices(order)), card: undefined },
              clock.now(),
            ),
      )
    },
  }
}

/** The lines as they are without any card. */
export function fullPrices({ quote }: { quote: Quote }): QuoteLine[] {
  return quote.lines.map(({ deal: _deal, fullFen, ...line }) => ({
    ...line,
    ticketFen: fullFen ?? line.ticketFen,
  }))
}

/** What was asked under an intent: the same goods in another order are the same wish. */
function goodsDigest({ cinemaId, goods }: GoodsOrderRequest): string {
  const wares = goods.map(({ goodsId, count }) => [goodsId, count]).sort()
  return createHash('sha256')
    .update(JSON.stringify(['goods', cinemaId, wares]))
    .digest('hex')
}

function ofIntent(order: OrderRecord, digest: string): OrderRecord {
  if (order.intentDigest !== digest) throw new Problem('intent-reused')
  return order
}
