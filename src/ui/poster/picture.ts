import type { ReactNode } from 'react'
import type { Random } from '#src/lib/seeded.ts'
import type { Palette } from './palette.ts'

/** Every poster is painted on 300 x 450 units. */
export const width = 300
export const height = 450

export interface PictureProps {
  palette: Palette
  random: Random
  /** Makes the ids of gradients unique on the page. */
  id: string
}

export interface Composition {
  name: string
  /** Where the picture leaves room for the title. */
  titleAt: 'left' | 'right' | 'foot' | 'head'
  paint: (props: PictureProps) => ReactNode
}

/** Whole numbers up to `count`, for drawing a thing several times. */
export const times = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** Coordinates with one decimal: posters are drawn in the dozen, so their markup is kept short. */
export const at = (n: number): string => String(Math.round(n * 10) / 10)

/** `from` mixed with `to`: 0 is all `from`. The browser does the arithmetic. */
export const mix = (from: string, to: string, share: number): string =>
  `color-mix(in oklab, ${to} ${Math.round(share * 100)}%, ${from})`
