import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bizCodeOf, dataOf } from '../test-client.ts'
import { evening, type ListedShow, priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
const asOther = { channel: other.channelCode, secret: other.secret }
const lockMs = 600_000

let cloud: TestCloud
let show: ListedShow
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other], lockMs })
  show = theShow(await cloud.shows('681'), found => found.hallId === '14')
})
afterAll(() => cloud.close())

const lock = (data: unknown, options = {}) => cloud.code('seat.lockSeats', data, options)
const seatIdsOf = async (of: ListedShow, fits: (type: string, damage: string) => boolean) =>
  (await cloud.seats(of)).filter(seat => fits(seat.type, seat.damage)).map(seat => seat.seatId)

describe('lockSeats', () => {
  test('answers with the table’s fields, and the seats are gone for everybody', async () => {
    const seatIds = await cloud.freeSeats(show, 3)
    const request = cloud.lockRequest(show, seatIds, '14526106201238732837')
    const answer = dataOf(
      await cloud.ask('seat.lockSeats', request),
      z.strictObject({
        lockOrderId: z.string().regex(/^20261123FOYER681\d{8}$/),
        outLockId: z.literal('14526106201238732837'),
        seats: z.array(z.strictObject({ seatId: z.string() })),
      }),
    )
    expect(answer.seats.map(seat => seat.seatId)).toEqual(seatIds)
    expect([...(await cloud.unavailable(show))]).toEqual(expect.arrayContaining(seatIds))
    expect(await lock(cloud.lockRequest(show, seatIds), asOther)).toBe('LOCK_SEAT_ERROR')
  })

  test('is all or nothing: one seat that is gone leaves the others free', async () => {
    const [first = '', second = ''] = await cloud.freeSeats(show, 2)
    await cloud.lock(show, [second])
    expect(await lock(cloud.lockRequest(show, [first, second]))).toBe('LOCK_SEAT_ERROR')
    expect(await cloud.unavailable(show)).not.toContain(first)
  })

  test('a number is good for one lock only, in its own channel', async () => {
    const [first = '', second = '', third = ''] = await cloud.freeSeats(show, 3)
    const request = cloud.lockRequest(show, [first], 'ONCE')
    expect(await lock(request)).toBe('SUCCESS')
    expect(await lock(request)).toBe('LOCKSEAT_UNMATCH')
    expect(await lock(cloud.lockRequest(show, [second], 'ONCE'))).toBe('LOCKSEAT_UNMATCH')
    expect(await lock(cloud.lockRequest(show, [third], 'ONCE'), asOther)).toBe('SUCCESS')
  })

  const bad: [string, (seatId: string) => object, string][] = [
    ['a number of 21 characters', () => ({ outLockId: '123456789012345678901' }), 'FORMAT_ERROR'],
    ['a number with a blank', () => ({ outLockId: 'a b' }), 'FORMAT_ERROR'],
    ['no number', () => ({ outLockId: null }), 'NULL_ARGUMENT'],
    ['no seats', () => ({ seatIdList: undefined }), 'SEAT_INFO_NOT_NULL'],
    ['an empty list', () => ({ seatIdList: [] }), 'SEAT_INFO_NOT_NULL'],
    ['a seat instead of a list', seatId => ({ seatIdList: seatId }), 'SEAT_INFO_ERROR'],
    ['a seat twice', seatId => ({ seatIdList: [seatId, seatId] }), 'SEAT_INFO_ERROR'],
    ['a seat that is a number', () => ({ seatIdList: [7] }), 'SEATID_ERROR'],
    ['a seat without a text', () => ({ seatIdList: [{ toString: '7' }] }), 'SEATID_ERROR'],
    ['a seat by its label', () => ({ seatIdList: ['A-05'] }), 'SEATID_ERROR'],
    ['a seat of no hall', () => ({ seatIdList: ['0000000000000001-99-99'] }), 'SEAT_NOT_FOUND'],
    ['an unknown show', () => ({ scheduleId: '66799563' }), 'SCHEDULE_NOT_FOUND'],
    ['an old key', () => ({ scheduleKey: 'F10DF43C8DB75EBB452562AAAF4575E7' }), 'SCHEDULE_HAS_CHANGED'],
    ['an unknown cinema', () => ({ cinemaLinkId: '0' }), 'CINEMA_INVALID'],
    ['a cinema that is not open to us', () => ({ cinemaLinkId: '114' }), 'CHANNEL_CINEMA_NOT_FOUND'],
  ]
  test.each(bad)('%s', async (_, change, bizCode) => {
    const [seatId = ''] = await cloud.freeSeats(show, 1)
    expect(await lock({ ...cloud.lockRequest(show, [seatId]), ...change(seatId) })).toBe(bizCode)
  })

  test('more seats than the cinema allows', async () => {
    expect(await lock(cloud.lockRequest(show, await cloud.freeSeats(show, 9)))).toBe('OVER_MAX_TICKET')
    expect(await lock(cloud.lockRequest(show, await cloud.freeSeats(show, 8)))).toBe('SUCCESS')
  })

  test('held back and broken seats are not for sale; wheelchair places are', async () => {
    const [held = ''] = await seatIdsOf(show, type => type === 'H')
    const [broken = ''] = await seatIdsOf(show, (_, damage) => damage === 'Y')
    const [wheelchair = ''] = await seatIdsOf(show, type => type === 'W')
    expect(await lock(cloud.lockRequest(show, [held]))).toBe('LOCK_SEAT_ERROR')
    expect(await lock(cloud.lockRequest(show, [broken]))).toBe('LOCK_SEAT_ERROR')
    expect(await lock(cloud.lockRequest(show, [wheelchair]))).toBe('SUCCESS')
  })

  test('half a couple seat is refused, the pair is not', async () => {
    const sofas = theShow(await cloud.shows('206'), found => found.hallId === '2')
    const [left = '', right = ''] = await cloud.freeSeats(sofas, 2, 'LR')
    expect(await lock(cloud.lockRequest(sofas, [left]))).toBe('SEAT_INFO_ERROR')
    expect(await lock(cloud.lockRequest(sofas, [right]))).toBe('SEAT_INFO_ERROR')
    expect(await lock(cloud.lockRequest(sofas, [left, right]))).toBe('SUCCESS')
  })

  test('a show off sale, a show too far ahead, a show past its last minute', async () => {
    const week = await Promise.all(
      ['112', '92', '206'].flatMap(cinema => [24, 25, 26].map(day => cloud.shows(cinema, `2026-11-${day}`))),
    )
    const stopped = week.flat().find(candidate => candidate.saleStatus === 'N')
    if (!stopped) throw new Error('no show was stopped')
    expect(await lock(cloud.lockRequest(stopped, await cloud.freeSeats(stopped, 1)))).toBe(
      'SCHEDULE_NOT_OPEN',
    )

    const [far] = await cloud.shows('7788', '2026-11-29')
    if (!far) throw new Error('no show that far')
    expect(await lock(cloud.lockRequest(far, await cloud.freeSeats(far, 1)))).toBe('SCHEDULE_OUT_DATE_ERROR')

    const [seatId = ''] = await cloud.freeSeats(show, 1)
    const end = Date.parse(`${show.stopSellingTime.replace(' ', 'T')}+08:00`)
    cloud.clock.time = end
    expect(await lock(cloud.lockRequest(show, [seatId]))).toBe('LOCK_SEAT_OUT_DATE')
    cloud.clock.time = end - 1
    expect(await lock(cloud.lockRequest(show, [seatId]))).toBe('SUCCESS')
    cloud.clock.time = evening
  })

  test('of 50 buyers at once one gets the seat', async () => {
    const [seatId = ''] = await cloud.freeSeats(show, 1)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => cloud.ask('seat.lockSeats', cloud.lockRequest(show, [seatId]))),
    )
    const codes = answers.map(bizCodeOf)
    expect(codes.filter(code => code === 'SUCCESS')).toHaveLength(1)
    expect(codes.filter(code => code === 'LOCK_SEAT_ERROR')).toHaveLength(49)
  })

  test('a lock ends to the millisecond, and then the seat is anybody’s', async () => {
    const [seatId = ''] = await cloud.freeSeats(show, 1)
    await cloud.lock(show, [seatId])
    cloud.clock.time = evening + lockMs - 1
    expect(await cloud.unavailable(show)).toContain(seatId)
    expect(await lock(cloud.lockRequest(show, [seatId]), asOther)).toBe('LOCK_SEAT_ERROR')
    cloud.clock.time = evening + lockMs
    expect(await cloud.unavailable(show)).not.toContain(seatId)
    expect(await lock(cloud.lockRequest(show, [seatId]), asOther)).toBe('SUCCESS')
    cloud.clock.time = evening
  })
})

describe('releaseSeats', () => {
  const release = (data: object, options = {}) => cloud.ask('seat.releaseSeats', data, options)

  test('frees the seats at once, and may be said twice', async () => {
    const seatIds = await cloud.freeSeats(show, 2)
    const request = { cinemaLinkId: '681', lockOrderId: await cloud.lock(show, seatIds) }
    const Released = z.strictObject({ cinemaLinkId: z.string(), lockOrderId: z.string() })
    expect(dataOf(await release(request), Released)).toEqual(request)
    expect(dataOf(await release(request), Released)).toEqual(request)
    await cloud.lock(show, seatIds)
  })

  test('does not free the seats that another has locked after the first lock ran out', async () => {
    const [seatId = ''] = await cloud.freeSeats(show, 1)
    const lockOrderId = await cloud.lock(show, [seatId])
    cloud.clock.time = evening + lockMs
    expect(await lock(cloud.lockRequest(show, [seatId]), asOther)).toBe('SUCCESS')
    expect(bizCodeOf(await release({ cinemaLinkId: '681', lockOrderId }))).toBe('SUCCESS')
    expect(await cloud.unavailable(show)).toContain(seatId)
    cloud.clock.time = evening
  })

  test('an unknown lock, another channel’s, another cinema’s, none', async () => {
    const lockOrderId = await cloud.lock(show, await cloud.freeSeats(show, 1))
    const code = async (data: object, options = {}) => bizCodeOf(await release(data, options))
    expect(await code({ cinemaLinkId: '681', lockOrderId: '20160114XXX68100000032' })).toBe(
      'LOCKSEAT_UNMATCH',
    )
    expect(await code({ cinemaLinkId: '681', lockOrderId }, asOther)).toBe('LOCKSEAT_UNMATCH')
    expect(await code({ cinemaLinkId: '112', lockOrderId })).toBe('LOCKSEAT_UNMATCH')
    expect(await code({ cinemaLinkId: '681' })).toBe('NULL_ARGUMENT')
  })

  test('a confirmed order is not released', async () => {
    const bought = await cloud.buy(theShow(await cloud.shows('681'), priced.bySettle))
    const answer = await release({ cinemaLinkId: '681', lockOrderId: bought.lockOrderId })
    expect(bizCodeOf(answer)).toBe('UN_LOCK_SEAT_UNSUCCESS')
  })
})
