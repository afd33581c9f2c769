import type { Hall } from '#contract/hall.ts'
import { rowPitch, seatHalf } from './geometry.ts'
import type { LatticeRow } from './lattice.ts'

/** A section's name, to be written with its centre here. */
export interface Title {
  readonly text: string
  readonly x: number
  readonly y: number
}

const roomForTitle = 1.15
/** Half of the width that a name may take without touching seats beside it. */
const titleHalf = 2.5

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
      const middle = (Math.min(...columns) + Math.max(...columns)) / 2
      const text = hall.sections[s]?.name ?? ''
      if (text === '' || !(ownLine || hasRoom(rows, r, middle, x))) continue
      titles.push({ text, x: middle, y: row.y - seatHalf.y - roomForTitle / 2 })
    }
  })
  return titles
}

function hasRoom(rows: readonly LatticeRow[], r: number, middle: number, x: Float32Array): boolean {
  const y = rows[r]?.y ?? 0
  return rows
    .slice(Math.max(0, r - 2), r)
    .filter(row => y - row.y < 2 * rowPitch)
    .every(row => row.seats.every(seat => Math.abs((x[seat] ?? 0) - middle) > titleHalf))
}
