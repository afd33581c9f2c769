import type { SeatType } from '#contract/hall.ts'
import type { HallLayout } from './layout/hall-layout.ts'
import type { SelectionContext } from './selection.ts'

/** How a seat looks before anybody chooses it. */
export const seatLook = { free: 0, sold: 1, damaged: 2, heldBack: 3, muted: 4 } as const

/** Kinds of seats that a guest may ask to see alone. */
export type SeatKind = 'wheelchair' | 'couple'

const typesOf: Readonly<Record<SeatKind, ReadonlySet<SeatType>>> = {
  wheelchair: new Set(['W']),
  couple: new Set(['L', 'R']),
}

/** Whether a seat is of this kind. */
export const isOfKind = (layout: HallLayout, seat: number, kind: SeatKind): boolean =>
  typesOf[kind].has(layout.hall.seats.type[seat] ?? 'N')

/**
 * The look of every seat for this guest, as `obstacleAt` has it of one: in one pass for each reason, since a hall of
 * a hundred thousand is looked at anew after each sale.
 *
 * @param shownBand the price band she wants to see; free seats of other bands are muted
 * @param shownKind the kind of seats she wants to see; free seats of another kind are muted
 */
export function seatLooks(
  layout: HallLayout,
  context: SelectionContext,
  shownBand: number | undefined,
  shownKind?: SeatKind,
): Uint8Array {
  const { count, damaged, partner, hall } = layout
  const { unavailable, own } = context
  const looks = new Uint8Array(count)
  for (const seat of unavailable) if (seat < count && !own.has(seat)) looks[seat] = seatLook.sold
  const { type } = hall.seats
  for (let seat = 0; seat < count; seat++) {
    if (damaged[seat] === 1) looks[seat] = seatLook.damaged
    else if (type[seat] === 'H') looks[seat] = seatLook.heldBack
  }
  const whole = looks.slice()
  for (let seat = 0; seat < count; seat++) {
    if (looks[seat] !== seatLook.free) continue
    const half = partner[seat] ?? -1
    if (half >= 0 && whole[half] !== seatLook.free) looks[seat] = seatLook.sold
    else if (!isAskedFor(layout, seat, shownBand, shownKind)) looks[seat] = seatLook.muted
  }
  return looks
}

function isAskedFor(
  layout: HallLayout,
  seat: number,
  band: number | undefined,
  kind: SeatKind | undefined,
): boolean {
  if (band !== undefined && layout.band[seat] !== band) return false
  return kind === undefined || isOfKind(layout, seat, kind)
}
