import { couplePartners } from '#contract/couples.ts'
import type { Hall } from '#contract/hall.ts'
import { type BlockSeats, splitIntoBlocks } from './blocks.ts'
import { type Bounds, seatHalf, union, widthOf } from './geometry.ts'
import { type LatticeRow, latticeOf } from './lattice.ts'
import { placeBlocks } from './place-blocks.ts'
import { indexSeats, type SeatIndex } from './seat-index.ts'
import { makeRoomForTitles, type Title } from './titles.ts'

/** One row as it stands in the hall: seats from left to right, with its centre line and ends in pitches. */
export interface Row {
  readonly seats: readonly number[]
  readonly block: number
  readonly y: number
  readonly left: number
  readonly right: number
  /** Labels of the outermost seats; they differ only where a plan puts two rows on one line. */
  readonly leftLabel: string
  readonly rightLabel: string
}

/** A hall ready to be drawn, tapped and walked through. Entry i of every array is seat i of the hall. */
export interface HallLayout {
  readonly hall: Hall
  readonly count: number
  /** Centres, in pitches; 0 is the hall's axis and y grows away from the screen. */
  readonly x: Float32Array
  readonly y: Float32Array
  readonly band: Int32Array
  readonly damaged: Uint8Array
  /** Index into `rows`. */
  readonly row: Int32Array
  /** The touching neighbour in the same row and section, or -1 at an aisle or the end. */
  readonly toLeft: Int32Array
  readonly toRight: Int32Array
  /** The other half of a couple seat, or -1. */
  readonly partner: Int32Array
  /** From the screen to the back, and from left to right within a shelf of blocks. */
  readonly rows: readonly Row[]
  /** Section names with the place where they are to be written. */
  readonly titles: readonly Title[]
  /** Where the screen's lower edge hangs: its centre and width. */
  readonly screen: { readonly x: number; readonly y: number; readonly width: number }
  /** Around the seats alone. */
  readonly seats: Bounds
  /** Around everything that is drawn. */
  readonly bounds: Bounds
  readonly index: SeatIndex
}

/** Of the screen from the first row: a wide hall is seen from far away, where the word below the screen needs room. */
const screenDistance = { least: 1.7, perWidth: 0.07 }
const margin = { side: 1.7, above: 2, below: 0.7 }

const layouts = new WeakMap<Hall, HallLayout>()

/** The layout of a hall; asking again for the same hall answers the same layout. */
export function layoutOf(hall: Hall): HallLayout {
  const known = layouts.get(hall)
  if (known) return known
  const layout = makeLayout(hall)
  layouts.set(hall, layout)
  return layout
}

function makeLayout(hall: Hall): HallLayout {
  const count = hall.seats.id.length
  const x = new Float32Array(count)
  const y = new Float32Array(count)
  const blocks = splitIntoBlocks(hall.seats)
  const row = new Int32Array(count)
  const { rows, titles } = placeRows(hall, blocks, { x, y, row })
  const { toLeft, toRight } = neighbours(hall, rows, x)
  const damaged = new Uint8Array(count)
  for (const seat of hall.seats.damaged) if (seat < count) damaged[seat] = 1

  const seats = boundsOf(rows)
  const distance = Math.max(screenDistance.least, widthOf(seats) * screenDistance.perWidth)
  const screenTop = seats.top - distance - (titles.some(title => title.y < seats.top) ? 1 : 0)
  const screenWidth = Math.max(6, widthOf(seats) * 0.72)
  const half = Math.max(widthOf(seats), screenWidth) / 2 + margin.side
  return {
    hall,
    count,
    x,
    y,
    band: new Int32Array(hall.seats.band),
    damaged,
    row,
    toLeft,
    toRight,
    partner: couplePartners(hall.seats),
    rows,
    titles,
    screen: { x: 0, y: screenTop, width: screenWidth },
    seats,
    bounds: { left: -half, right: half, top: screenTop - margin.above, bottom: seats.bottom + margin.below },
    index: indexSeats(x, y, seats),
  }
}

type Places = Pick<HallLayout, 'x' | 'y' | 'row'>

/** Puts every seat in its place; the arrays are filled. */
function placeRows(hall: Hall, blocks: readonly BlockSeats[], { x, y, row }: Places) {
  const sketches = blocks.map(block => {
    const lines = latticeOf(hall.seats, block, x)
    const titles = makeRoomForTitles(hall, lines, x)
    const left = Math.min(...lines.map(line => x[line.seats[0] ?? 0] ?? 0))
    const right = Math.max(...lines.map(line => x[line.seats.at(-1) ?? 0] ?? 0))
    return { lines, titles, left, width: right - left + 1, height: (lines.at(-1)?.y ?? 0) + 1 }
  })
  const places = placeBlocks(sketches)
  const rows: Row[] = []
  const titles: Title[] = []
  sketches.forEach((sketch, b) => {
    const place = places[b] ?? { x: 0, y: 0 }
    const shift = place.x - sketch.width / 2 + 0.5 - sketch.left
    for (const line of sketch.lines) {
      const top = line.y + place.y
      for (const seat of line.seats) {
        x[seat] = (x[seat] ?? 0) + shift
        y[seat] = top
        row[seat] = rows.length
      }
      rows.push(rowOf(hall, line, b, place.y, x))
    }
    for (const title of sketch.titles) titles.push({ ...title, x: title.x + shift, y: title.y + place.y })
  })
  return { rows, titles }
}

function rowOf(hall: Hall, line: LatticeRow, block: number, top: number, x: Float32Array): Row {
  const first = line.seats[0] ?? 0
  const last = line.seats.at(-1) ?? first
  return {
    seats: line.seats,
    block,
    y: line.y + top,
    left: (x[first] ?? 0) - seatHalf.x,
    right: (x[last] ?? 0) + seatHalf.x,
    leftLabel: hall.seats.row[first] ?? '',
    rightLabel: hall.seats.row[last] ?? '',
  }
}

function neighbours(hall: Hall, rows: readonly Row[], x: Float32Array) {
  const toLeft = new Int32Array(x.length).fill(-1)
  const toRight = new Int32Array(x.length).fill(-1)
  const { section } = hall.seats
  for (const row of rows) {
    for (let k = 1; k < row.seats.length; k++) {
      const a = row.seats[k - 1] ?? 0
      const b = row.seats[k] ?? 0
      if ((x[b] ?? 0) - (x[a] ?? 0) > 1.25 || section[a] !== section[b]) continue
      toRight[a] = b
      toLeft[b] = a
    }
  }
  return { toLeft, toRight }
}

function boundsOf(rows: readonly Row[]): Bounds {
  let bounds: Bounds | undefined
  for (const row of rows) {
    bounds = {
      left: Math.min(bounds?.left ?? row.left, row.left),
      right: Math.max(bounds?.right ?? row.right, row.right),
      top: Math.min(bounds?.top ?? row.y, row.y - seatHalf.y),
      bottom: Math.max(bounds?.bottom ?? row.y, row.y + seatHalf.y),
    }
  }
  return bounds ?? { left: -1, right: 1, top: -1, bottom: 1 }
}

/** What these seats cover, in pitches; undefined without a seat. */
export function boundsOfSeats({ x, y }: HallLayout, seats: readonly number[]): Bounds | undefined {
  let bounds: Bounds | undefined
  for (const seat of seats) {
    const box = {
      left: (x[seat] ?? 0) - seatHalf.x,
      right: (x[seat] ?? 0) + seatHalf.x,
      top: (y[seat] ?? 0) - seatHalf.y,
      bottom: (y[seat] ?? 0) + seatHalf.y,
    }
    bounds = bounds ? union(bounds, box) : box
  }
  return bounds
}
