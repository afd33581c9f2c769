import type { SeatColumns, SeatRules, SeatType } from '../hall.ts'
import { SeatId, SectionId } from '../ids.ts'
import { seatGround } from '../seat-ground.ts'

const types: Record<string, SeatType> = { l: 'L', L: 'L', r: 'R', R: 'R', h: 'H', w: 'W', W: 'W' }

/**
 * A hall from pictures of its rows: `_` free, `S` sold, `X` chosen, `M` moved to in a repair, `D` broken, `h` held
 * back, `w` wheelchair (`W` chosen, `v` sold), `l` and `r` a couple seat (`L` and `R` when chosen), `a` free in a
 * dearer area (`A` chosen), `|` an aisle. A row "===" begins another section.
 */
export function drawSeats(...pictures: readonly string[]) {
  const seats: SeatColumns = {
    id: [],
    section: [],
    band: [],
    row: [],
    column: [],
    x: [],
    y: [],
    type: [],
    damaged: [],
  }
  const taken = new Set<number>()
  const chosen: number[] = []
  let section = 0
  pictures.forEach((picture, y) => {
    if (picture === '===') section += 1
    else for (const [x, sign] of [...picture].entries()) addSeat(sign, x, y)
  })

  function addSeat(sign: string, x: number, y: number): void {
    if (sign === '|') return
    const seat = seats.id.length
    seats.id.push(SeatId.parse(`${y}-${x}`))
    seats.section.push(section)
    seats.band.push(sign === 'a' || sign === 'A' ? 1 : 0)
    // Labels run against the plan and jump, as they do in real halls.
    seats.row.push(String.fromCharCode(90 - y))
    seats.column.push(String(99 - 2 * x))
    seats.x.push(100 + 2 * x)
    seats.y.push(y)
    seats.type.push(sign === 'v' ? 'W' : (types[sign] ?? 'N'))
    if (sign === 'D') seats.damaged.push(seat)
    if (sign === 'S' || sign === 'v') taken.add(seat)
    if ('XLRWA'.includes(sign)) chosen.push(seat)
  }
  const sections = Array.from({ length: section + 1 }, (_, s) => ({
    id: SectionId.parse(`s${s}`),
    name: `Section ${s + 1}`,
  }))
  return { seats, sections, taken, chosen }
}

/** What a cinema that insists on everything asks. */
export const strictRules: SeatRules = {
  gap: { mode: 'forbid', shortestRun: 1, areasBreakRuns: false },
  companions: 'forbid',
  within: 'hall',
}

/** The ground to judge a drawn choice on. */
export function drawGround(
  pictures: readonly string[],
  rules: SeatRules = strictRules,
  { maxSeats = 20 }: { maxSeats?: number } = {},
) {
  const hall = { ...drawSeats(...pictures), maxSeats, seatRules: rules }
  return { ...hall, ground: seatGround(hall, hall.taken) }
}

/** The drawing with the seats at these indexes marked `M` and all that was chosen given back. */
export function redraw(pictures: readonly string[], marked: readonly number[]): string[] {
  let seat = -1
  const free: Record<string, string> = { X: '_', L: 'l', R: 'r', W: 'w', A: 'a' }
  return pictures.map(picture =>
    picture === '==='
      ? picture
      : [...picture]
          .map(sign => {
            if (sign !== '|') seat += 1
            return sign !== '|' && marked.includes(seat) ? 'M' : (free[sign] ?? sign)
          })
          .join(''),
  )
}
