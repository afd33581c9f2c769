import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAnswerCache } from './answer-cache.ts'
import type { Cloud } from './cloud/cloud.ts'
import { packed } from './protocol/packed.ts'
import { bizCodeOf } from './test-client.ts'
import { evening, startTestCloud, type TestCloud } from './test-cloud.ts'
import { openGroundCloud } from './test-ground.ts'

const hour = 3_600_000

describe('an answer that stands all day', () => {
  const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other', name: '另一家' }
  const asOther = { channel: 'OTHER', secret: 'other-secret' }
  let cloud: TestCloud
  beforeEach(async () => {
    const limits = { at: { '681': { hallIds: ['2'] } } }
    cloud = await startTestCloud({ otherChannels: [{ ...other, limits }] })
  })
  afterEach(() => cloud.close())

  const schedules = () => cloud.ask('schedule.getSchedules', { cinemaLinkId: '681' })

  test('is the same until six in the morning, then it is of the new day', async () => {
    const first = await schedules()
    cloud.clock.time += 9 * hour + 59 * 60_000
    expect(await schedules()).toEqual(first)
    cloud.clock.time += 60_000
    const next = await schedules()
    expect(next).not.toEqual(first)
    expect(JSON.stringify(next)).toContain('2026-11-24')
  })

  test('of shows says when they come on sale', async () => {
    const range = { cinemaLinkId: '58', startDate: '2026-11-28', endDate: '2026-11-28' }
    const onSale = async () =>
      /"saleStatus":"Y"/.test(JSON.stringify(await cloud.ask('schedule.getSchedules', range)))
    expect(await onSale()).toBe(false)
    cloud.clock.time += 24 * hour
    expect(await onSale()).toBe(true)
  })

  test('is forgotten by a reset', async () => {
    const first = await schedules()
    await cloud.control('clock', { forwardMs: 3 * 24 * hour })
    const timestamp = cloud.clock.now() + 3 * 24 * hour
    const ahead = await cloud.ask('schedule.getSchedules', { cinemaLinkId: '681' }, { timestamp })
    expect(JSON.stringify(ahead)).toContain('"showDateTime":"2026-11-26')
    await cloud.control('reset', {})
    expect(await schedules()).toEqual(first)
  })

  test('is each channel’s own', async () => {
    const mine = await schedules()
    const theirs = await cloud.ask('schedule.getSchedules', { cinemaLinkId: '681' }, asOther)
    const halls = (answer: unknown) =>
      new Set([...JSON.stringify(answer).matchAll(/"hallId":"(\d+)"/g)].map(([, hallId]) => hallId))
    expect(halls(theirs)).toEqual(new Set(['2']))
    expect(halls(mine).size).toBeGreaterThan(1)
    expect(await schedules()).toEqual(mine)
  })

  test('can go wrong like any other, and is well afterwards', async () => {
    const first = await schedules()
    const api = 'schedule.getSchedules'
    await cloud.control('faults', { kind: 'refuse', api, code: '40001' })
    expect(bizCodeOf(await schedules())).toBe('retCode 40001')
    await cloud.control('faults', { kind: 'unknown-code', api })
    expect(bizCodeOf(await schedules())).toBe('PHOENIX_8_UNDOCUMENTED')
    await cloud.control('faults', { kind: 'quirk', api, quirk: 'spellings' })
    expect(JSON.stringify(await schedules())).toContain('"ticketFee"')
    await cloud.control('faults', { kind: 'truncate', api })
    await expect(schedules()).rejects.toThrow()
    expect(await schedules()).toEqual(first)
  })

  test('is none for what others change: a seat that was bought is sold at once', async () => {
    const [show] = await cloud.shows('681')
    if (!show) throw new Error('no show')
    const [seatId = ''] = await cloud.freeSeats(show, 1)
    expect(await cloud.unavailable(show)).not.toContain(seatId)
    await cloud.lock(show, [seatId])
    expect(await cloud.unavailable(show)).toContain(seatId)
  })
})

describe('the cache', () => {
  const answer = { outcome: { bizCode: 'SUCCESS', bizMsg: '' }, packed: packed('x'.repeat(1000)) }
  const about = (data: string) => ({ channelCode: 'FOYER', api: 'seat.getSeats', data })
  let ground: ReturnType<typeof openGroundCloud>
  let cloud: Cloud
  beforeEach(() => {
    ground = openGroundCloud()
    cloud = ground.cloud
  })
  afterEach(() => ground.close())

  test('keeps what was asked for last, within its bound', () => {
    const cache = createAnswerCache(5000)
    cache.keep(about('one'), cloud, answer)
    cache.keep(about('two'), cloud, answer)
    expect(cache.find(about('one'), cloud)).toMatchObject(answer)
    cache.keep(about('three'), cloud, answer)
    expect(cache.find(about('two'), cloud)).toBeUndefined()
    expect(cache.find(about('one'), cloud)).toMatchObject(answer)
    expect(cache.find(about('three'), cloud)).toMatchObject(answer)
    expect(cache.size()).toBeLessThanOrEqual(5000)
  })

  test('keeps nothing that is larger than all of it', () => {
    const cache = createAnswerCache(1000)
    cache.keep(about('one'), cloud, answer)
    expect(cache.find(about('one'), cloud)).toBeUndefined()
    expect(cache.size()).toBe(0)
  })

  test('counts an answer once that is kept again', () => {
    const cache = createAnswerCache()
    cache.keep(about('one'), cloud, answer)
    const size = cache.size()
    cache.keep(about('one'), cloud, answer)
    expect(cache.size()).toBe(size)
  })

  test('knows the days apart, also when the clock goes back', () => {
    const cache = createAnswerCache()
    cache.keep(about('one'), cloud, answer)
    ground.clock.time = evening + 10 * hour
    expect(cache.find(about('one'), cloud)).toBeUndefined()
    ground.clock.time = evening
    expect(cache.find(about('one'), cloud)).toMatchObject(answer)
  })

  test('is empty after a reset', () => {
    const cache = createAnswerCache()
    cache.keep(about('one'), cloud, answer)
    cloud.reset()
    expect(cache.find(about('one'), cloud)).toBeUndefined()
    expect(cache.size()).toBe(0)
  })
})
