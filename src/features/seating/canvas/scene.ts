import type { HallLayout } from '../layout/hall-layout.ts'
import type { Palette } from './palette.ts'

/** Everything that a picture of the hall is made from, apart from where one stands. */
export interface HallPicture {
  readonly layout: HallLayout
  /** One `seatLook` a seat. */
  readonly looks: Uint8Array
  /** Seats that the guest has chosen. */
  readonly selection: readonly number[]
  /** The seat on which the keyboard stands. */
  readonly focused: number | undefined
  readonly palette: Palette
  /** The word on the screen, in the guest's language. */
  readonly screenWord: string
}

/** How much of a seat can be told at a size: a dot, its shape, a chair with its signs, or its number too. */
export type Detail = 'dot' | 'shape' | 'chair' | 'numbered'

/** @param scale CSS pixels per seat pitch */
export function detailAt(scale: number): Detail {
  if (scale < 8) return 'dot'
  if (scale < 14) return 'shape'
  return scale < 25 ? 'chair' : 'numbered'
}
