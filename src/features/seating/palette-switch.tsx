import { useMessages } from '#src/i18n/messages.ts'
import { bandTones } from './band-tones.ts'
import type { HallLayout } from './layout/hall-layout.ts'
import { seatingMessages } from './messages.ts'
import { togglePalette, usePaletteChoice } from './palette-choice.ts'

/** Other colours, and dots, for those who do not tell these apart; there where colours say a price. */
export function PaletteSwitch({ layout }: { layout: HallLayout }) {
  const words = useMessages(seatingMessages)
  const { palette } = usePaletteChoice()
  if (bandTones(layout.hall.bands).every(tone => tone === 0)) return null
  return (
    <button
      type="button"
      aria-label={words.safeColours}
      title={words.safeColours}
      aria-pressed={palette === 'safe'}
      onClick={togglePalette}
      className="grid size-12 place-items-center rounded-full bg-ink-850/85 text-paper ring-1 ring-ink-700 ring-inset active:bg-ink-700 aria-pressed:bg-paper aria-pressed:text-ink-950 in-data-[density=kiosk]:size-15"
    >
      <svg
        viewBox="0 0 24 24"
        className="size-6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <circle cx="12" cy="7.5" r="4" />
        <circle cx="6.8" cy="16.2" r="4" fill="currentColor" />
        <circle cx="17.2" cy="16.2" r="4" />
        <circle cx="17.2" cy="16.2" r="1.4" fill="currentColor" stroke="none" />
      </svg>
    </button>
  )
}
