import { describe, expect, it } from 'vitest'
import { Programme } from '#contract/catalog.ts'
import { HallId, ShowId } from '#contract/ids.ts'
import type { CloudShow } from '../moviecloud/gateway-types.ts'
import { programmeOf, saleState } from './programme.ts'
import { parseShowId, showIdOf } from './show-id.ts'
import { sampleCinema, sampleShow } from './test-support/sample.ts'

const at = (time: string) => Date.parse(`2026-11-${time}+08:00`)
const { film } = sampleShow()

const show = (starts: string, changes: Partial<CloudShow> = {}) =>
  sampleShow({ scheduleId: starts, startsAt: at(starts), sellsUntil: at(starts) - 600_000, ...changes })
const programme = (shows: CloudShow[], wanted: string | undefined, now: string) =>
  programmeOf(sampleCinema(), { value: shows, fetchedAtMs: at('23T09:00:00'), stale: false }, wanted, at(now))

describe('the programme of a day', () => {
  it('keeps a show at two in the night on the business day before', () => {
    const night = show('24T02:00:00')
    expect(programme([night], '2026-11-23', '23T12:00:00').shows).toHaveLength(1)
    expect(programme([night], '2026-11-24', '23T12:00:00').shows).toHaveLength(0)
    expect(programme([night], undefined, '23T12:00:00').date).toBe('2026-11-23')
  })

  it('opens on the first day that still sells', () => {
    const shows = [show('23T19:30:00'), show('24T10:00:00')]
    expect(programme(shows, undefined, '23T19:00:00').date).toBe('2026-11-23')
    expect(programme(shows, undefined, '23T19:25:00').date).toBe('2026-11-24')
    expect(programme([], undefined, '24T03:00:00').date).toBe('2026-11-23')
  })

  it('offers the days that have shows and the one that was asked for', () => {
    const shows = [show('25T19:30:00'), show('24T10:00:00'), show('24T12:00:00')]
    expect(programme(shows, '2026-11-26', '23T19:00:00').days).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ])
  })

  it('leaves out what is over and keeps what has ended its sale', () => {
    const running = show('23T11:00:00')
    const over = show('23T08:00:00')
    const { shows } = programme([over, running], '2026-11-23', '23T12:00:00')
    expect(shows.map(({ startsAt, sale }) => [startsAt, sale])).toEqual([
      ['2026-11-23T11:00:00+08:00', 'sales-ended'],
    ])
  })

  it('puts films first that can be bought, then those with most shows, then by name; shows by time', () => {
    const of = (code: string, name: string) => ({ film: { ...film, code, name } })
    const { films, shows } = programme(
      [
        show('23T21:00:00', of('b', '八月')),
        show('23T20:00:00', of('a', '安静')),
        show('23T18:00:00', of('c', '长夜')),
        show('23T19:00:00', of('c', '长夜')),
        show('23T17:00:00', { ...of('z', '最后'), onSale: false }),
      ],
      '2026-11-23',
      '23T12:00:00',
    )
    expect(films.map(({ code }) => code)).toEqual(['c', 'a', 'b', 'z'])
    expect(shows.map(({ filmCode }) => filmCode)).toEqual(['z', 'c', 'c', 'a', 'b'])
  })

  it('is what the contract promises, with its age', () => {
    const answer = programme([show('23T19:30:00', { hallId: HallId.parse('99') })], undefined, '23T12:00:00')
    expect(Programme.parse(answer)).toMatchObject({
      fetchedAt: '2026-11-23T09:00:00+08:00',
      stale: false,
      shows: [{ id: '681~23T19:30:00', hallName: '99', endsAt: '2026-11-23T22:00:00+08:00', fromFen: 9300 }],
    })
  })
})

describe('whether a show sells', () => {
  it.each([
    ['on-sale', true, '23T19:17:30'],
    ['sales-ended', true, '23T19:17:31'],
    ['sales-ended', true, '23T19:20:00'],
    ['not-on-sale', false, '23T12:00:00'],
    ['sales-ended', false, '23T19:20:00'],
  ])('%s when the flag is %s at %s', (state, onSale, now) => {
    expect(saleState(sampleShow({ onSale }), at(now))).toBe(state)
  })
})

describe('the id of a show', () => {
  it('can be taken apart again, even when a schedule’s number has a tilde', () => {
    const { cinemaId } = sampleShow()
    for (const scheduleId of ['18406', 'a~b']) {
      expect(parseShowId(showIdOf({ cinemaId, scheduleId }))).toEqual({ cinemaId, scheduleId })
    }
  })

  it.each(['681', '~1', '681~', '~'])('is not %s', text => {
    expect(parseShowId(ShowId.parse(text))).toBeUndefined()
  })
})
