import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type GoodsWish, Menu } from '#contract/concessions.ts'
import { CinemaId } from '#contract/ids.ts'
import { QuoteGoods } from '#contract/order.ts'
import { toInstant } from '#contract/time.ts'
import { sampleCinema } from '../catalog/test-support/sample.ts'
import { type CacheStore, openCacheStore } from '../kernel/cache-store.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { CloudGoods } from '../moviecloud/gateway-types.ts'
import { type BoxOffice, openBoxOffice } from '../moviecloud/test-support/box-office.ts'
import { createConcessions } from './concessions.ts'

const minuteMs = 60_000
const [guangzhou, hangzhou, nowhere] = ['681', '58', 'no-such'].map(id => CinemaId.parse(id))
if (!guangzhou || !hangzhou || !nowhere) throw new Error('three cinemas')
let office: BoxOffice
let asked: CinemaId[]
/** What the cloud answers in the place of the truth. */
let instead: Outcome<CloudGoods> | undefined

beforeAll(async () => {
  office = await openBoxOffice('2026-11-23T10:00:00+08:00')
})
afterAll(() => office.close())
beforeEach(() => {
  asked = []
  instead = undefined
})

function openStore(dataDir = mkdtempSync(join(tmpdir(), 'foyer-goods-'))): CacheStore {
  return openCacheStore(dataDir, {
    nowMs: office.clock.now(),
    onError(error) {
      throw error
    },
  })
}

const counter = (store = openStore()) =>
  createConcessions({
    clock: office.clock,
    store,
    catalog: { cinemas: async () => [guangzhou, hangzhou].map(id => sampleCinema({ id })) },
    cloud: {
      goods(q) {
        asked.push(q.cinemaId)
        return instead === undefined ? office.cloud.goods(q) : Promise.resolve(instead)
      },
    },
  })
const lost: Outcome<never> = { kind: 'unknown', reason: 'timeout' }

describe('the menu', () => {
  it('has what the counter sells, at the price we sell it for', async () => {
    const menu = Menu.parse(await counter().list(guangzhou))
    expect(menu).toMatchObject({ cinemaId: '681', maxOfOne: 10, fetchedAt: toInstant(office.clock.now()) })
    expect(menu.goods[0]).toEqual({
      id: '1728',
      name: '爆米花（中份）',
      description: '现爆现卖，焦糖甜香',
      isPackage: false,
      unitFen: 1800,
    })
    expect(menu.goods.some(({ isPackage }) => isPackage)).toBe(true)
  })

  it('is empty at a cinema that sells tickets alone through us', async () => {
    expect((await counter().list(hangzhou)).goods).toEqual([])
  })

  it('is unknown, not empty, when the cloud refuses it for another reason', async () => {
    instead = { kind: 'refused', code: 'API_PERMISSION_ERROR', meaning: '' }
    await expect(counter().list(guangzhou)).rejects.toMatchObject({ code: 'cinema-unavailable' })
  })

  it('is not there at a cinema that is not ours, and nobody is asked', async () => {
    await expect(counter().list(nowhere)).rejects.toMatchObject({ code: 'not-found', field: 'cinemaId' })
    expect(asked).toEqual([])
  })

  it('costs one question in ten minutes, however many look', async () => {
    const concessions = counter()
    await Promise.all(Array.from({ length: 20 }, () => concessions.list(guangzhou)))
    office.clock.time += 9 * minuteMs
    await concessions.list(guangzhou)
    expect(asked).toEqual([guangzhou])
    office.clock.time += 20 * minuteMs
    await concessions.list(guangzhou)
    expect(asked).toEqual([guangzhou, guangzhou])
  })

  it('is told with its age while the cloud is away, and survives a restart', async () => {
    const store = openStore()
    const { fetchedAt, goods } = await counter(store).list(guangzhou)
    office.clock.time += 30 * minuteMs
    instead = lost
    expect(await counter(store).list(guangzhou)).toMatchObject({ fetchedAt, goods })
    await expect(counter().list(guangzhou)).rejects.toMatchObject({ code: 'cinema-unavailable' })
  })
})

describe('a basket', () => {
  it('is priced line by line, in the order of the wishes', async () => {
    const lines = await counter().price(guangzhou, [
      { goodsId: '1801', count: 1 },
      { goodsId: '1728', count: 3 },
    ])
    expect(lines).toEqual([
      { goodsId: '1801', name: '单人套餐', isPackage: true, count: 1, unitFen: 2800 },
      { goodsId: '1728', name: '爆米花（中份）', isPackage: false, count: 3, unitFen: 1800 },
    ])
    for (const line of lines) QuoteGoods.parse(line)
  })

  it('of nothing costs nothing and asks nobody', async () => {
    expect(await counter().price(guangzhou, [])).toEqual([])
    expect(asked).toEqual([])
  })

  const cola: GoodsWish = { goodsId: '1174', count: 1 }
  it.each<[string, GoodsWish[], string, string]>([
    [
      'a thing that nobody sells',
      [cola, { goodsId: '9', count: 1 }],
      'goods-not-available',
      'goods.1.goodsId',
    ],
    ['a thing taken off sale', [{ goodsId: '1799', count: 1 }], 'goods-not-available', 'goods.0.goodsId'],
    ['a thing twice', [cola, { goodsId: '1728', count: 1 }, cola], 'invalid-request', 'goods.2.goodsId'],
    ['eleven of ten', [{ ...cola, count: 11 }], 'too-many-goods', 'goods.0.count'],
  ])('with %s is refused', async (_, wishes, code, field) => {
    await expect(counter().price(guangzhou, wishes)).rejects.toMatchObject({ code, field })
  })

  it('with all that the cinema allows of one thing is priced', async () => {
    expect(await counter().price(guangzhou, [{ ...cola, count: 10 }])).toMatchObject([{ count: 10 }])
  })

  it('makes the menu be fetched again for what is not on it, once a minute at most', async () => {
    const concessions = counter()
    const ask = () => concessions.price(guangzhou, [{ goodsId: '9', count: 1 }]).catch(() => undefined)
    for (const _ of [1, 2, 3]) await ask()
    expect(asked).toHaveLength(1)
    office.clock.time += minuteMs
    for (const _ of [1, 2, 3]) await ask()
    expect(asked).toHaveLength(2)
  })

  it('is not sold at prices of more than an hour ago', async () => {
    const concessions = counter()
    await concessions.list(guangzhou)
    instead = lost
    office.clock.time += 60 * minuteMs
    expect(await concessions.price(guangzhou, [cola])).toHaveLength(1)
    office.clock.time += 1
    await expect(concessions.price(guangzhou, [cola])).rejects.toMatchObject({ code: 'selling-paused' })
  })
})
