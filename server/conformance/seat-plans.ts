import { z } from 'zod'
import type { Caller } from './caller.ts'
import type { Cinema, Show } from './programme.ts'
import { Count, OptionalText, objectIn, readable, Text } from './reading.ts'
import { Untried } from './verdict.ts'

const Hall = z.object({ seatPlanList: z.unknown().optional() })
const ListedPlan = z.object({ effectiveDate: Text, sections: z.unknown().optional() })
const ListedSection = z.object({ sectionId: Text, seats: z.unknown().optional() })
const Seat = z.object({
  seatId: Text,
  rowId: OptionalText,
  x: Count,
  y: Count,
  type: OptionalText,
  damage: OptionalText,
})
const Sold = z.object({ sectionList: z.unknown().optional() })
const SoldSeat = z.object({ seatId: Text })

export type Seat = z.output<typeof Seat>
export interface Section {
  sectionId: string
  seats: Seat[]
}
export interface Plan {
  effectiveDate: string
  sections: Section[]
}

/** The halls of the cinema that the run is about; plans are asked once, sold seats always anew. */
export interface SeatPlans {
  ofHall(hallId: string): Promise<Plan[]>
  /** The sections of the plan in force on the show's day. @throws Untried when there is none */
  sectionsOf(show: Show): Promise<Section[]>
  /** What cannot be bought in one section now. */
  soldIn(show: Show, sectionId: string): Promise<Set<string>>
  /**
   * So many ordinary seats of one section that anybody may buy now, of these or of all.
   *
   * @throws Untried when the show is as good as sold out
   */
  freeSeats(show: Show, count: number, among?: ReadonlySet<string>): Promise<string[]>
}

export function createSeatPlans(caller: Caller, { cinemaLinkId }: Cinema): SeatPlans {
  const asked = new Map<string, Promise<Plan[]>>()

  function ofHall(hallId: string): Promise<Plan[]> {
    const earlier = asked.get(hallId)
    if (earlier) return earlier
    const plans = caller
      .must('seat.getSeats', { cinemaLinkId, hallId })
      .then(answer => readable(objectIn(answer, Hall).seatPlanList, ListedPlan).map(planOf))
    asked.set(hallId, plans)
    return plans
  }

  async function sectionsOf(show: Show): Promise<Section[]> {
    const plans = (await ofHall(show.hallId))
      .filter(({ effectiveDate }) => effectiveDate <= show.showDateTime.slice(0, 10))
      .sort((a, b) => (a.effectiveDate < b.effectiveDate ? -1 : 1))
    const plan = plans.at(-1)
    if (!plan) throw new Untried('unclear', `hall ${show.hallId} has no plan in force`)
    return plan.sections
  }

  async function soldIn(show: Show, sectionId: string): Promise<Set<string>> {
    const answer = await caller.must('seat.getScheduleSoldSeats', { ...show.key, sectionId })
    const sections = readable(objectIn(answer, Sold).sectionList, ListedSection)
    return new Set(sections.flatMap(({ seats }) => readable(seats, SoldSeat).map(({ seatId }) => seatId)))
  }

  async function freeSeats(show: Show, count: number, among?: ReadonlySet<string>): Promise<string[]> {
    for (const { sectionId, seats } of await sectionsOf(show)) {
      const sold = await soldIn(show, sectionId)
      const free = seats.filter(
        seat => isOrdinary(seat) && !sold.has(seat.seatId) && (among?.has(seat.seatId) ?? true),
      )
      // From the back, where seats are taken last: the best ones stay for guests.
      if (free.length >= count) return free.slice(-count).map(({ seatId }) => seatId)
    }
    throw new Untried('unclear', `show ${show.key.scheduleId} has not ${count} free seats in a section`)
  }

  return { ofHall, sectionsOf, soldIn, freeSeats }
}

const planOf = ({ effectiveDate, sections }: z.output<typeof ListedPlan>): Plan => ({
  effectiveDate,
  sections: readable(sections, ListedSection).map(({ sectionId, seats }) => ({
    sectionId,
    seats: readable(seats, Seat),
  })),
})

/** Neither half a couple seat, nor held back, nor broken, nor a wheelchair's (4.3.4). */
const isOrdinary = ({ type, damage }: Seat) => (type === 'N' || type === 'Z') && damage !== 'Y'
