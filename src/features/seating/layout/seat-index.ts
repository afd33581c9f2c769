import { type Bounds, heightOf, seatHalf, widthOf } from './geometry.ts'

/** Finds seats by place: a grid of cells, each listing the seats whose centre lies in it. */
export interface SeatIndex {
  /** The seat whose box is nearest to the point, no farther than `reach`, among those accepted. */
  nearest(x: number, y: number, reach: number, accepts: (seat: number) => boolean): number | undefined
  /** The seat whose box holds the point. */
  at(x: number, y: number): number | undefined
  /** Visits every seat of which some part may lie within the bounds; a few near them too. */
  visit(bounds: Bounds, seen: (seat: number) => void): void
}

/** @param bounds around all seats; x and y are centres in pitches */
export function indexSeats(x: Float32Array, y: Float32Array, bounds: Bounds): SeatIndex {
  const cellSize = Math.max(2, Math.sqrt((widthOf(bounds) * heightOf(bounds)) / Math.max(1, x.length)))
  const columns = Math.max(1, Math.ceil(widthOf(bounds) / cellSize))
  const rows = Math.max(1, Math.ceil(heightOf(bounds) / cellSize))
  const column = (at: number) => clamp(Math.floor((at - bounds.left) / cellSize), columns - 1)
  const row = (at: number) => clamp(Math.floor((at - bounds.top) / cellSize), rows - 1)

  const cellOf = new Int32Array(x.length)
  const starts = new Int32Array(columns * rows + 1)
  for (let seat = 0; seat < x.length; seat++) {
    // No seat lies outside, so nothing need be clamped here, where every seat of a large hall passes before it is seen.
    const down = Math.trunc(((y[seat] ?? 0) - bounds.top) / cellSize)
    const cell = down * columns + Math.trunc(((x[seat] ?? 0) - bounds.left) / cellSize)
    cellOf[seat] = cell
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1
  }
  for (let cell = 0; cell < columns * rows; cell++) {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0)
  }
  const filled = starts.slice(0, -1)
  const seats = new Int32Array(x.length)
  for (let seat = 0; seat < x.length; seat++) {
    const cell = cellOf[seat] ?? 0
    const place = filled[cell] ?? 0
    seats[place] = seat
    filled[cell] = place + 1
  }

  function visit(area: Bounds, seen: (seat: number) => void): void {
    const lastRow = row(area.bottom + seatHalf.y)
    const lastColumn = column(area.right + seatHalf.x)
    const firstColumn = column(area.left - seatHalf.x)
    for (let r = row(area.top - seatHalf.y); r <= lastRow; r++) {
      const end = starts[r * columns + lastColumn + 1] ?? 0
      for (let k = starts[r * columns + firstColumn] ?? 0; k < end; k++) seen(seats[k] ?? 0)
    }
  }

  function nearest(px: number, py: number, reach: number, accepts: (seat: number) => boolean) {
    let found: number | undefined
    let foundBox = reach
    let foundCentre = Number.POSITIVE_INFINITY
    visit({ left: px - reach, right: px + reach, top: py - reach, bottom: py + reach }, seat => {
      const dx = Math.abs((x[seat] ?? 0) - px)
      const dy = Math.abs((y[seat] ?? 0) - py)
      const box = Math.hypot(Math.max(0, dx - seatHalf.x), Math.max(0, dy - seatHalf.y))
      const centre = Math.hypot(dx, dy)
      if (box > foundBox || (box === foundBox && centre >= foundCentre) || !accepts(seat)) return
      found = seat
      foundBox = box
      foundCentre = centre
    })
    return found
  }

  return { visit, nearest, at: (px, py) => nearest(px, py, 0, () => true) }
}

const clamp = (cell: number, last: number): number => Math.min(Math.max(cell, 0), last)
