import type { ShowSeats } from '#contract/sandbox-control.ts'
import { groupBy } from '../parts/group-by.ts'

export type SeatPlace = ShowSeats['places'][number]

/** Where seats are drawn, in units of one seat's pitch, from the top left corner, screen above. */
export interface HallLayout {
  width: number
  height: number
  /** By place, in the order of the answer. */
  x: Float32Array
  y: Float32Array
  /** The parts that lie apart; a hall in one piece has none. */
  blocks: readonly { section: string; x: number; y: number; width: number; height: number }[]
}

/** Between two blocks, and above each for its name. */
const gap = 3
/** Blocks flow into lines until the drawing is about so wide for its height. */
const wideness = 2.2

/**
 * Lays a hall out by the seats' own coordinates. Two sections may claim the same ones (4.3 lets each have a system of
 * its own); then each becomes a block beside the others, and no seat is drawn over another.
 */
export function layOut(places: readonly SeatPlace[]): HallLayout {
  const x = new Float32Array(places.length)
  const y = new Float32Array(places.length)
  if (!collide(places)) {
    const { left, top, stepX, stepY, width, height } = frameOf(places)
    for (const [i, place] of places.entries()) {
      x[i] = (place.x - left) / stepX
      y[i] = (place.y - top) / stepY
    }
    return { width, height, x, y, blocks: [] }
  }

  const sections = groupBy(places.keys(), i => places[i]?.section ?? '')
  const framed = [...sections].map(([section, members]) => {
    const own = members.flatMap(i => places[i] ?? [])
    return { section, members, frame: frameOf(own) }
  })
  const area = framed.reduce((sum, { frame }) => sum + (frame.width + gap) * (frame.height + gap), 0)
  const lineWidth = Math.max(Math.sqrt(area * wideness), ...framed.map(({ frame }) => frame.width))
  const blocks: HallLayout['blocks'][number][] = []
  let cursor = { x: 0, y: 0 }
  let lineHeight = 0
  for (const { section, members, frame } of framed) {
    if (cursor.x > 0 && cursor.x + frame.width > lineWidth) {
      cursor = { x: 0, y: cursor.y + lineHeight + gap }
      lineHeight = 0
    }
    const at = { x: cursor.x, y: cursor.y + gap }
    for (const i of members) {
      const place = places[i]
      x[i] = at.x + ((place?.x ?? 0) - frame.left) / frame.stepX
      y[i] = at.y + ((place?.y ?? 0) - frame.top) / frame.stepY
    }
    blocks.push({ section, ...at, width: frame.width, height: frame.height })
    cursor = { x: cursor.x + frame.width + gap, y: cursor.y }
    lineHeight = Math.max(lineHeight, frame.height + gap)
  }
  const right = Math.max(...blocks.map(block => block.x + block.width))
  const bottom = Math.max(...blocks.map(block => block.y + block.height))
  return { width: right, height: bottom, x, y, blocks }
}

/** Whether two seats share a coordinate. */
function collide(places: readonly SeatPlace[]): boolean {
  return new Set(places.map(({ x, y }) => `${x} ${y}`)).size < places.length
}

/** The box around some seats and the pitch of their grid: some cinemas draw on every second line. */
function frameOf(places: readonly SeatPlace[]) {
  const columns = extent(places.map(({ x }) => x))
  const rows = extent(places.map(({ y }) => y))
  return {
    left: columns.first,
    top: rows.first,
    stepX: columns.step,
    stepY: rows.step,
    width: (columns.last - columns.first) / columns.step + 1,
    height: (rows.last - rows.first) / rows.step + 1,
  }
}

function extent(values: readonly number[]): { first: number; last: number; step: number } {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const steps = sorted.slice(1).map((value, i) => value - (sorted[i] ?? 0))
  return {
    first: sorted[0] ?? 0,
    last: sorted.at(-1) ?? 0,
    step: steps.reduce((least, step) => Math.min(least, step), Number.POSITIVE_INFINITY),
  }
}

/** The seat drawn at a point, in units of the layout; undefined between seats. */
export function seatAt(layout: HallLayout, x: number, y: number): number | undefined {
  const found = layout.x.findIndex((left, i) => {
    const top = layout.y[i] ?? 0
    return x >= left && x < left + 1 && y >= top && y < top + 1
  })
  return found < 0 ? undefined : found
}

const directions = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const
export type Arrow = keyof typeof directions
export const isArrow = (key: string): key is Arrow => key in directions

/** The nearest seat in a direction, rather straight ahead than aslant; the same one at the edge. */
export function neighbour(layout: HallLayout, from: number, arrow: Arrow): number {
  const [dx, dy] = directions[arrow]
  const startX = layout.x[from] ?? 0
  const startY = layout.y[from] ?? 0
  let best = from
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < layout.x.length; i++) {
    const aside = (layout.x[i] ?? 0) - startX
    const down = (layout.y[i] ?? 0) - startY
    const ahead = aside * dx + down * dy
    if (ahead <= 0) continue
    const distance = ahead + 3 * Math.abs(dx === 0 ? aside : down)
    if (distance < least) {
      least = distance
      best = i
    }
  }
  return best
}
