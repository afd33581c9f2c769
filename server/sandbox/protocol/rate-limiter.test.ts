import { describe, expect, test } from 'vitest'
import { startTestCloud } from '../test-cloud.ts'
import { createRateLimiter } from './rate-limiter.ts'

const limits = { channel: { perSecond: 2, burst: 4 }, cinema: { perSecond: 3, burst: 6 } }

describe('a rate limiter', () => {
  const asking = () => {
    const limit = createRateLimiter(limits)
    return (channel: string, cinema: string, now: number): string => {
      try {
        limit(channel, cinema, now)
        return 'ok'
      } catch (error) {
        return error instanceof Error ? error.message.slice(0, 8) : ''
      }
    }
  }

  test('lets a burst through, then as many a second as are allowed', () => {
    const ask = asking()
    const now = 1_000_000
    expect(Array.from({ length: 5 }, () => ask('A', '681', now))).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
      '影院业务处理能力',
    ])
    expect([ask('A', '681', now + 499), ask('A', '681', now + 500)]).toEqual(['影院业务处理能力', 'ok'])
    expect(
      Array.from({ length: 5 }, () => ask('A', '681', now + 60_000)).filter(said => said === 'ok'),
    ).toHaveLength(4)
  })

  test('counts channels and cinemas apart, and all channels of a cinema together', () => {
    const ask = asking()
    const said = ['A', 'A', 'A', 'A', 'B', 'B', 'B'].map(channel => ask(channel, '681', 0))
    expect(said).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'cinema i'])
    expect(ask('B', '112', 0)).toBe('ok')
  })

  test('is not fooled by a clock that goes backward', () => {
    const ask = asking()
    for (const _ of [1, 2, 3, 4]) ask('A', '681', 1000)
    expect(ask('A', '681', 0)).toBe('影院业务处理能力')
  })
})

test('a channel that asks a cinema too often is told so, and others are served', async () => {
  const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
  const cloud = await startTestCloud({ limits, otherChannels: [other] })
  const ask = (cinemaLinkId: string, options = {}) =>
    cloud.code('seat.getSeats', { cinemaLinkId, hallId: '1' }, options)
  const asOther = { channel: other.channelCode, secret: other.secret }
  for (const _ of [1, 2, 3, 4]) expect(await ask('681')).toBe('SUCCESS')
  expect(await ask('681')).toBe('CINEMA_RATE_LIMIT_EXCEEDED')
  expect(await ask('112')).toBe('SUCCESS')
  expect(await ask('681', asOther)).toBe('SUCCESS')
  expect(await ask('681', asOther)).toBe('SUCCESS')
  expect(await ask('681', asOther)).toBe('retCode 40003')
  expect((await cloud.ask('cinema.getCinemas', {})).retCode).toBe('0')
  cloud.clock.time += 1000
  expect(await ask('681')).toBe('SUCCESS')
  await cloud.close()
})

test('a cinema that does not exist is never too busy', async () => {
  const cloud = await startTestCloud({ limits })
  const codes: string[] = []
  for (let nth = 0; nth < 8; nth++)
    codes.push(await cloud.code('goods.getGoods', { cinemaLinkId: 'nowhere' }))
  expect(new Set(codes)).toEqual(new Set(['CINEMA_INVALID']))
  await cloud.close()
})
