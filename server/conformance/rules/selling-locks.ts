import { z } from 'zod'
import { addDays, businessDay } from '#contract/time.ts'
import type { Probe } from '../probe.ts'
import { showsIn } from '../programme.ts'
import { objectIn, readable, Text } from '../reading.ts'
import type { Rule } from '../rule.ts'
import { allOf, done, holds, refused, refusedWith, Untried } from '../verdict.ts'

const locking = { api: 'seat.lockSeats', mode: 'full' } as const
const releasing = { api: 'seat.releaseSeats', mode: 'full' } as const

const Locked = z.object({ lockOrderId: Text, outLockId: Text.optional(), seats: z.unknown().optional() })
const SeatId = z.object({ seatId: Text })

/** Locking and releasing: specification 5.1 and 5.2. */
export const lockRules: readonly Rule[] = [
  {
    ...locking,
    id: 'selling.lock',
    section: '5.1.4',
    sentence: 'Free seats are locked: the answer has a lockOrderId, our outLockId and exactly our seats.',
    async check(probe) {
      const { sale, plans, ask } = probe
      const show = await sale.aShow()
      const seatIds = await plans.freeSeats(show, 2)
      const request = sale.lockRequest(show, seatIds)
      const answer = await ask('seat.lockSeats', request)
      if (!answer.ok) return done(answer)
      const { outLockId, seats } = objectIn(answer, Locked)
      const locked = readable(seats, SeatId).map(({ seatId }) => seatId)
      return allOf(
        holds(outLockId === request.outLockId, `outLockId is ${outLockId}`, answer),
        holds(
          String(locked.sort()) === String([...seatIds].sort()),
          `it locked ${locked.join(', ')}`,
          answer,
        ),
      )
    },
  },
  {
    ...locking,
    id: 'selling.locked-are-sold',
    section: '4.5.2',
    sentence: 'A locked seat is among those that cannot be bought.',
    async check({ sale, plans, log }) {
      const { show, seatIds } = await sale.trialLock()
      const [seatId = ''] = seatIds
      const sold = await soldSeats({ plans }, show)
      return holds(sold.has(seatId), `${seatId} is locked and not listed`, log.at(-1)?.answer)
    },
  },
  {
    ...locking,
    id: 'selling.lock-twice',
    section: '9.2.2',
    sentence: 'A seat that is locked is not locked again: LOCK_SEAT_ERROR.',
    async check({ sale, ask }) {
      const { show, seatIds } = await sale.trialLock()
      return refusedWith(await ask('seat.lockSeats', sale.lockRequest(show, seatIds)), 'LOCK_SEAT_ERROR')
    },
  },
  {
    ...locking,
    id: 'selling.out-lock-id-length',
    section: '5.1.3',
    sentence: 'An outLockId of more than 20 characters is refused.',
    check: probe => lockRefused(probe, { outLockId: '9'.repeat(21) }),
  },
  {
    ...locking,
    id: 'selling.lock-no-seats',
    section: '5.1.3, 9.2.1',
    sentence: 'A lock of no seats is refused with SEAT_INFO_NOT_NULL (or NULL_ARGUMENT).',
    async check({ sale, ask }) {
      const request = sale.lockRequest(await sale.aShow(), [])
      return refusedWith(await ask('seat.lockSeats', request), 'SEAT_INFO_NOT_NULL', 'NULL_ARGUMENT')
    },
  },
  {
    ...locking,
    id: 'selling.lock-unknown-seat',
    section: '9.2.1, 9.2.2',
    sentence:
      'A seat that the hall has not is refused with SEAT_NOT_FOUND (or SEATID_ERROR, SEAT_INFO_ERROR, LOCK_SEAT_ERROR).',
    async check({ sale, plans, ask }) {
      const show = await sale.aShow()
      const sectionId = (await plans.sectionsOf(show))[0]?.sectionId ?? ''
      const request = sale.lockRequest(show, [`${sectionId}-ZZ-99`])
      return refusedWith(
        await ask('seat.lockSeats', request),
        'SEAT_NOT_FOUND',
        'SEATID_ERROR',
        'SEAT_INFO_ERROR',
        'LOCK_SEAT_ERROR',
      )
    },
  },
  {
    ...locking,
    id: 'selling.lock-damaged',
    section: '4.3.4',
    sentence: 'A damaged seat is not locked.',
    async check({ programme, plans, sale, ask }) {
      for (const show of await programme.onSale()) {
        const seats = (await plans.sectionsOf(show)).flatMap(section => section.seats)
        const damaged = seats.find(({ damage }) => damage === 'Y')
        if (damaged) return refused(await ask('seat.lockSeats', sale.lockRequest(show, [damaged.seatId])))
      }
      throw new Untried('not-applicable', 'the cinema shows no hall with a damaged seat')
    },
  },
  {
    ...locking,
    id: 'selling.lock-other-show',
    section: '9.2.2',
    sentence: 'A scheduleId that does not exist is refused with SCHEDULE_NOT_FOUND.',
    async check({ sale, plans, ask }) {
      const show = await sale.aShow()
      const request = { ...sale.lockRequest(show, await plans.freeSeats(show, 1)), scheduleId: '1' }
      return refusedWith(await ask('seat.lockSeats', request), 'SCHEDULE_NOT_FOUND')
    },
  },
  {
    ...locking,
    id: 'selling.lock-other-key',
    section: '5.1.3, 9.2.1',
    sentence:
      'A scheduleKey that is not the show’s is refused with SCHEDULE_HAS_CHANGED (or SHOW_REF_SEQ_NO_UNMATCH).',
    async check({ sale, plans, ask }) {
      const show = await sale.aShow()
      const request = {
        ...sale.lockRequest(show, await plans.freeSeats(show, 1)),
        scheduleKey: '0'.repeat(32),
      }
      const answer = await ask('seat.lockSeats', request)
      return refusedWith(answer, 'SCHEDULE_HAS_CHANGED', 'SHOW_REF_SEQ_NO_UNMATCH')
    },
  },
  {
    ...locking,
    id: 'selling.stopped',
    section: '4.2.4',
    sentence: 'After stopSellingTime no seat of the show is locked.',
    async check(probe) {
      const { must, cinema, clock, plans, sale, ask } = probe
      const today = businessDay(clock.now())
      const range = { startDate: addDays(today, -1), endDate: today }
      const answer = await must('schedule.getSchedules', { cinemaLinkId: cinema.cinemaLinkId, ...range })
      const past = showsIn(answer, cinema.cinemaLinkId).findLast(show => show.stopsAt < clock.now())
      if (!past) throw new Untried('not-applicable', 'no show has stopped selling today')
      const request = sale.lockRequest(past, await plans.freeSeats(past, 1))
      return refused(await ask('seat.lockSeats', request))
    },
  },
  {
    ...releasing,
    id: 'selling.release',
    section: '5.2.2',
    sentence: 'A released seat can be bought again at once.',
    async check({ sale, plans, ask, log }) {
      const show = await sale.aShow()
      const seatIds = await plans.freeSeats(show, 1)
      const { lockOrderId } = await sale.lock(show, seatIds)
      const { cinemaLinkId } = show.key
      const answer = await ask('seat.releaseSeats', { cinemaLinkId, lockOrderId })
      const sold = await soldSeats({ plans }, show)
      const listed = seatIds.find(seatId => sold.has(seatId))
      return allOf(
        done(answer),
        holds(listed === undefined, `${listed} was released and is still listed`, log.at(-1)?.answer),
      )
    },
  },
  {
    ...releasing,
    id: 'selling.release-unknown',
    section: '9.2.2',
    sentence: 'A lockOrderId that does not exist is refused.',
    check: async ({ ask, cinema: { cinemaLinkId } }) =>
      refused(await ask('seat.releaseSeats', { cinemaLinkId, lockOrderId: '000000000000' })),
  },
]

async function lockRefused({ sale, plans, ask }: Probe, change: object) {
  const show = await sale.aShow()
  const request = sale.lockRequest(show, await plans.freeSeats(show, 1))
  return refused(await ask('seat.lockSeats', { ...request, ...change }))
}

/** What cannot be bought in any section of the show. */
export async function soldSeats(
  { plans }: Pick<Probe, 'plans'>,
  show: Parameters<Probe['plans']['soldIn']>[0],
): Promise<Set<string>> {
  const all = new Set<string>()
  for (const { sectionId } of await plans.sectionsOf(show))
    for (const seatId of await plans.soldIn(show, sectionId)) all.add(seatId)
  return all
}
