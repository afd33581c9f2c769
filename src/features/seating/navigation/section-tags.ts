import { priceLabel } from '#contract/money.ts'
import type { SectionTag } from '../canvas/scene.ts'
import type { HallLayout } from '../layout/hall-layout.ts'
import { sectionAreas } from '../layout/sections.ts'
import type { SeatingMessages } from '../messages.ts'
import { seatLook } from '../seat-look.ts'
import { seatPrice } from '../seat-price.ts'

/**
 * What stands on each section of a hall that is seen from far away: its name, its least price, what is left. Of a
 * section that has seats left, but none of those that the guest wants to see, only the name.
 */
export function sectionTags(
  layout: HallLayout,
  looks: Uint8Array,
  words: Pick<SeatingMessages, 'from' | 'left' | 'noneLeft'>,
): readonly SectionTag[] {
  const areas = sectionAreas(layout)
  if (areas.length === 0) return []
  const { hall } = layout
  const prices = hall.bands.map((_, band) => seatPrice(hall, band))
  const left = hall.sections.map(() => 0)
  const all = hall.sections.map(() => 0)
  const muted = hall.sections.map(() => false)
  const cheapest: (number | undefined)[] = hall.sections.map(() => undefined)
  for (let seat = 0; seat < layout.count; seat++) {
    const section = hall.seats.section[seat] ?? 0
    all[section] = (all[section] ?? 0) + 1
    if (looks[seat] === seatLook.muted) muted[section] = true
    if (looks[seat] !== seatLook.free) continue
    left[section] = (left[section] ?? 0) + 1
    const band = layout.band[seat] ?? 0
    const known = cheapest[section]
    if (known === undefined || (prices[band] ?? 0) < (prices[known] ?? 0)) cheapest[section] = band
  }
  return areas.map(({ section, bounds }) => {
    const band = cheapest[section]
    const count = left[section] ?? 0
    const nothing = muted[section] === true ? [] : [[words.noneLeft]]
    return {
      bounds,
      name: hall.sections[section]?.name ?? '',
      details: band === undefined ? nothing : offer(prices[band] ?? 0, count, words),
      band,
      share: count / Math.max(1, all[section] ?? 1),
    }
  })
}

function offer(priceFen: number, count: number, words: Pick<SeatingMessages, 'from' | 'left'>) {
  const price = priceLabel(priceFen)
  return [[words.from(price), `${price}+`], [words.left(count)]]
}
