import { type Bounds, seatHalf, union } from './geometry.ts'
import type { HallLayout } from './hall-layout.ts'

/** Where the seats of one section stand. */
export interface SectionArea {
  /** Index into the hall's sections. */
  readonly section: number
  readonly bounds: Bounds
}

const areas = new WeakMap<HallLayout, readonly SectionArea[]>()

/**
 * The sections that have seats, each with its own part of the hall. Empty for a hall of one section, and where a
 * section lies amid another, so that no part of the hall belongs to one of them alone.
 */
export function sectionAreas(layout: HallLayout): readonly SectionArea[] {
  const known = areas.get(layout)
  if (known) return known
  const found = findAreas(layout)
  areas.set(layout, found)
  return found
}

function findAreas({ hall, rows, x }: HallLayout): readonly SectionArea[] {
  if (hall.sections.length < 2) return []
  const { section } = hall.seats
  const bySection = new Map<number, Bounds>()
  for (const row of rows) {
    for (const seat of row.seats) {
      const at = x[seat] ?? 0
      const box = {
        left: at - seatHalf.x,
        right: at + seatHalf.x,
        top: row.y - seatHalf.y,
        bottom: row.y + seatHalf.y,
      }
      const own = section[seat] ?? 0
      const known = bySection.get(own)
      bySection.set(own, known ? union(known, box) : box)
    }
  }
  const found = [...bySection].map(([own, bounds]) => ({ section: own, bounds }))
  const apart = found.every((a, k) => found.slice(k + 1).every(b => areApart(a.bounds, b.bounds)))
  return found.length > 1 && apart ? found : []
}

/** Lengths are sums of many steps: two that only touch may seem to overlap by a hair. */
const hair = 0.01

function areApart(a: Bounds, b: Bounds): boolean {
  return (
    a.right <= b.left + hair ||
    b.right <= a.left + hair ||
    a.bottom <= b.top + hair ||
    b.bottom <= a.top + hair
  )
}
