import type { PriceBand } from '#contract/hall.ts'

/** How many different tones the palette has; further bands begin again at the first. */
export const toneCount = 6

/** The tone of every price band, 0 for the cheapest: the dearer, the warmer. What costs the same looks the same. */
export function bandTones(bands: readonly PriceBand[]): readonly number[] {
  const prices = [...new Set(bands.map(priceOf))].sort((a, b) => a - b)
  return bands.map(band => prices.indexOf(priceOf(band)) % toneCount)
}

const priceOf = (band: PriceBand): number => band.ticketFen + band.feeFen

/** The palette's CSS variable for a tone. */
export const toneVariable = (tone: number): `--seat-band-${number}` => `--seat-band-${tone + 1}`
