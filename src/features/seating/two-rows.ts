import { rowPitch } from './layout/geometry.ts'
import type { Row } from './layout/hall-layout.ts'
import { bestLegal, forEachPlace, type Search } from './places-together.ts'
import type { Candidate } from './shortlist.ts'

/** A row farther away than this many is not "behind". */
const nextRowWithin = 1.5
/** How far the two halves of a party may be shifted against each other, in seats. */
const inLine = 1

/**
 * The best places for a party in two rows behind each other, best first: two halves that differ by two seats at
 * most, nobody of four or more by himself, their middles in line.
 */
export function placesInTwoRows(search: Search, size: number, most: number): readonly Candidate[] {
  const { layout, score } = search
  const bound = ([front, back]: readonly [Row, Row]) => Math.min(score.ofRow(front.y), score.ofRow(back.y))
  const pairs = neighbouringRows(layout.rows).sort((a, b) => bound(a) - bound(b))
  return bestLegal(search, most * 2 * size, most, offers => {
    for (const pair of pairs) {
      if (!offers.admits(bound(pair))) break
      const [front, back] = pair
      for (const [inFront, behind] of halves(size)) {
        forEachPair(search, { front, back, inFront, behind }, (a, b) => {
          const cost = (a.cost * inFront + b.cost * behind) / size
          if (offers.admits(cost)) offers.add(cost, [...a.seats, ...b.seats])
        })
      }
    }
  })
}

/** How a party may be halved: those in front and those behind. */
export function halves(size: number): [number, number][] {
  const splits: [number, number][] = []
  for (let front = 1; front < size; front++) {
    const back = size - front
    const nobodyAlone = size < 4 || Math.min(front, back) > 1
    if (Math.abs(front - back) <= 2 && nobodyAlone) splits.push([front, back])
  }
  return splits
}

function neighbouringRows(rows: readonly Row[]): [Row, Row][] {
  const pairs: [Row, Row][] = []
  const last = new Map<number, Row>()
  for (const row of [...rows].sort((a, b) => a.y - b.y)) {
    const front = last.get(row.block)
    if (front && row.y - front.y <= nextRowWithin * rowPitch) pairs.push([front, row])
    last.set(row.block, row)
  }
  return pairs
}

interface Pair {
  readonly front: Row
  readonly back: Row
  readonly inFront: number
  readonly behind: number
}

/** Calls with every two places that stand in line. */
function forEachPair(
  search: Search,
  { front, back, inFront, behind }: Pair,
  visit: (a: Candidate, b: Candidate) => void,
): void {
  const { layout, score } = search
  const inRow = (row: Row, size: number) => {
    const places: (Candidate & { x: number })[] = []
    forEachPlace(search, row, size, seats => {
      const x = ((layout.x[seats[0] ?? 0] ?? 0) + (layout.x[seats.at(-1) ?? 0] ?? 0)) / 2
      places.push({ seats: [...seats], cost: score.ofPlace(seats), x })
    })
    return places
  }
  const others = inRow(back, behind)
  if (others.length === 0) return
  let from = 0
  for (const place of inRow(front, inFront)) {
    while (from < others.length && (others[from]?.x ?? 0) < place.x - inLine) from += 1
    for (let k = from; k < others.length; k++) {
      const other = others[k]
      if (!other || other.x > place.x + inLine) break
      visit(place, other)
    }
  }
}
