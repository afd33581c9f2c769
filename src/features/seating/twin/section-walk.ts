import { seatHalf } from '../layout/geometry.ts'
import type { HallLayout } from '../layout/hall-layout.ts'

interface Extent {
  readonly section: number
  left: number
  top: number
  bottom: number
  /** The row nearest the screen in which the section has seats. */
  readonly firstRow: number
}

/**
 * The sections that have seats, as one reads: line of sections by line from the screen to the back, each line from
 * left to right. Two stand on one line when the middle of either is beside the other.
 */
export function sectionsAsRead(layout: HallLayout): readonly number[] {
  return extentsAsRead(layout).map(({ section }) => section)
}

/**
 * The seat that a page key leads to where there are several sections: in the foremost row of the next or previous
 * one, the seat most in line with the guest. The same seat behind the last; undefined where there is one section.
 */
export function walkSections(
  layout: HallLayout,
  from: number,
  column: number,
  way: 1 | -1,
): number | undefined {
  const order = extentsAsRead(layout)
  if (order.length < 2) return undefined
  const { section } = layout.hall.seats
  const next = order[order.findIndex(each => each.section === section[from]) + way]
  if (!next) return from
  let found = from
  let least = Number.POSITIVE_INFINITY
  for (const seat of layout.rows[next.firstRow]?.seats ?? []) {
    const away = Math.abs((layout.x[seat] ?? 0) - column)
    if (section[seat] !== next.section || away >= least) continue
    found = seat
    least = away
  }
  return found
}

function extentsAsRead({ hall, rows, x }: HallLayout): readonly Extent[] {
  const { section } = hall.seats
  const known = new Map<number, Extent>()
  rows.forEach((row, firstRow) => {
    for (const seat of row.seats) {
      const at = section[seat] ?? 0
      const left = x[seat] ?? 0
      const extent = known.get(at)
      if (!extent) {
        const [top, bottom] = [row.y - seatHalf.y, row.y + seatHalf.y]
        known.set(at, { section: at, left, top, bottom, firstRow })
        continue
      }
      extent.left = Math.min(extent.left, left)
      extent.top = Math.min(extent.top, row.y - seatHalf.y)
      extent.bottom = Math.max(extent.bottom, row.y + seatHalf.y)
    }
  })
  const lines: Extent[][] = []
  for (const extent of [...known.values()].sort((a, b) => a.top - b.top)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line && first && beside(first, extent)) line.push(extent)
    else lines.push([extent])
  }
  return lines.flatMap(line => line.sort((a, b) => a.left - b.left))
}

const beside = (a: Extent, b: Extent): boolean => holdsMiddle(a, b) || holdsMiddle(b, a)

function holdsMiddle(outer: Extent, inner: Extent): boolean {
  const middle = (inner.top + inner.bottom) / 2
  return outer.top < middle && middle < outer.bottom
}
