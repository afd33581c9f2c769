import type { SeatColumns } from '#contract/hall.ts'

/** Seats that share one coordinate system without colliding: indexes into the hall's seats. */
export type BlockSeats = readonly number[]

/** Which cells of a plan are taken, without building a key per cell. */
interface Cells {
  has(x: number, y: number): boolean
  add(x: number, y: number): void
}

function noCells(): Cells {
  const columnsByRow = new Map<number, Set<number>>()
  return {
    has: (x, y) => columnsByRow.get(y)?.has(x) ?? false,
    add(x, y) {
      const columns = columnsByRow.get(y)
      if (columns) columns.add(x)
      else columnsByRow.set(y, new Set([x]))
    },
  }
}

interface Layer {
  readonly occupied: Cells
  readonly seats: number[]
}

/**
 * Splits a hall into blocks wherein no two seats share a coordinate. Sections that fit together stay in one
 * block, as they are in the hall; a section that collides with another becomes a block of its own. A seat
 * that repeats a coordinate within its own section is moved out too: no seat is ever dropped or stacked.
 */
export function splitIntoBlocks(seats: SeatColumns): readonly BlockSeats[] {
  if (allApart(seats)) return [[...seats.id.keys()]]
  const blocks: Layer[] = []
  for (const piece of piecesOf(seats)) {
    const fits = (block: Layer) => piece.every(i => !block.occupied.has(...cell(seats, i)))
    const block = blocks.find(fits) ?? { occupied: noCells(), seats: [] }
    if (block.seats.length === 0) blocks.push(block)
    for (const i of piece) {
      block.occupied.add(...cell(seats, i))
      block.seats.push(i)
    }
  }
  return blocks.map(block => block.seats)
}

/** More cells than this are not laid out one by one. */
const cellsMax = 8_000_000

/** Whether no two seats of the hall share a coordinate, as in most halls; false also where that is hard to tell. */
function allApart({ x, y }: SeatColumns): boolean {
  const [left, right] = endsOf(x)
  const [top, bottom] = endsOf(y)
  const width = right - left + 1
  const cells = width * (bottom - top + 1)
  if (!Number.isSafeInteger(cells) || cells > cellsMax) return false
  const taken = new Uint8Array(cells)
  for (let i = 0; i < x.length; i++) {
    const at = ((y[i] ?? 0) - top) * width + (x[i] ?? 0) - left
    // A coordinate between two cells belongs to none of them.
    if (taken[at] !== 0) return false
    taken[at] = 1
  }
  return true
}

function endsOf(places: readonly number[]): [least: number, most: number] {
  let least = places[0] ?? 0
  let most = least
  for (const place of places) {
    if (place < least) least = place
    else if (place > most) most = place
  }
  return [least, most]
}

/** One piece per section, and further ones for seats that repeat a coordinate of their section. */
function piecesOf(seats: SeatColumns): readonly BlockSeats[] {
  const layersBySection = new Map<number, Layer[]>()
  for (let i = 0; i < seats.id.length; i++) {
    const section = seats.section[i] ?? 0
    const layers = layersBySection.get(section) ?? []
    layersBySection.set(section, layers)
    const free = layers.find(layer => !layer.occupied.has(...cell(seats, i)))
    const layer = free ?? { occupied: noCells(), seats: [] }
    if (!free) layers.push(layer)
    layer.occupied.add(...cell(seats, i))
    layer.seats.push(i)
  }
  const sections = [...layersBySection.entries()].sort(([a], [b]) => a - b).map(([, layers]) => layers)
  return [
    ...sections.flatMap(layers => layers.slice(0, 1)),
    ...sections.flatMap(layers => layers.slice(1)),
  ].map(layer => layer.seats)
}

function cell(seats: SeatColumns, i: number): [x: number, y: number] {
  return [seats.x[i] ?? 0, seats.y[i] ?? 0]
}
