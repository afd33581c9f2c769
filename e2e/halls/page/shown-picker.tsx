import { useMemo, useState } from 'react'
import { SeatPicker } from '#src/features/seating/seat-picker.tsx'
import type { PlannedHall } from '../planned-hall.ts'

const own: ReadonlySet<number> = new Set()

/** One hall in the product's seat picker, as the doors show it. */
export function ShownPicker({ planned, density }: { planned: PlannedHall; density: 'kiosk' | 'phone' }) {
  const { hall, sold, chosen } = useMemo(() => planned.evening(), [planned])
  const [selection, setSelection] = useState(chosen)
  return (
    <div className="h-dvh bg-ink-950 p-3 font-sans text-paper">
      <SeatPicker
        hall={hall}
        unavailable={sold}
        own={own}
        selection={selection}
        onSelectionChange={setSelection}
        density={density}
      />
    </div>
  )
}
