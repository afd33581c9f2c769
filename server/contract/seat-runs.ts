import { couplePartners } from './couples.ts'
import type { SeatColumns } from './hall.ts'

/** Who sits beside whom. Entry i of every list is seat i; -1 where nobody is. */
export interface SeatRuns {
  /** The touching seat of whatever kind; -1 at a wall, an aisle or the row's end. */
  readonly besideLeft: Int32Array
  readonly besideRight: Int32Array
  /** The touching seat of the same run: -1 also where a wheelchair place, a couple seat or an area ends it. */
  readonly toLeft: Int32Array
  readonly toRight: Int32Array
  /** How many seats the seat's run has, itself included. */
  readonly length: Int32Array
  /** Seats of one section on one line, from left to right. */
  readonly rows: readonly (readonly number[])[]
  /** Index into `rows`. */
  readonly row: Int32Array
}

/** A step wider than this many usual ones is an aisle. */
const widestTouch = 1.25

const known = { joined: new WeakMap<SeatColumns, SeatRuns>(), split: new WeakMap<SeatColumns, SeatRuns>() }

/**
 * The runs of touching seats, from plan positions alone: a row is what shares y in a section, an aisle is a step
 * wider than the section's usual one. A wheelchair place ends a run, since nobody is meant to fill it up, and so
 * does a couple seat, since nobody sits on half of it.
 *
 * @param areasBreakRuns whether seats of two price areas count as strangers
 */
export function seatRuns(seats: SeatColumns, areasBreakRuns: boolean): SeatRuns {
  const memo = areasBreakRuns ? known.split : known.joined
  const before = memo.get(seats)
  if (before) return before
  const runs = makeRuns(seats, areasBreakRuns)
  memo.set(seats, runs)
  return runs
}

function makeRuns(seats: SeatColumns, areasBreakRuns: boolean): SeatRuns {
  const count = seats.id.length
  const none = () => new Int32Array(count).fill(-1)
  const [besideLeft, besideRight, toLeft, toRight] = [none(), none(), none(), none()]
  const rows = rowsOf(seats)
  const pitches = usualSteps(seats, rows)
  const partners = couplePartners(seats)
  const row = new Int32Array(count)
  rows.forEach((line, r) => {
    line.forEach((seat, k) => {
      row[seat] = r
      const left = line[k - 1]
      if (left === undefined) return
      const pitch = pitches.get(seats.section[seat] ?? 0) ?? 1
      if (at(seats.x, seat) - at(seats.x, left) > widestTouch * pitch) return
      besideLeft[seat] = left
      besideRight[left] = seat
      const wheelchair = seats.type[seat] === 'W' || seats.type[left] === 'W'
      const sofa = partners[seat] !== left && (paired(partners, seat) || paired(partners, left))
      if (wheelchair || sofa || (areasBreakRuns && seats.band[seat] !== seats.band[left])) return
      toLeft[seat] = left
      toRight[left] = seat
    })
  })
  return { besideLeft, besideRight, toLeft, toRight, length: runLengths(rows, toLeft), rows, row }
}

const paired = (partners: Int32Array, seat: number): boolean => (partners[seat] ?? -1) >= 0

function rowsOf(seats: SeatColumns): number[][] {
  const sections = new Map<number, Map<number, number[]>>()
  seats.y.forEach((y, seat) => {
    const section = seats.section[seat] ?? 0
    const rows = sections.get(section) ?? new Map<number, number[]>()
    sections.set(section, rows)
    const row = rows.get(y)
    if (row) row.push(seat)
    else rows.set(y, [seat])
  })
  return [...sections.values()]
    .flatMap(rows => [...rows.values()])
    .map(row => row.sort((a, b) => at(seats.x, a) - at(seats.x, b)))
}

/** By section: the commonest distance between two neighbours, the smaller one of two equally common. */
function usualSteps(seats: SeatColumns, rows: readonly (readonly number[])[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>()
  for (const row of rows) {
    const section = seats.section[row[0] ?? 0] ?? 0
    const steps = counts.get(section) ?? new Map<number, number>()
    counts.set(section, steps)
    for (let k = 1; k < row.length; k++) {
      const step = at(seats.x, row[k] ?? 0) - at(seats.x, row[k - 1] ?? 0)
      steps.set(step, (steps.get(step) ?? 0) + 1)
    }
  }
  return new Map(
    [...counts].map(([section, steps]) => {
      const [usual] = [...steps].sort(([a, often], [b, oftener]) => oftener - often || a - b)
      return [section, usual?.[0] ?? 1]
    }),
  )
}

function runLengths(rows: readonly (readonly number[])[], toLeft: Int32Array): Int32Array {
  const length = new Int32Array(toLeft.length)
  const close = (run: readonly number[]) => {
    for (const seat of run) length[seat] = run.length
  }
  for (const row of rows) {
    let run: number[] = []
    for (const seat of row) {
      if ((toLeft[seat] ?? -1) < 0) {
        close(run)
        run = []
      }
      run.push(seat)
    }
    close(run)
  }
  return length
}

const at = (column: readonly number[], seat: number): number => column[seat] ?? 0
