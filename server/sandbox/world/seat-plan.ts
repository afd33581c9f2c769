import type { LocalDate } from '#contract/time.ts'

/** Seat types of specification 4.3.4. */
export type SeatType = 'N' | 'W' | 'L' | 'R' | 'H' | 'Z'

export interface Seat {
  seatId: string
  sectionId: string
  rowId: string
  columnId: string
  x: number
  y: number
  type: SeatType
  damaged: boolean
  /** The seat's number for the film authority, unique in its hall (specification 5.3.4). */
  seatCode: string
  /** The other half of a couple seat; only L and R have one. */
  partnerId?: string
}

export interface Section {
  sectionId: string
  name: string
  seats: Seat[]
}

/** One floor plan; the plan of a show is the latest that is effective on its business day. */
export interface SeatPlan {
  effectiveDate: LocalDate
  sections: Section[]
}

type Labels = 'numbers' | 'numbers-from-back' | 'letters' | 'letters-from-back'
type Columns = 'from-left' | 'from-right' | 'odd-even'

/**
 * A section as it is drawn in the hall files, screen at the top, one character a place:
 * `o` normal, `W` wheelchair, `L` and `R` a couple seat, `H` held back, `Z` vibrating, `x` broken, blank no seat.
 * A line without seats is a cross aisle: it takes a y, but no row label.
 */
export interface SectionDrawing {
  sectionId: string
  name: string
  rows: readonly string[]
  rowLabels?: Labels
  columnLabels?: Columns
  /** Where the drawing's top left corner lies; 1, 1 when absent. */
  origin?: { x: number; y: number }
  /** Distance of neighbours on the grid; 1 when absent. Some cinemas draw on a grid of two. */
  pitch?: number
}

const typeOf: Record<string, { type: SeatType; damaged: boolean }> = {
  o: { type: 'N', damaged: false },
  x: { type: 'N', damaged: true },
  W: { type: 'W', damaged: false },
  L: { type: 'L', damaged: false },
  R: { type: 'R', damaged: false },
  H: { type: 'H', damaged: false },
  Z: { type: 'Z', damaged: false },
}

/** Turns drawings into a plan. @throws Error when a drawing has an unknown mark or half a couple seat */
export function drawPlan(effectiveDate: LocalDate, drawings: readonly SectionDrawing[]): SeatPlan {
  let seatsSoFar = 0
  const sections = drawings.map(drawing => {
    const section = drawSection(drawing, seatsSoFar)
    seatsSoFar += section.seats.length
    return section
  })
  return { effectiveDate, sections }
}

function drawSection(drawing: SectionDrawing, seatsBefore: number): Section {
  const rowsWithSeats = drawing.rows.filter(row => row.trim() !== '').length
  const origin = drawing.origin ?? { x: 1, y: 1 }
  const pitch = drawing.pitch ?? 1
  const seats: Seat[] = []
  let rowNumber = 0
  drawing.rows.forEach((row, line) => {
    const places = [...row].flatMap((mark, at) => (mark === ' ' ? [] : [{ mark, at }]))
    if (places.length === 0) return
    const rowId = rowLabel(drawing.rowLabels ?? 'numbers', rowNumber++, rowsWithSeats)
    places.forEach(({ mark, at }, index) => {
      const kind = typeOf[mark]
      if (!kind) throw new Error(`unknown mark "${mark}" in the drawing of section ${drawing.sectionId}`)
      const columnId = columnLabel(drawing.columnLabels ?? 'from-left', index, places.length)
      seats.push({
        seatId: `${drawing.sectionId}-${rowId}-${columnId}`,
        sectionId: drawing.sectionId,
        rowId,
        columnId,
        x: origin.x + at * pitch,
        y: origin.y + line * pitch,
        ...kind,
        seatCode: String(seatsBefore + seats.length + 1).padStart(16, '0'),
      })
    })
  })
  joinCouples(seats, pitch)
  return { sectionId: drawing.sectionId, name: drawing.name, seats }
}

function joinCouples(seats: Seat[], pitch: number): void {
  seats.forEach((seat, index) => {
    if (seat.type !== 'L') return
    const right = seats[index + 1]
    if (right?.type !== 'R' || right.y !== seat.y || right.x - seat.x !== pitch)
      throw new Error(`${seat.seatId} is half a couple seat without its right half`)
    seat.partnerId = right.seatId
    right.partnerId = seat.seatId
  })
  const lonely = seats.find(seat => seat.type === 'R' && seat.partnerId === undefined)
  if (lonely) throw new Error(`${lonely.seatId} is half a couple seat without its left half`)
}

function rowLabel(labels: Labels, index: number, count: number): string {
  const place = labels.endsWith('-from-back') ? count - 1 - index : index
  return labels.startsWith('letters') ? String.fromCharCode(65 + place) : String(place + 1)
}

/** `odd-even`: odd numbers left of the middle, even ones right of it, small numbers in the middle. */
function columnLabel(columns: Columns, index: number, count: number): string {
  const leftHalf = Math.ceil(count / 2)
  const number = {
    'from-left': index + 1,
    'from-right': count - index,
    'odd-even': index < leftHalf ? (leftHalf - index) * 2 - 1 : (index - leftHalf + 1) * 2,
  }[columns]
  return String(number).padStart(2, '0')
}
