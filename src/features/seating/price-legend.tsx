import { priceLabel } from '#contract/money.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { bandTones, toneVariable } from './band-tones.ts'
import { FilterChip } from './filter-chip.tsx'
import type { HallLayout } from './layout/hall-layout.ts'
import { seatingMessages } from './messages.ts'
import { seatPrice } from './seat-price.ts'
import { bandName } from './seat-words.ts'

interface PriceLegendProps {
  layout: HallLayout
  /** Free seats of every band. */
  freeCounts: readonly number[]
  /** The one band that the guest wants to see; undefined shows all. */
  shownBand: number | undefined
  onShowBand: (band: number | undefined) => void
}

/** What the colours cost and how many seats are left of each; tapping one shows only these. */
export function PriceLegend({ layout, freeCounts, shownBand, onShowBand }: PriceLegendProps) {
  const words = useMessages(seatingMessages)
  const tones = bandTones(layout.hall.bands)
  const order = layout.hall.bands.map((_, band) => band)
  order.sort((a, b) => seatPrice(layout.hall, b) - seatPrice(layout.hall, a))
  return (
    <fieldset className="contents">
      <legend className="sr-only">{words.legend}</legend>
      {order.map(band => {
        const pressed = band === shownBand
        return (
          <FilterChip
            key={layout.hall.bands[band]?.id}
            sign={<BandSign tone={tones[band] ?? 0} />}
            name={bandName(layout, band, words)}
            price={priceLabel(seatPrice(layout.hall, band))}
            left={freeCounts[band] ?? 0}
            pressed={pressed}
            onPress={() => onShowBand(pressed ? undefined : band)}
          />
        )
      })}
    </fieldset>
  )
}

/** The band's colour, and the dots that its seats bear where dots are wanted. */
function BandSign({ tone }: { tone: number }) {
  return (
    <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
      <rect x="0.5" y="0.5" width="15" height="15" rx="4.5" style={{ fill: `var(${toneVariable(tone)})` }} />
      <g style={{ opacity: 'var(--seat-dots)', fill: 'var(--seat-ink)' }}>
        {Array.from({ length: tone }, (_, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
          <circle key={nth} cx={8 + (nth - (tone - 1) / 2) * 2.8} cy="11.5" r="1.15" />
        ))}
      </g>
    </svg>
  )
}
