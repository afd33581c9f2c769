import { addDays, businessDay } from '#contract/time.ts'
import type { Answer } from '../answer.ts'
import type { Probe } from '../probe.ts'
import { cinemasIn, type Show, showsIn } from '../programme.ts'
import type { Rule } from '../rule.ts'
import { allOf, broken, held, holds, Untried, type Verdict } from '../verdict.ts'

const cinemas = { api: 'cinema.getCinemas', mode: 'read-only' } as const
const schedules = { api: 'schedule.getSchedules', mode: 'read-only' } as const

/** Cinemas and their programme: specification 4.1 and 4.2. */
export const programmeRules: readonly Rule[] = [
  {
    ...cinemas,
    id: 'reading.cinemas-once',
    section: '4.1.3',
    sentence: 'One call gives all cinemas, each once; pages make no difference.',
    async check({ send, must }) {
      const ids = (answer: Answer) => cinemasIn(answer).map(({ cinemaLinkId }) => cinemaLinkId)
      const all = await must('cinema.getCinemas', {})
      const paged = await send({
        api: 'cinema.getCinemas',
        data: {},
        parameters: { pageNo: '1', pageSize: '1' },
      })
      return allOf(
        holds(new Set(ids(all)).size === ids(all).length, 'a cinemaLinkId comes twice', all),
        holds(String(ids(paged)) === String(ids(all)), 'a page of one row leaves cinemas out', paged),
      )
    },
  },
  {
    ...cinemas,
    id: 'reading.hall-count',
    section: '4.1.4',
    sentence: 'hallCount is the number of the halls listed, and each hall is listed once.',
    async check({ must }) {
      const answer = await must('cinema.getCinemas', {})
      const verdicts = cinemasIn(answer).map(({ cinemaLinkId, hallCount, halls }) => {
        const different = new Set(halls.map(({ hallId }) => hallId)).size
        const counted = hallCount === undefined || hallCount === halls.length
        return holds(
          counted && different === halls.length,
          `cinema ${cinemaLinkId}: hallCount ${hallCount}, ${halls.length} halls, ${different} different`,
          answer,
        )
      })
      return allOf(...verdicts)
    },
  },
  {
    ...cinemas,
    id: 'reading.refund-window',
    section: '4.1.4',
    sentence: 'refundBeforeTime is a whole number of minutes, or empty where nothing is taken back.',
    async check({ must }) {
      const answer = await must('cinema.getCinemas', {})
      const verdicts = cinemasIn(answer).map(({ cinemaLinkId, refundBeforeMinutes: minutes }) =>
        holds(
          minutes === undefined || (Number.isInteger(minutes) && minutes >= 0),
          `cinema ${cinemaLinkId} has another value`,
          answer,
        ),
      )
      return allOf(...verdicts)
    },
  },
  {
    ...schedules,
    id: 'reading.schedules-today',
    section: '4.2.2',
    sentence: 'Without startDate and endDate the shows of the current business day are given, and no others.',
    check: probe => withinDays(probe, {}, probe.programme.today(), probe.programme.today()),
  },
  {
    ...schedules,
    id: 'reading.schedules-range',
    section: '4.2.2',
    sentence:
      'With both days the shows of that range of business days are given; a business day runs from 06:00:00 to 05:59:59.',
    async check(probe) {
      const startDate = addDays(probe.programme.today(), 1)
      const endDate = addDays(startDate, 1)
      return withinDays(probe, { startDate, endDate }, startDate, endDate)
    },
  },
  {
    ...schedules,
    id: 'reading.schedules-from',
    section: '4.2.2',
    sentence: 'With startDate alone all shows from that business day on are given.',
    async check(probe) {
      const startDate = addDays(probe.programme.today(), 1)
      const next = addDays(startDate, 1)
      const some = (await shows(probe, { startDate: next, endDate: next })).found.map(idOf)
      const { answer, found } = await shows(probe, { startDate })
      const ids = new Set(found.map(idOf))
      return allOf(
        await withinDays(probe, { startDate }, startDate, '9999-12-31'),
        holds(
          some.every(id => ids.has(id)),
          'shows of a later day are missing',
          answer,
        ),
      )
    },
  },
  {
    ...schedules,
    id: 'reading.schedules-once',
    section: '4.2.4',
    sentence: 'Each show has a scheduleId of its own, a hall of the cinema and a start.',
    async check(probe) {
      const startDate = probe.programme.today()
      const { answer, found } = await shows(probe, { startDate, endDate: addDays(startDate, 3) })
      const halls = new Set(probe.cinema.halls.map(({ hallId }) => hallId))
      const stray = found.find(show => !halls.has(show.hallId) || Number.isNaN(show.startsAt))
      return allOf(
        holds(new Set(found.map(idOf)).size === found.length, 'a scheduleId comes twice', answer),
        stray
          ? broken(`show ${idOf(stray)}: hall ${stray.hallId}, showDateTime ${stray.showDateTime}`, answer)
          : held,
      )
    },
  },
  {
    ...schedules,
    id: 'reading.stop-selling-time',
    section: '4.2.4',
    sentence: 'Every show says until when it can be bought (stopSellingTime, yyyy-MM-dd HH:mm:ss).',
    async check(probe) {
      const startDate = probe.programme.today()
      const { answer, found } = await shows(probe, { startDate, endDate: addDays(startDate, 3) })
      const silent = found.find(({ stopsAt }) => Number.isNaN(stopsAt))
      return silent ? broken(`show ${idOf(silent)} says ${silent.stopSellingTime}`, answer) : held
    },
  },
  {
    ...schedules,
    id: 'reading.benefit-prices',
    section: '4.2.3, 4.2.4',
    sentence:
      'priceQueryType=benefit adds to the same shows what benefit cards pay; without it there are no such prices.',
    async check(probe) {
      const { cinemaLinkId } = probe.cinema
      const day = addDays(probe.programme.today(), 1)
      const range = { startDate: day, endDate: day }
      const plain = await shows(probe, range)
      const benefit = await shows(probe, { ...range, priceQueryType: 'benefit' })
      const policies = (await probe.benefitCards.policies()).filter(
        policy => policy.enabled && policy.cinemaLinkIds.includes(cinemaLinkId),
      )
      const named = new Set(
        benefit.found.flatMap(show => show.benefitPrices.map(price => price.benefitPolicyCode)),
      )
      if (benefit.found.length === 0) throw new Untried('not-applicable', `no shows on ${day}`)
      return allOf(
        holds(
          plain.found.every(show => show.benefitPrices.length === 0),
          'they come unasked',
          plain.answer,
        ),
        holds(
          String(plain.found.map(idOf)) === String(benefit.found.map(idOf)),
          'the shows differ',
          benefit.answer,
        ),
        holds(
          policies.every(({ policyCode }) => named.has(policyCode)),
          'a policy that is good at this cinema has no price at any show',
          benefit.answer,
        ),
      )
    },
  },
]

const idOf = (show: Show) => show.key.scheduleId

async function shows({ must, cinema: { cinemaLinkId } }: Probe, range: object) {
  const answer = await must('schedule.getSchedules', { cinemaLinkId, ...range })
  return { answer, found: showsIn(answer, cinemaLinkId) }
}

/** The shows that a request finds all belong to these business days. */
async function withinDays(probe: Probe, range: object, from: string, to: string): Promise<Verdict> {
  const { answer, found } = await shows(probe, range)
  if (found.length === 0) throw new Untried('not-applicable', `no shows from ${from} to ${to}`)
  const stray = found
    .filter(({ startsAt }) => !Number.isNaN(startsAt))
    .find(({ startsAt }) => businessDay(startsAt) < from || businessDay(startsAt) > to)
  return stray
    ? broken(`show ${idOf(stray)} at ${stray.showDateTime} is of another business day`, answer)
    : held
}
