import type { HallLayout } from './layout/hall-layout.ts'
import type { SelectionContext } from './selection.ts'

/** How a seat looks before anybody chooses it. */
export const seatLook = { free: 0, sold: 1, damaged: 2, heldBack: 3, muted: 4 } as const

/**
 * The look of every seat for this guest, as `obstacleAt` has it of one: in one pass for each reason, since a hall of
 * a hundred thousand is looked at anew after each sale.
 *
 * @param shownBand the price band she wants to see; free seats of other bands are muted
 */
export function seatLooks(
  layout: HallLayout,
  context: SelectionContext,
  shownBand: number | undefined,
): Uint8Array {
  const { count, damaged, band, partner, hall } = layout
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
    else if (shownBand !== undefined && band[seat] !== shownBand) looks[seat] = seatLook.muted
  }
  return looks
}
