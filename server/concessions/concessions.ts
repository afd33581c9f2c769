import { z } from 'zod'
import type { GoodsWish, Menu } from '#contract/concessions.ts'
import type { CinemaId } from '#contract/ids.ts'
import { Fen } from '#contract/money.ts'
import type { QuoteGoods } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import { toInstant } from '#contract/time.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { valueOrProblem } from '../catalog/cloud-problem.ts'
import { type Cached, createCache } from '../kernel/cache.ts'
import type { CacheStore } from '../kernel/cache-store.ts'
import type { Clock } from '../kernel/clock.ts'
import { done } from '../kernel/outcome.ts'
import type { CloudGoods, MovieCloud } from '../moviecloud/gateway-types.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Prices older than this are not sold at: the cinema may have changed them while the cloud was out of reach. */
const pricesGoodForMs = hourMs
/** A thing that is not on the menu is looked for afresh, but no cinema is asked more often than this for it. */
const coldLookupMs = minuteMs
/** What the cloud answers for a cinema that sells tickets alone through us (9.2.7): its menu is empty. */
const sellsNothing = 'CHANNEL_NOT_ALLOW_BUY'

/** What the counters sell, and for how much. */
export interface Concessions {
  /** @throws Problem not-found, cinema-unavailable */
  list(cinemaId: CinemaId): Promise<Menu>
  /**
   * What the wishes cost, line by line in their order, at the cinema's own prices.
   *
   * @throws Problem goods-not-available, too-many-goods, invalid-request for a thing named twice (each with the
   *   field), not-found, selling-paused when the prices are too old to sell at, cinema-unavailable
   */
  price(cinemaId: CinemaId, wishes: readonly GoodsWish[]): Promise<QuoteGoods[]>
}

/** A menu as it lies in the cache file, read back after a restart. */
const StoredMenu = z.object({
  maxCount: z.int().exactOptional(),
  goods: z.array(
    z.object({
      goodsId: z.string(),
      name: z.string(),
      description: z.string().exactOptional(),
      isPackage: z.boolean(),
      unitFen: Fen,
      cardDiscount: z.boolean(),
    }),
  ),
}) satisfies z.ZodType<CloudGoods>

/** Menus of all cinemas, from a cache as patient as the cloud asks for (6.1). */
export function createConcessions(parts: {
  cloud: Pick<MovieCloud, 'goods'>
  catalog: Pick<Catalog, 'cinemas'>
  clock: Clock
  store: CacheStore
}): Concessions {
  const { cloud, catalog, clock, store } = parts
  const cache = createCache({
    clock,
    freshMs: 10 * minuteMs,
    renewBehindMs: 15 * minuteMs,
    keepMs: 24 * hourMs,
    failureMs: 5_000,
    maxEntries: 2_000,
    keyOf: (cinemaId: CinemaId) => cinemaId,
    async load(cinemaId) {
      const answer = await cloud.goods({ cinemaId })
      return answer.kind === 'refused' && answer.code === sellsNothing ? done({ goods: [] }) : answer
    },
    store: store.shelf('goods', StoredMenu),
  })

  async function menu(cinemaId: CinemaId): Promise<Cached<CloudGoods>> {
    const known = (await catalog.cinemas()).some(({ id }) => id === cinemaId)
    if (!known) throw new Problem('not-found', { field: 'cinemaId' })
    return valueOrProblem(await cache.get(cinemaId))
  }

  /** The menu, asked for again when the wishes have something that was not on it a while ago. */
  async function menuFor(cinemaId: CinemaId, wishes: readonly GoodsWish[]): Promise<Cached<CloudGoods>> {
    const found = await menu(cinemaId)
    const ids = new Set(found.value.goods.map(({ goodsId }) => goodsId))
    const cold = clock.now() - found.fetchedAtMs >= coldLookupMs
    return cold && wishes.some(({ goodsId }) => !ids.has(goodsId))
      ? valueOrProblem(await cache.renew(cinemaId))
      : found
  }

  return {
    async list(cinemaId) {
      const { value, fetchedAtMs } = await menu(cinemaId)
      return {
        cinemaId,
        goods: value.goods.map(({ goodsId, cardDiscount: _, ...shown }) => ({ id: goodsId, ...shown })),
        ...(value.maxCount !== undefined && { maxOfOne: value.maxCount }),
        fetchedAt: toInstant(fetchedAtMs),
      }
    },
    async price(cinemaId, wishes) {
      if (wishes.length === 0) return []
      const { value, fetchedAtMs } = await menuFor(cinemaId, wishes)
      if (clock.now() - fetchedAtMs > pricesGoodForMs) throw new Problem('selling-paused')
      return wishes.map((wish, i) => lineOf(value, wishes, wish, i))
    },
  }
}

function lineOf(
  { goods, maxCount = Number.POSITIVE_INFINITY }: CloudGoods,
  wishes: readonly GoodsWish[],
  { goodsId, count }: GoodsWish,
  i: number,
): QuoteGoods {
  const sold = goods.find(one => one.goodsId === goodsId)
  if (sold === undefined) throw new Problem('goods-not-available', { field: `goods.${i}.goodsId` })
  if (wishes.findIndex(wish => wish.goodsId === goodsId) < i)
    throw new Problem('invalid-request', { field: `goods.${i}.goodsId` })
  if (count > maxCount) throw new Problem('too-many-goods', { field: `goods.${i}.count` })
  const { name, isPackage, unitFen } = sold
  return { goodsId, name, isPackage, count, unitFen }
}
