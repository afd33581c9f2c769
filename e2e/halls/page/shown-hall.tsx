import { useEffect, useMemo, useRef, useState } from 'react'
import { HallCanvas, type HallCanvasHandle } from '#src/features/seating/canvas/hall-canvas.tsx'
import type { View } from '#src/features/seating/canvas/view.ts'
import { layoutOf } from '#src/features/seating/layout/hall-layout.ts'
import { seatingMessages } from '#src/features/seating/messages.ts'
import { sectionTags } from '#src/features/seating/navigation/section-tags.ts'
import { seatLooks } from '#src/features/seating/seat-look.ts'
import { toggle } from '#src/features/seating/selection.ts'
import { usePalette } from '#src/features/seating/use-palette.ts'
import type { PlannedHall } from '../planned-hall.ts'
import { countDrawn, type Tally } from './tally.ts'

/** What a test asks of the page that shows a hall. */
export interface ShownHallControl {
  view(): View | undefined
  countDrawn(): Tally | undefined
  /** Seats that are chosen, in the order in which they were. */
  chosen(): readonly number[]
}

declare global {
  interface Window {
    shownHall: ShownHallControl
  }
}

const own: ReadonlySet<number> = new Set()

/** One hall in the canvas of the product, as large as the window, and nothing else. */
export function ShownHall({ planned }: { planned: PlannedHall }) {
  const { hall, sold, chosen } = useMemo(() => planned.evening(), [planned])
  const layout = layoutOf(hall)
  const palette = usePalette(hall.bands)
  const context = useMemo(() => ({ unavailable: sold, own }), [sold])
  const looks = useMemo(() => seatLooks(layout, context, undefined), [layout, context])
  const tags = useMemo(() => sectionTags(layout, looks, seatingMessages.zh), [layout, looks])
  const [selection, setSelection] = useState(chosen)
  const canvas = useRef<HallCanvasHandle>(null)

  useEffect(() => {
    const view = () => canvas.current?.view()
    window.shownHall = {
      view,
      countDrawn() {
        const from = view()
        return from && countDrawn(layout, palette, from)
      },
      chosen: () => selection,
    }
  }, [layout, palette, selection])

  return (
    <div className="relative h-dvh bg-(--hall-floor)">
      <HallCanvas
        ref={canvas}
        layout={layout}
        looks={looks}
        selection={selection}
        focused={undefined}
        palette={palette}
        screenWord="银幕"
        sectionTags={tags}
        onTapSeat={seat => setSelection(before => toggle(hall, before, seat, context).selection)}
        onTapWentNearer={() => undefined}
        largest={78}
        nearest={84}
      />
    </div>
  )
}
