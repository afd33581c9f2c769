import type { Bounds } from '../layout/geometry.ts'
import type { HallLayout } from '../layout/hall-layout.ts'
import type { Palette } from './palette.ts'
import type { View } from './view.ts'

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
  /** One for each section that can be gone to; none in a hall of one section. */
  readonly sectionTags: readonly SectionTag[]
}

/** What a section shows from so far away that its seats cannot be told apart. */
export interface SectionTag {
  readonly bounds: Bounds
  readonly name: string
  /** Short lines below the name, in the guest's language, each with what may stand for it where there is less room. */
  readonly details: readonly (readonly string[])[]
  /** Of its cheapest free seat; undefined when none is left. */
  readonly band: number | undefined
  /** Of its seats that are free, from 0 to 1. */
  readonly share: number
}

/** How much of a seat can be told at a size: a dot, its shape, a chair with its signs, or its number too. */
export type Detail = 'dot' | 'shape' | 'chair' | 'numbered'

/** @param scale CSS pixels per seat pitch */
export function detailAt(scale: number): Detail {
  if (scale < 6) return 'dot'
  if (scale < 14) return 'shape'
  return scale < 25 ? 'chair' : 'numbered'
}

/** Below this scale a tap is to go to a section and not to a seat. */
export const sectionsBelow = 8

/** Whether sections stand for their seats, which are too small to be told apart. */
export const showsSections = ({ sectionTags }: HallPicture, { scale }: View): boolean =>
  sectionTags.length > 0 && scale < sectionsBelow
