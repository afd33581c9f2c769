import type { Hall } from '#contract/hall.ts'
import { rowPitch, seatHalf } from './geometry.ts'
import type { LatticeRow } from './lattice.ts'

/** A section's name, to be written with its centre here. */
export interface Title {
  readonly text: string
  readonly x: number
  readonly y: number
  /** How wide it may get, in pitches, before it touches what stands beside it. */
  readonly room: number
}

const roomForTitle = 1.15
/** Half of the width that a name may take without touching seats beside it. */
const titleHalf = 2.5
/** A name may jut out into the aisles beside its section, or to the hall's edge, so far on both sides together. */
const widestOverhang = 3
const leastRoom = 5

/**
 * Says where the names of the sections go, each above its section's first row, and moves the rows of a block
 * apart where sections begin on a line of their own. A section that begins amid another and has no room above
 * it gets no name on the map: a gap would tear the other one apart.
 *
 * @param rows moved in place
 * @param x columns of the block's seats
 */
export function makeRoomForTitles(hall: Hall, rows: LatticeRow[], x: Float32Array): Title[] {
  if (hall.sections.length < 2) return []
  const { section } = hall.seats
  const known = new Set<number>()
  const titles: Title[] = []
  let moved = 0
  rows.forEach((row, r) => {
    const here = new Set(row.seats.map(seat => section[seat] ?? 0))
    const begun = [...here].filter(s => !known.has(s))
    const ownLine = begun.length === here.size
    if (ownLine) moved += roomForTitle
    row.y += moved
    for (const s of begun) {
      known.add(s)
      const columns = row.seats.filter(seat => section[seat] === s).map(seat => x[seat] ?? 0)
      const [left, right] = [Math.min(...columns), Math.max(...columns)]
      const middle = (left + right) / 2
      const text = hall.sections[s]?.name ?? ''
      if (text === '' || !(ownLine || hasRoom(rows, r, middle, x))) continue
      const others = row.seats.filter(seat => section[seat] !== s).map(seat => x[seat] ?? 0)
      const room = ownLine ? roomAmong(others, left, right) : 2 * titleHalf
      titles.push({ text, x: middle, y: row.y - seatHalf.y - roomForTitle / 2, room })
    }
  })
  return titles
}

/** Half of each aisle beside a section is its own, the other half its neighbour's. */
function roomAmong(others: readonly number[], left: number, right: number): number {
  if (others.length === 0) return Math.max(leastRoom, right - left + 1 + widestOverhang)
  const nearest = others.reduce(
    (least, x) => Math.min(least, Math.max(left - x, x - right)),
    widestOverhang + 1,
  )
  return right - left + 1 + Math.max(0, nearest - 1.4)
}

function hasRoom(rows: readonly LatticeRow[], r: number, middle: number, x: Float32Array): boolean {
  const y = rows[r]?.y ?? 0
  return rows
    .slice(Math.max(0, r - 2), r)
    .filter(row => y - row.y < 2 * rowPitch)
    .every(row => row.seats.every(seat => Math.abs((x[seat] ?? 0) - middle) > titleHalf))
}
