import type { ReactNode } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { seatingMessages } from './messages.ts'

interface FilterChipProps {
  /** What it stands for on the map. */
  sign: ReactNode
  name: string
  price?: string
  /** How many of these seats can still be had. */
  left: number
  pressed: boolean
  onPress: () => void
}

/** One entry of the legend: pressed, the map shows only these seats, and pressed again all of them. */
export function FilterChip({ sign, name, price, left, pressed, onPress }: FilterChipProps) {
  const words = useMessages(seatingMessages)
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className="flex min-h-12 shrink-0 items-center gap-2 rounded-full bg-ink-850 px-3.5 text-sm ring-1 ring-ink-700 ring-inset transition-colors aria-pressed:bg-ink-800 aria-pressed:ring-2 aria-pressed:ring-paper in-data-[density=kiosk]:text-base"
    >
      {sign}
      <span className="font-medium first-letter:uppercase">{name}</span>
      {price && <span className="tabular font-semibold">{price}</span>}
      <span className="tabular text-mist">{words.left(left)}</span>
    </button>
  )
}
