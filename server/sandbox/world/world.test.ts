import { describe, expect, test } from 'vitest'
import { addDays } from '#contract/time.ts'
import { areaSeats } from './areas.ts'
import { crowd } from './crowd.ts'
import { films } from './films.ts'
import { programmeOf } from './programme.ts'
import { randomFor } from './random.ts'
import { drawPlan } from './seat-plan.ts'
import { buildWorld, planOn, seatsById } from './world.ts'

const day = '2026-11-23'
const world = buildWorld(day)
const open = world.cinemas.filter(cinema => cinema.openToPartners)
const halls = open.flatMap(cinema => cinema.halls)
const plans = halls.flatMap(hall => hall.plans)
const seatsIn = (plan: (typeof plans)[number]) => plan.sections.flatMap(section => section.seats)

describe('the buildings', () => {
  test('six cinemas in at least three cities, one of them in Shanghai, twenty halls, twelve films', () => {
    expect(open).toHaveLength(6)
    expect(new Set(open.map(cinema => cinema.city)).size).toBeGreaterThanOrEqual(3)
    expect(open.filter(cinema => cinema.cityCode.startsWith('310'))).toHaveLength(1)
    expect(halls).toHaveLength(20)
    expect(new Set(films.map(film => film.filmCode)).size).toBe(12)
  })

  test('the halls range from a salon of 24 to an arena of 1,200, hall 14 of cinema 681 is a large IMAX', () => {
    const sizes = halls.map(hall => seatsIn(planOn(hall, day)).length).sort((a, b) => a - b)
    expect(sizes[0]).toBe(24)
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(1200)
    const imax = open[0]?.halls[0]
    expect(open[0]?.cinemaLinkId).toBe('681')
    expect(imax).toMatchObject({ hallId: '14', type: 'I' })
    expect(imax && seatsIn(planOn(imax, day)).length).toBeGreaterThanOrEqual(500)
  })

  test('every kind of seat, damage included, is somewhere', () => {
    const seats = plans.flatMap(seatsIn)
    expect(new Set(seats.map(seat => seat.type))).toEqual(new Set(['N', 'W', 'L', 'R', 'H', 'Z']))
    expect(seats.some(seat => seat.damaged)).toBe(true)
  })

  test('a seat’s id is its own in the hall, and couples point at each other', () => {
    for (const plan of plans) {
      const byId = seatsById(plan)
      expect(byId.size).toBe(seatsIn(plan).length)
      for (const seat of byId.values())
        if (seat.partnerId !== undefined) expect(byId.get(seat.partnerId)?.partnerId).toBe(seat.seatId)
    }
  })

  test('places collide between sections in one hall on purpose, and nowhere inside a section', () => {
    let colliding = 0
    for (const plan of plans) {
      const everywhere = seatsIn(plan).map(seat => `${seat.x},${seat.y}`)
      if (new Set(everywhere).size < everywhere.length) colliding += 1
      for (const section of plan.sections)
        expect(new Set(section.seats.map(seat => `${seat.x},${seat.y}`)).size).toBe(section.seats.length)
    }
    expect(colliding).toBe(1)
  })

  test('the plan of a show is the latest in force on its day', () => {
    const rebuilt = halls.find(hall => hall.plans.length === 3)
    if (!rebuilt) throw new Error('no hall with three plans')
    expect(planOn(rebuilt, addDays(day, 2))).toBe(rebuilt.plans[1])
    expect(planOn(rebuilt, addDays(day, 3))).toBe(rebuilt.plans[2])
  })

  test('every price area holds seats', () => {
    for (const hall of halls)
      for (const plan of hall.plans)
        for (const { areas } of areaSeats(hall.areas, plan))
          for (const { area, seats } of areas)
            expect(seats.length, `${hall.name} ${area.name}`).toBeGreaterThan(0)
  })
})

describe('drawings', () => {
  const rows = ['oo', '', 'LR']
  const idsWith = (labels: object) =>
    drawPlan(day, [{ sectionId: '1', name: '', rows, ...labels }]).sections[0]?.seats.map(seat => seat.seatId)

  test.each([
    [{}, ['1-1-01', '1-1-02', '1-2-01', '1-2-02']],
    [{ rowLabels: 'letters' }, ['1-A-01', '1-A-02', '1-B-01', '1-B-02']],
    [{ rowLabels: 'numbers-from-back' }, ['1-2-01', '1-2-02', '1-1-01', '1-1-02']],
    [{ rowLabels: 'letters-from-back' }, ['1-B-01', '1-B-02', '1-A-01', '1-A-02']],
    [{ columnLabels: 'from-right' }, ['1-1-02', '1-1-01', '1-2-02', '1-2-01']],
    [{ columnLabels: 'odd-even' }, ['1-1-01', '1-1-02', '1-2-01', '1-2-02']],
  ])('labelled %o', (labels, ids) => expect(idsWith(labels)).toEqual(ids))

  test('odd numbers grow to the left, even ones to the right', () => {
    const plan = drawPlan(day, [{ sectionId: '1', name: '', rows: ['oooo'], columnLabels: 'odd-even' }])
    expect(plan.sections[0]?.seats.map(seat => seat.columnId)).toEqual(['03', '01', '02', '04'])
  })

  test.each([['oLo'], ['R'], ['L R'], ['?']])('"%s" is no drawing', row => {
    expect(() => drawPlan(day, [{ sectionId: '1', name: '', rows: [row] }])).toThrow()
  })
})

describe('the programme', () => {
  const week = [0, 1, 2, 3, 4, 5, 6].map(ahead => programmeOf(1, world, addDays(day, ahead)))
  const shows = week.flat()

  test('is the same for the same seed and day, and another for another seed', () => {
    expect(programmeOf(1, world, day)).toEqual(week[0])
    expect(programmeOf(2, world, day)).not.toEqual(week[0])
  })

  test('numbers every show once', () => {
    expect(new Set(shows.map(show => show.scheduleId)).size).toBe(shows.length)
  })

  test('starts after half past nine and, in every cinema, once more about one at night', () => {
    for (const date of week)
      for (const cinema of open) {
        const starts = date
          .filter(show => show.cinemaLinkId === cinema.cinemaLinkId)
          .map(show => show.startsAt)
        const minutes = (at: number) => (at - Date.parse(`${date[0]?.day}T00:00:00+08:00`)) / 60_000
        expect(Math.min(...starts.map(minutes))).toBeGreaterThanOrEqual(570)
        expect(Math.max(...starts.map(minutes))).toBeGreaterThanOrEqual(24 * 60 + 50)
        expect(Math.max(...starts.map(minutes))).toBeLessThanOrEqual(25 * 60 + 30)
      }
  })

  test('never plays two films in one hall at a time', () => {
    for (const show of shows) {
      const length = films.find(film => film.filmCode === show.filmCode)?.duration ?? 0
      const clash = shows.find(
        other =>
          other.cinemaLinkId === show.cinemaLinkId &&
          other.hallId === show.hallId &&
          other.startsAt > show.startsAt &&
          other.startsAt < show.startsAt + length * 60_000,
      )
      expect(clash).toBeUndefined()
    }
  })

  test('prices by areas, by settle price and by the channel all occur; no price lies below the lowest', () => {
    expect(shows.some(show => show.areaPrices.length > 0)).toBe(true)
    expect(shows.some(show => show.areaPrices.length === 0 && show.settleFen !== undefined)).toBe(true)
    expect(shows.some(show => show.settleFen === undefined)).toBe(true)
    for (const show of shows) {
      expect(show.standardFen).toBeGreaterThanOrEqual(show.lowestFen)
      for (const price of [show.settleFen, ...show.areaPrices.map(area => area.settleFen)])
        if (price !== undefined) expect(price).toBeGreaterThanOrEqual(show.lowestFen)
    }
  })

  test('the fee that Shanghai’s shows name stays within the city’s cap', () => {
    for (const show of shows.filter(({ cinemaLinkId }) => cinemaLinkId === '112')) {
      expect(show.feeFen ?? 0).toBeLessThanOrEqual(1200)
      expect(show.feeFen ?? 0).toBeLessThanOrEqual((show.settleFen ?? show.lowestFen) * 0.2)
    }
  })

  test('fills nobody’s hall beyond 70 %, and some nearly that far', () => {
    const fullness = shows.map(show => {
      const hall = world.cinemas
        .find(cinema => cinema.cinemaLinkId === show.cinemaLinkId)
        ?.halls.find(candidate => candidate.hallId === show.hallId)
      if (!hall) throw new Error('a show without a hall')
      return show.soldSeatIds.length / seatsIn(planOn(hall, show.day)).length
    })
    expect(Math.max(...fullness)).toBeLessThanOrEqual(0.7)
    expect(Math.max(...fullness)).toBeGreaterThan(0.55)
    expect(Math.min(...fullness)).toBeLessThan(0.05)
  })
})

test('the crowd sits in the middle first, takes couples whole and leaves held, broken and wheelchair places', () => {
  const rows = ['oooooooooo', 'oooooooooo', 'oooHHxoooo', 'oooooooooo', 'WWLRLRLRLR']
  const plan = drawPlan(day, [{ sectionId: '1', name: '', rows }])
  const seats = seatsById(plan)
  for (let seed = 0; seed < 50; seed++) {
    const taken = new Set(crowd(randomFor(seed), plan, 0.3))
    expect(taken.size).toBeGreaterThan(10)
    for (const seatId of taken) {
      const seat = seats.get(seatId)
      expect(seat?.damaged).toBe(false)
      expect(['H', 'W']).not.toContain(seat?.type)
      if (seat?.partnerId !== undefined) expect(taken).toContain(seat.partnerId)
    }
  }
})
