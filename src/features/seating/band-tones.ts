import type { PriceBand } from '#contract/hall.ts'

/** How many different tones the palette has; further bands begin again at the first. */
export const toneCount = 6

/** The tone of every price band, 0 for the cheapest: the dearer, the warmer. Equal prices keep the hall's order. */
export function bandTones(bands: readonly PriceBand[]): readonly number[] {
  const byPrice = bands
    .map((band, index) => ({ index, price: band.ticketFen + band.feeFen }))
    .sort((a, b) => a.price - b.price || a.index - b.index)
  const tones: number[] = []
  byPrice.forEach(({ index }, rank) => {
    tones[index] = rank % toneCount
  })
  return tones
}

/** The palette's CSS variable for a tone. */
export const toneVariable = (tone: number): `--seat-band-${number}` => `--seat-band-${tone + 1}`
