import { z } from 'zod'
import type { Probe } from '../probe.ts'
import type { Show } from '../programme.ts'
import { objectIn, readable, Text } from '../reading.ts'
import type { Rule } from '../rule.ts'
import type { Plan, Seat } from '../seat-plans.ts'
import { allOf, broken, held, holds, refused, refusedWith, Untried, type Verdict } from '../verdict.ts'

const seats = { api: 'seat.getSeats', mode: 'read-only' } as const
const sold = { api: 'seat.getScheduleSoldSeats', mode: 'read-only' } as const
const areas = { api: 'seat.getScheduleAreaSeats', mode: 'read-only' } as const

const AreaSeats = z.object({ scheduleId: Text.optional(), sectionAreas: z.unknown().optional() })
const SectionAreas = z.object({ sectionId: Text, areaDetails: z.unknown().optional() })
const Area = z.object({ name: Text, seats: z.unknown().optional() })
const SeatId = z.object({ seatId: Text })

/** Halls, price areas and sold seats: specification 4.3 to 4.5. */
export const hallRules: readonly Rule[] = [
  {
    ...seats,
    id: 'reading.plans',
    section: '4.3.4',
    sentence: 'Every hall has a plan in force today; no two plans take effect on the same day.',
    check: probe =>
      ofEveryHall(probe, (plans, hallId) => {
        const days = plans.map(({ effectiveDate }) => effectiveDate)
        return allOf(
          holds(new Set(days).size === days.length, `hall ${hallId} has two plans from one day on`),
          holds(
            days.some(day => day <= probe.programme.today()),
            `hall ${hallId} has no plan in force, only from ${days.join(', ') || 'no day'}`,
          ),
        )
      }),
  },
  {
    ...seats,
    id: 'reading.seat-ids',
    section: '4.3.4',
    sentence: 'A seatId names one seat of a plan, and a place (x, y) of a section holds one seat.',
    check: probe =>
      ofEveryPlan(probe, ({ sections }, where) => {
        const ids = sections.flatMap(section => section.seats.map(({ seatId }) => seatId))
        const stacked = sections.find(
          section => new Set(section.seats.map(({ x, y }) => `${x} ${y}`)).size < section.seats.length,
        )
        return allOf(
          holds(new Set(ids).size === ids.length, `${where} names a seat twice`),
          holds(stacked === undefined, `${where} stacks seats in section ${stacked?.sectionId}`),
        )
      }),
  },
  {
    ...seats,
    id: 'reading.couples',
    section: '4.3.4',
    sentence: 'Couple seats come in pairs: right of every left half (L) is its right half (R).',
    check: probe =>
      ofEveryPlan(probe, ({ sections }, where) => {
        const single = sections.map(section => singleHalf(section.seats)).find(Boolean)
        return holds(single === undefined, `${where}: ${single?.seatId} is half a couple seat alone`)
      }),
  },
  {
    ...seats,
    id: 'reading.seat-count',
    section: '4.1.4, 4.3.4',
    sentence: 'seatCount of a hall is the number of seats in one of its plans.',
    check: probe =>
      ofEveryHall(probe, (plans, hallId) => {
        const counts = plans.map(({ sections }) =>
          sections.reduce((sum, section) => sum + section.seats.length, 0),
        )
        const said = probe.cinema.halls.find(hall => hall.hallId === hallId)?.seatCount
        const right = said === undefined || counts.includes(said)
        return holds(right, `hall ${hallId}: seatCount ${said}, its plans have ${counts.join(', ')}`)
      }),
  },
  {
    ...sold,
    id: 'reading.sold-by-section',
    section: '4.5.3, 4.5.4',
    sentence: 'The sold seats of a section are asked for and answered by section, and are seats of it.',
    async check(probe) {
      const show = await aShow(probe)
      for (const { sectionId, seats: planned } of await probe.plans.sectionsOf(show)) {
        const known = new Set(planned.map(({ seatId }) => seatId))
        const gone = await probe.plans.soldIn(show, sectionId)
        const stray = [...gone].find(seatId => !known.has(seatId))
        if (stray !== undefined)
          return broken(`${stray} is sold, and no seat of section ${sectionId}`, probe.log.at(-1)?.answer)
      }
      return held
    },
  },
  {
    ...sold,
    id: 'reading.section-required',
    section: '4.5.3, 9.2.1',
    sentence: 'Without sectionId it is refused with NULL_ARGUMENT (or 30005).',
    async check(probe) {
      const { key } = await aShow(probe)
      return refusedWith(await probe.ask('seat.getScheduleSoldSeats', key), 'NULL_ARGUMENT', '30005')
    },
  },
  {
    ...sold,
    id: 'reading.section-unknown',
    section: '4.5.3',
    sentence: 'A section that the hall has not is refused.',
    async check(probe) {
      const { key } = await aShow(probe)
      return refused(await probe.ask('seat.getScheduleSoldSeats', { ...key, sectionId: '9999' }))
    },
  },
  {
    ...sold,
    id: 'reading.damaged-are-sold',
    section: '4.3.4',
    sentence: 'A damaged seat (damage Y) is among those that cannot be bought.',
    async check(probe) {
      for (const show of await probe.programme.onSale())
        for (const { sectionId, seats: planned } of await probe.plans.sectionsOf(show)) {
          const damaged = planned.find(({ damage }) => damage === 'Y')
          if (!damaged) continue
          const gone = await probe.plans.soldIn(show, sectionId)
          const answer = probe.log.at(-1)?.answer
          return holds(gone.has(damaged.seatId), `${damaged.seatId} is damaged and not listed`, answer)
        }
      throw new Untried('not-applicable', 'the cinema shows no hall with a damaged seat')
    },
  },
  {
    ...sold,
    id: 'reading.schedule-key',
    section: '9.2.1',
    sentence:
      'A scheduleId that does not exist is refused with SCHEDULE_NOT_FOUND, a scheduleKey that is not the show’s with SCHEDULE_HAS_CHANGED.',
    async check(probe) {
      const { key } = await aShow(probe)
      const request = { ...key, sectionId: (await firstSection(probe)) ?? '' }
      const ask = (change: object) => probe.ask('seat.getScheduleSoldSeats', { ...request, ...change })
      return allOf(
        refusedWith(await ask({ scheduleId: '1' }), 'SCHEDULE_NOT_FOUND'),
        refusedWith(await ask({ scheduleKey: '0'.repeat(32) }), 'SCHEDULE_HAS_CHANGED'),
      )
    },
  },
  {
    ...areas,
    id: 'reading.areas-by-name',
    section: '4.2.4, 4.4.4',
    sentence:
      'The areas of a show and the prices of its schedule belong together by name, and no seat lies in two areas.',
    async check(probe) {
      const show = await probe.programme.areaShow()
      const answer = await probe.must('seat.getScheduleAreaSeats', show.key)
      const found = areasOf(objectIn(answer, AreaSeats))
      const names = new Set(found.map(({ name }) => name))
      const priced = new Set(show.areaPrices.map(({ name }) => name))
      const ids = found.flatMap(area => area.seatIds)
      const unpriced = [...names].find(name => !priced.has(name))
      const empty = [...priced].find(name => !names.has(name))
      return allOf(
        holds(unpriced === undefined, `${unpriced} has seats and no price`, answer),
        holds(empty === undefined, `${empty} has a price and no seats`, answer),
        holds(new Set(ids).size === ids.length, 'a seat lies in two areas', answer),
      )
    },
  },
  {
    ...areas,
    id: 'reading.area-seats',
    section: '4.4.4',
    sentence: 'The seats of an area are seats of the plan, in the section that is named.',
    async check(probe) {
      const show = await probe.programme.areaShow()
      const answer = await probe.must('seat.getScheduleAreaSeats', show.key)
      const planned = new Map(
        (await probe.plans.sectionsOf(show)).map(section => [
          section.sectionId,
          new Set(section.seats.map(({ seatId }) => seatId)),
        ]),
      )
      const stray = areasOf(objectIn(answer, AreaSeats))
        .flatMap(area => area.seatIds.map(seatId => ({ seatId, sectionId: area.sectionId })))
        .find(({ seatId, sectionId }) => !planned.get(sectionId)?.has(seatId))
      return holds(stray === undefined, `${stray?.seatId} is no seat of ${stray?.sectionId}`, answer)
    },
  },
]

async function aShow({ programme }: Probe): Promise<Show> {
  const [show] = await programme.onSale()
  if (!show) throw new Untried('unclear', 'no show is on sale in the next days')
  return show
}

const firstSection = async (probe: Probe) => (await probe.plans.sectionsOf(await aShow(probe)))[0]?.sectionId

async function ofEveryHall(
  { cinema, plans, log }: Probe,
  check: (plans: Plan[], hallId: string) => Verdict,
): Promise<Verdict> {
  for (const { hallId } of cinema.halls) {
    const verdict = check(await plans.ofHall(hallId), hallId)
    if (verdict.kind !== 'broken') continue
    const asked = log.findLast(
      ({ api, data }) => api === 'seat.getSeats' && JSON.stringify(data).includes(JSON.stringify(hallId)),
    )
    return broken(verdict.detail, asked?.answer)
  }
  return held
}

const ofEveryPlan = (probe: Probe, check: (plan: Plan, where: string) => Verdict) =>
  ofEveryHall(probe, (plans, hallId) =>
    allOf(...plans.map(plan => check(plan, `the plan of hall ${hallId} from ${plan.effectiveDate}`))),
  )

/** The first half without the other, row by row from left to right. */
function singleHalf(seatsOfSection: readonly Seat[]): Seat | undefined {
  const halves = seatsOfSection
    .filter(({ type }) => type === 'L' || type === 'R')
    .sort((a, b) => (a.y ?? 0) - (b.y ?? 0) || (a.x ?? 0) - (b.x ?? 0))
  return halves.find((half, index) => {
    const other = halves[half.type === 'L' ? index + 1 : index - 1]
    return other === undefined || other.type === half.type || other.y !== half.y
  })
}

const areasOf = ({ sectionAreas }: z.output<typeof AreaSeats>) =>
  readable(sectionAreas, SectionAreas).flatMap(({ sectionId, areaDetails }) =>
    readable(areaDetails, Area).map(area => ({
      sectionId,
      name: area.name,
      seatIds: readable(area.seats, SeatId).map(({ seatId }) => seatId),
    })),
  )
