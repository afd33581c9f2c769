import type { Seat, SeatPlan, Section } from './seat-plan.ts'

/** People who sit together: up to four neighbours, or a couple. */
interface Party {
  seatIds: string[]
  /** The lower, the earlier they bought. */
  order: number
}

const fullest = 0.7

/**
 * Who has bought before we came: `share` (0 to 1) of the seats, at most 70 %. People come in parties and take
 * the best places first, so that the taken seats clump about the middle; nobody takes wheelchair places, held
 * back or broken seats, and couple seats go in pairs.
 */
export function crowd(random: () => number, plan: SeatPlan, share: number): string[] {
  const parties = partiesIn(random, plan)
  const seatCount = plan.sections.reduce((sum, section) => sum + section.seats.length, 0)
  const wanted = Math.floor(Math.min(share, fullest) * seatCount)
  const taken: string[] = []
  for (const party of parties) {
    if (taken.length + party.seatIds.length > wanted) break
    taken.push(...party.seatIds)
  }
  return taken
}

/** The next party to come: the first whose places are all free yet; undefined when nobody finds a place. */
export function nextParty(
  random: () => number,
  plan: SeatPlan,
  taken: ReadonlySet<string>,
): readonly string[] | undefined {
  return partiesIn(random, plan).find(({ seatIds }) => !seatIds.some(seatId => taken.has(seatId)))?.seatIds
}

/** Everybody who would fit, in the order they would buy. */
const partiesIn = (random: () => number, plan: SeatPlan): Party[] =>
  plan.sections.flatMap((section, rank) => partiesOf(random, section, rank)).sort((a, b) => a.order - b.order)

function partiesOf(random: () => number, section: Section, rank: number): Party[] {
  const distance = distanceFromBest(section)
  const open = section.seats.filter(seat => !seat.damaged && seat.type !== 'H' && seat.type !== 'W')
  const parties: Party[] = []
  for (let at = 0; at < open.length; ) {
    const seats = partyAt(open, at, partySize(random()))
    const [first] = seats
    if (!first) break
    parties.push({
      seatIds: seats.map(seat => seat.seatId),
      order: distance(first) + random() * 0.8 + rank * 0.2,
    })
    at += seats.length
  }
  return parties
}

/** Most come as two. */
function partySize(random: number): number {
  if (random < 0.15) return 1
  if (random < 0.7) return 2
  return random < 0.85 ? 3 : 4
}

function partyAt(open: readonly Seat[], at: number, size: number): Seat[] {
  const first = open[at]
  if (!first) return []
  if (first.partnerId !== undefined) return open.slice(at, at + 2)
  const party = [first]
  for (const next of open.slice(at + 1, at + size)) {
    const before = party.at(-1)
    // A pitch of two is the coarsest grid a plan is drawn on; farther apart lies an aisle.
    if (!before || next.y !== before.y || next.x - before.x > 2 || next.partnerId !== undefined) break
    party.push(next)
  }
  return party
}

/** 0 at the best place, in the middle about two thirds back; about 1 in the corners. */
function distanceFromBest(section: Section): (seat: Seat) => number {
  const xs = section.seats.map(seat => seat.x)
  const ys = section.seats.map(seat => seat.y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [front, back] = [Math.min(...ys), Math.max(...ys)]
  const width = Math.max(1, right - left)
  const depth = Math.max(1, back - front)
  return seat =>
    Math.hypot(
      ((seat.x - (left + right) / 2) / width) * 1.6,
      ((seat.y - (front + depth * 0.66)) / depth) * 1.2,
    )
}
