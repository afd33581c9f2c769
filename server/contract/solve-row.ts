import { companionSeats, companionsLost, keptForCompanion } from './companion-rule.ts'
import { couplePartners } from './couples.ts'
import {
  afterChosen,
  afterEmpty,
  afterLoose,
  forbidden,
  isGroup,
  joining,
  start,
  states,
  takenStart,
} from './row-memory.ts'
import { scatterCost } from './scatter-cost.ts'
import type { SeatGround } from './seat-ground.ts'

export interface RowWish {
  readonly costOf: (seat: number) => number
  /** Which seats may be taken; free ones that may not still count for the rules. */
  readonly choosable: (seat: number) => boolean
  /** Seats that the party has already. */
  readonly mine: ReadonlySet<number>
}

/**
 * One row solved for every number of seats up to `size`: what the cheapest legal choice of so many costs, Infinity
 * where there is none, and, if traced, which seats it is.
 */
export function solveRow(
  ground: SeatGround,
  row: readonly number[],
  size: number,
  wish: RowWish,
  traced?: 'traced',
) {
  const width = (size + 1) * states
  let costs = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
  let next = new Float64Array(width)
  let back = new Int16Array(width)
  const backs: Int16Array[] = []
  costs[0] = 0

  const put = (at: number, count: number, state: number, cost: number) => {
    const to = count * states + state
    if (state === forbidden || count > size || cost >= (next[to] ?? 0)) return
    next[to] = cost
    back[to] = at
  }
  for (let place = 0; place < row.length; place++) {
    next.fill(Number.POSITIVE_INFINITY)
    if (traced) back = new Int16Array(width)
    step(standOf(ground, row, place, wish), costs, wish.costOf, put)
    ;[costs, next] = [next, costs]
    if (traced) backs.push(back)
  }

  const cheapest = (count: number): number => {
    let best = count * states
    for (let at = best; at < (count + 1) * states; at++) {
      if (at % states !== afterLoose && (costs[at] ?? 0) < (costs[best] ?? 0)) best = at
    }
    return best
  }
  return {
    costs: Float64Array.from({ length: size + 1 }, (_, count) => costs[cheapest(count)] ?? 0),
    seats(count: number): number[] {
      const taken: number[] = []
      let at = cheapest(count)
      for (let place = row.length - 1; place >= 0; place--) {
        const before = backs[place]?.[at] ?? 0
        const more = Math.floor(at / states) - Math.floor(before / states)
        for (let k = 0; k < more; k++) taken.push(row[place + k] ?? -1)
        at = before
      }
      return taken
    },
  }
}

type Put = (at: number, count: number, state: number, cost: number) => void

/** What a row has to know of one seat. */
interface Stand {
  readonly seat: number
  /** The left half of its couple seat has decided for both. */
  readonly rightHalf: boolean
  /** What both halves cost together, where it is a left half that may be taken with its right one. */
  readonly sofaCost: number | undefined
  /** Ends a stretch of free seats: taken, a wheelchair place, or a couple seat. */
  readonly stops: boolean
  /** Begins a run. */
  readonly starts: boolean
  readonly takeable: boolean
  readonly mayStandAlone: boolean
  /** A wheelchair place with a companion seat on either side, of which one has to stay. */
  readonly between: boolean
}

function standOf(
  ground: SeatGround,
  row: readonly number[],
  place: number,
  { costOf, choosable, mine }: RowWish,
): Stand {
  const { seats, runs, rules } = ground
  const seat = row[place] ?? -1
  const partner = couplePartners(seats)[seat] ?? -1
  const isOpen = (other: number) => ground.isFree(other) && !mine.has(other)
  const mayTake = (other: number) => isOpen(other) && choosable(other)
  const paired = partner >= 0
  const sofa = paired && row[place + 1] === partner && mayTake(seat) && mayTake(partner)
  const wheelchair = seats.type[seat] === 'W'
  const stops = wheelchair || paired || !isOpen(seat)
  const ruled = rules.gap.mode !== 'off' && (runs.length[seat] ?? 0) >= rules.gap.shortestRun
  const keeps = rules.companions !== 'off'
  return {
    seat,
    rightHalf: paired && row[place - 1] === partner,
    sofaCost: sofa ? costOf(seat) + costOf(partner) : undefined,
    stops,
    starts: (runs.toLeft[seat] ?? -1) < 0,
    takeable: !stops && mayTake(seat) && (!keeps || !isLastCompanion(ground, seat, mine)),
    mayStandAlone: !stops && (!ruled || keptForCompanion(ground, seat, mine)),
    between: keeps && wheelchair && isOpen(seat) && companionSeats(ground, seat).length === 2,
  }
}

/** Whether a seat is the only one left beside a wheelchair place that somebody may still come to. */
function isLastCompanion(ground: SeatGround, seat: number, mine: ReadonlySet<number>): boolean {
  const { besideLeft, besideRight } = ground.runs
  const isPlace = (other: number) => ground.seats.type[other] === 'W'
  if (!isPlace(besideLeft[seat] ?? -1) && !isPlace(besideRight[seat] ?? -1)) return false
  return companionsLost(ground, new Set([...mine, seat])).length > 0
}

/** From everything that can be remembered before a seat to everything that can be remembered after it. */
function step(stand: Stand, costs: Float64Array, costOf: RowWish['costOf'], put: Put): void {
  for (let at = 0; at < costs.length; at++) {
    const cost = costs[at] ?? 0
    if (cost === Number.POSITIVE_INFINITY) continue
    if (stand.stops) stop(stand, at, cost, put)
    else pass(stand, at, cost, costOf, put)
  }
}

function stop(stand: Stand, at: number, cost: number, put: Put): void {
  const count = Math.floor(at / states)
  const before = at % states
  if (stand.rightHalf) put(at, count, before, cost)
  else if (before !== afterLoose) {
    put(at, count, stand.between && isGroup(before) ? takenStart : start, cost)
    if (stand.sofaCost !== undefined) put(at, count + 2, start, cost + stand.sofaCost + scatterCost.group)
  }
}

function pass(stand: Stand, at: number, cost: number, costOf: RowWish['costOf'], put: Put): void {
  const count = Math.floor(at / states)
  const before = at % states
  if (before === afterLoose && stand.starts) return
  const state = stand.starts && before !== takenStart ? start : before
  put(at, count, afterEmpty(state, stand.mayStandAlone), cost)
  if (stand.takeable && state !== takenStart) {
    put(at, count + 1, afterChosen(state), cost + costOf(stand.seat) + joining(state))
  }
}
