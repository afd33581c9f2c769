import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dataOf } from '../test-client.ts'
import { priced, startTestCloud, type TestCloud, theShow, tomorrow } from '../test-cloud.ts'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const money = z.string().regex(/^\d+\.\d{2}$/)
const time = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)

describe('getCinemas', () => {
  const Cinemas = z.array(
    z.strictObject({
      cinemaLinkId: z.string(),
      name: z.string(),
      cinemaId: z.string().regex(/^\d{8}$/),
      cityCode: z.string().regex(/^\d{6}$/),
      city: z.string(),
      hallCount: z.int(),
      refundBeforeTime: z.string().regex(/^\d+$/).optional(),
      refundLimitCount: z.string().regex(/^\d+$/).optional(),
      halls: z.array(
        z.strictObject({
          hallId: z.string(),
          name: z.string(),
          seatCount: z.int(),
          type: z.enum(['N', 'I', 'Y']),
        }),
      ),
    }),
  )

  test('has the table’s fields, cinema 681 first, and not the cinema that is closed to partners', async () => {
    const cinemas = dataOf(await cloud.ask('cinema.getCinemas', {}), Cinemas)
    expect(cinemas.map(cinema => cinema.cinemaLinkId)).toEqual(['681', '112', '92', '58', '206', '7788'])
    for (const cinema of cinemas) expect(cinema.halls).toHaveLength(cinema.hallCount)
    expect(cinemas.find(cinema => cinema.cinemaLinkId === '92')).not.toHaveProperty('refundBeforeTime')
  })
})

describe('getSchedules', () => {
  const Schedules = z.array(
    z.strictObject({
      scheduleId: z.string(),
      scheduleKey: z.string().regex(/^[0-9A-F]{32}$/),
      cinemaLinkId: z.string(),
      showDateTime: time,
      hallId: z.string(),
      standardPrice: money,
      lowestPrice: money,
      settlePrice: money.optional(),
      ticketfee: money.optional(),
      feeType: z.enum(['order', 'ticket']),
      throughStatus: z.enum(['Y', 'N']),
      stopSellingTime: time,
      saleStatus: z.enum(['Y', 'N']),
      sessionCode: z.string(),
      film: z.strictObject({
        name: z.string(),
        shortName: z.string(),
        filmCode: z.string(),
        language: z.string(),
        duration: z.int(),
        dimensional: z.enum(['2D', '3D', '4D']),
        size: z.enum(['NORMAL', 'IMAX', 'DMAX']),
      }),
      areaSettlePrices: z.array(z.strictObject({ name: z.string(), settlePrice: money })).optional(),
    }),
  )
  const ask = async (data: object) =>
    dataOf(await cloud.ask('schedule.getSchedules', { cinemaLinkId: '681', ...data }), Schedules)
  /** The business days that shows belong to: until six in the morning it is still the day before. */
  const daysOf = (shows: z.infer<typeof Schedules>) =>
    new Set(
      shows.map(({ showDateTime }) =>
        new Date(Date.parse(`${showDateTime.replace(' ', 'T')}Z`) - 6 * 3_600_000).toISOString().slice(0, 10),
      ),
    )

  test.each([
    ['no day: today', {}, ['2026-11-23']],
    ['empty days: today', { startDate: '', endDate: null }, ['2026-11-23']],
    ['one day', { startDate: tomorrow, endDate: tomorrow }, [tomorrow]],
    ['two days', { startDate: tomorrow, endDate: '2026-11-25' }, [tomorrow, '2026-11-25']],
    ['no end: all that there is', { startDate: '2026-11-28' }, ['2026-11-28', '2026-11-29']],
    ['no start: from today on', { endDate: tomorrow }, ['2026-11-23', tomorrow]],
    ['days long gone', { startDate: '2016-01-22', endDate: '2016-01-23', priceQueryType: 'benefit' }, []],
  ])('%s', async (_, range, days) => {
    expect(daysOf(await ask(range))).toEqual(new Set(days))
  })

  test('a show at one at night belongs to the day before', async () => {
    const shows = await ask({ startDate: tomorrow, endDate: tomorrow })
    expect(shows.some(show => show.showDateTime.startsWith('2026-11-25 0'))).toBe(true)
    expect(
      shows.some(show => show.showDateTime.startsWith('2026-11-24 0') && show.showDateTime < '2026-11-24 06'),
    ).toBe(false)
  })

  test('area prices come with a settle price for the seats outside', async () => {
    const shows = await ask({ startDate: tomorrow, endDate: tomorrow })
    for (const show of shows) if (show.areaSettlePrices) expect(show.settlePrice).toBeDefined()
  })

  test('days that a cinema does not sell yet are listed, not on sale', async () => {
    const far = await ask({ cinemaLinkId: '7788', startDate: '2026-11-29', endDate: '2026-11-29' })
    expect(new Set(far.map(show => show.saleStatus))).toEqual(new Set(['N']))
  })

  test.each([
    ['no such day', { startDate: '2026-02-30' }, 'FORMAT_ERROR'],
    ['another way of writing', { startDate: '24.11.2026' }, 'FORMAT_ERROR'],
    ['an end before the start', { startDate: tomorrow, endDate: '2026-11-23' }, 'ILLEGAL_ARGUMENT'],
    ['an unknown kind of price', { priceQueryType: 'cheap' }, 'ILLEGAL_ARGUMENT'],
    ['more than a month', { startDate: '2026-11-23', endDate: '2026-12-24' }, 'OVER_MAX_SCHEDULE_DAY'],
    ['an unknown cinema', { cinemaLinkId: '999' }, 'CINEMA_INVALID'],
    ['a cinema that is not open to us', { cinemaLinkId: '114' }, 'CHANNEL_CINEMA_NOT_FOUND'],
    ['no cinema', { cinemaLinkId: '' }, 'NULL_ARGUMENT'],
  ])('%s: %o is %s', async (_, data, bizCode) => {
    expect(await cloud.code('schedule.getSchedules', { cinemaLinkId: '681', ...data })).toBe(bizCode)
  })
})

describe('getSeats', () => {
  const Seats = z.strictObject({
    cinemaLinkId: z.string(),
    hallId: z.string(),
    seatPlanList: z.array(
      z.strictObject({
        effectiveDate: z.iso.date(),
        sections: z.array(
          z.strictObject({
            sectionId: z.string(),
            name: z.string(),
            seats: z.array(
              z.strictObject({
                seatId: z.string(),
                rowId: z.string(),
                columnId: z.string(),
                x: z.int(),
                y: z.int(),
                type: z.enum(['N', 'W', 'L', 'R', 'H', 'Z']),
                damage: z.enum(['Y', 'N']),
              }),
            ),
          }),
        ),
      }),
    ),
  })

  test('the specification’s own request gets a plan with the table’s fields', async () => {
    const data = dataOf(await cloud.ask('seat.getSeats', '{"cinemaLinkId":"681","hallId":"14"}'), Seats)
    expect(data.seatPlanList[0]?.sections[0]?.seats.length).toBeGreaterThan(500)
  })

  test('a hall that was and will be rebuilt has a plan for each time', async () => {
    const data = dataOf(await cloud.ask('seat.getSeats', { cinemaLinkId: '58', hallId: '3' }), Seats)
    expect(data.seatPlanList.map(plan => plan.effectiveDate)).toEqual([
      '2014-05-01',
      '2019-03-08',
      '2026-11-26',
    ])
  })

  test.each([
    ['an unknown hall', { cinemaLinkId: '681', hallId: '99' }, 'DATA_NOT_EXIST'],
    ['no hall', { cinemaLinkId: '681' }, 'NULL_ARGUMENT'],
    ['an unknown cinema', { cinemaLinkId: '999', hallId: '14' }, 'CINEMA_INVALID'],
  ])('%s', async (_, data, bizCode) => {
    expect(await cloud.code('seat.getSeats', data)).toBe(bizCode)
  })
})

describe('a show’s seats', () => {
  const Areas = z.strictObject({
    cinemaLinkId: z.string(),
    scheduleId: z.string(),
    scheduleKey: z.string(),
    sectionAreas: z.array(
      z.strictObject({
        sectionId: z.string(),
        areaDetails: z.array(
          z.strictObject({
            name: z.string(),
            code: z.string(),
            seats: z.array(z.strictObject({ seatId: z.string() })).min(1),
          }),
        ),
      }),
    ),
  })
  const Sold = z.strictObject({
    cinemaLinkId: z.string(),
    scheduleId: z.string(),
    scheduleKey: z.string(),
    sectionList: z.array(
      z.strictObject({ sectionId: z.string(), seats: z.array(z.strictObject({ seatId: z.string() })) }),
    ),
  })

  test('areas bear the names that the show prices, and no seat is in two of them', async () => {
    const show = theShow(await cloud.shows('92'), priced.byAreas)
    const { sectionAreas } = dataOf(await cloud.ask('seat.getScheduleAreaSeats', cloud.key(show)), Areas)
    expect(sectionAreas).toHaveLength(4)
    const areas = sectionAreas.flatMap(section => section.areaDetails)
    expect(new Set(areas.map(area => area.name))).toEqual(
      new Set(show.areaSettlePrices?.map(area => area.name)),
    )
    const seatIds = areas.flatMap(area => area.seats.map(seat => seat.seatId))
    expect(new Set(seatIds).size).toBe(seatIds.length)
  })

  test('a show without area prices has sections without areas', async () => {
    const show = theShow(await cloud.shows('681'), priced.bySettle)
    const { sectionAreas } = dataOf(await cloud.ask('seat.getScheduleAreaSeats', cloud.key(show)), Areas)
    expect(sectionAreas.map(section => section.areaDetails)).toEqual([[]])
  })

  test('sold seats are told section by section, broken ones among them', async () => {
    const show = theShow(await cloud.shows('92'), ({ hallId }) => hallId === '1')
    const seats = await cloud.seats(show)
    const told = await cloud.unavailable(show)
    for (const seat of seats) if (seat.damage === 'Y') expect(told).toContain(seat.seatId)
    expect(told.size).toBeGreaterThan(seats.filter(seat => seat.damage === 'Y').length)
    const sectionId = '0000000000000002'
    const one = dataOf(await cloud.ask('seat.getScheduleSoldSeats', { ...cloud.key(show), sectionId }), Sold)
    expect(one.sectionList.map(section => section.sectionId)).toEqual([sectionId])
    for (const { seatId } of one.sectionList[0]?.seats ?? []) expect(seatId.startsWith(sectionId)).toBe(true)
  })

  test.each([
    ['no show', { scheduleId: '' }, 'NULL_ARGUMENT'],
    ['an unknown show', { scheduleId: '1' }, 'SCHEDULE_NOT_FOUND'],
    ['a show that is no number', { scheduleId: "1' OR 1=1" }, 'SCHEDULE_NOT_FOUND'],
    ['another cinema’s show', { cinemaLinkId: '58' }, 'SCHEDULE_NOT_FOUND'],
    ['an old key', { scheduleKey: 'B07C86EA2949F822131AE216AC2AB21A' }, 'SCHEDULE_HAS_CHANGED'],
    ['no section', { sectionId: '' }, 'NULL_ARGUMENT'],
    ['an unknown section', { sectionId: '0000000000000009' }, 'DATA_NOT_EXIST'],
  ])('%s', async (_, change, bizCode) => {
    const show = theShow(await cloud.shows('681'), priced.bySettle)
    const request = { ...cloud.key(show), sectionId: '0000000000000001', ...change }
    expect(await cloud.code('seat.getScheduleSoldSeats', request)).toBe(bizCode)
    if (!('sectionId' in change)) expect(await cloud.code('seat.getScheduleAreaSeats', request)).toBe(bizCode)
  })
})
