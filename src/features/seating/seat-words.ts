import { yuan } from '#contract/money.ts'
import { seatHalf } from './layout/geometry.ts'
import type { HallLayout } from './layout/hall-layout.ts'
import type { SeatingMessages } from './messages.ts'
import { seatPrice } from './seat-price.ts'
import type { SeatState } from './selection.ts'

/** "5排7座" or "row 5 seat 7", with the section's name before it where the hall has several. */
export function seatLabel(layout: HallLayout, seat: number, words: SeatingMessages): string {
  return seatLabels(layout, [seat], words)
}

interface RowOfSeats {
  readonly section: number
  readonly row: string
  readonly columns: string[]
}

/** Seats by their names from the screen to the back, those of one row in one breath: "5排7、8座". */
export function seatLabels(layout: HallLayout, seats: readonly number[], words: SeatingMessages): string {
  const { row, column, section } = layout.hall.seats
  const rows = new Map<string, RowOfSeats>()
  const inOrder = [...seats].sort(
    (a, b) => (layout.row[a] ?? 0) - (layout.row[b] ?? 0) || (layout.x[a] ?? 0) - (layout.x[b] ?? 0),
  )
  for (const seat of inOrder) {
    const line: RowOfSeats = { section: section[seat] ?? 0, row: row[seat] ?? '', columns: [] }
    const key = `${line.section} ${line.row}`
    const known = rows.get(key) ?? line
    rows.set(key, known)
    known.columns.push(column[seat] ?? '')
  }
  return [...rows.values()]
    .map(line => {
      const label = words.seats(line.row, line.columns)
      const sectionName = layout.hall.sections[line.section]?.name
      return layout.hall.sections.length > 1 && sectionName ? words.seatsIn(sectionName, label) : label
    })
    .join(words.and)
}

/** The name of a price band: the cinema's own word for the area, or ours for the rest of the hall. */
export function bandName(layout: HallLayout, band: number, words: SeatingMessages): string {
  return layout.hall.bands[band]?.name ?? words.standardArea
}

/** "45元" or "¥45.50", as it is spoken. */
function spokenPrice(fen: number, words: SeatingMessages): string {
  return words.price(fen % 100 === 0 ? String(fen / 100) : yuan(fen))
}

/** What these seats cost together, with the fee on each. */
export function spokenSum(layout: HallLayout, seats: readonly number[], words: SeatingMessages): string {
  const fen = seats.reduce((sum, seat) => sum + seatPrice(layout.hall, layout.band[seat] ?? 0), 0)
  return words.together(spokenPrice(fen, words))
}

/**
 * Everything a listener has to know of a seat: "5排7座，黄金区，45元含服务费，情侣座，与8座成对，靠前，可选". Its name comes
 * first and its state last, so that she who knows the rest can go on early or listen to the end.
 */
export function spokenSeat(
  layout: HallLayout,
  seat: number,
  { state, filteredOut }: { readonly state: SeatState; readonly filteredOut: boolean },
  words: SeatingMessages,
): string {
  const kind = kindWord(layout, seat, words)
  const parts = [
    bandName(layout, layout.band[seat] ?? 0, words),
    spokenSeatPrice(layout, seat, words),
    ...(kind ? [kind] : []),
    distanceWord(layout, seat, words),
    ...(filteredOut ? [words.filteredOut] : []),
    stateWord(state, words),
  ]
  return [capitalised(seatLabel(layout, seat, words)), ...parts].join(words.between)
}

function spokenSeatPrice(layout: HallLayout, seat: number, words: SeatingMessages): string {
  const { bands, feeKind } = layout.hall
  const band = layout.band[seat] ?? 0
  const price = spokenPrice(seatPrice(layout.hall, band), words)
  return feeKind === 'ticket' && (bands[band]?.feeFen ?? 0) > 0 ? `${price}${words.withFee}` : price
}

/** How far from the screen, as one would tell a friend. */
export function distanceWord(layout: HallLayout, seat: number, words: SeatingMessages): string {
  const { top, bottom } = layout.seats
  const y = layout.y[seat] ?? 0
  if (y - seatHalf.y <= top + 0.01) return words.frontRow
  if (y + seatHalf.y >= bottom - 0.01) return words.backRow
  const depth = (y - top) / (bottom - top)
  return depth < 1 / 3 ? words.nearScreen : depth < 2 / 3 ? words.midHall : words.towardsBack
}

/** What kind of seat it is, where it is not an ordinary one. */
export function kindWord(layout: HallLayout, seat: number, words: SeatingMessages): string | undefined {
  switch (layout.hall.seats.type[seat]) {
    case 'L':
    case 'R': {
      const partner = layout.partner[seat] ?? -1
      return partner < 0 ? words.couple : words.coupleWith(nameBeside(layout, seat, partner, words))
    }
    case 'W':
      return words.wheelchair
    case 'Z':
      return words.vibrating
    default:
      return undefined
  }
}

/** The number alone where the row is the same. */
function nameBeside(layout: HallLayout, seat: number, other: number, words: SeatingMessages): string {
  const { row, column } = layout.hall.seats
  return row[seat] === row[other] ? words.seatOnly(column[other] ?? '') : seatLabel(layout, other, words)
}

function stateWord(state: SeatState, words: SeatingMessages): string {
  switch (state) {
    case 'free':
      return words.free
    case 'chosen':
      return words.chosen
    case 'damaged':
      return words.damaged
    case 'held-back':
      return words.heldBack
    case 'sold':
    case 'couple-half-sold':
    case 'not-a-seat':
      return words.sold
  }
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
