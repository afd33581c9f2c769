import type { HallLayout } from './layout/hall-layout.ts'
import { obstacleOf, type SelectionContext } from './selection.ts'

/** How a seat looks before anybody chooses it. */
export const seatLook = { free: 0, sold: 1, damaged: 2, heldBack: 3, muted: 4 } as const

/**
 * The look of every seat for this guest.
 *
 * @param shownBand the price band she wants to see; free seats of other bands are muted
 */
export function seatLooks(
  layout: HallLayout,
  context: SelectionContext,
  shownBand: number | undefined,
): Uint8Array {
  const looks = new Uint8Array(layout.count)
  for (let seat = 0; seat < layout.count; seat++) {
    switch (obstacleOf(layout, seat, context)) {
      case undefined:
        looks[seat] =
          shownBand === undefined || layout.band[seat] === shownBand ? seatLook.free : seatLook.muted
        break
      case 'damaged':
        looks[seat] = seatLook.damaged
        break
      case 'held-back':
        looks[seat] = seatLook.heldBack
        break
      default:
        looks[seat] = seatLook.sold
    }
  }
  return looks
}
