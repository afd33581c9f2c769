import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { HallCanvas, type HallCanvasHandle } from '#src/features/seating/canvas/hall-canvas.tsx'
import type { SectionTag } from '#src/features/seating/canvas/scene.ts'
import { layoutOf } from '#src/features/seating/layout/hall-layout.ts'
import { seatLooks } from '#src/features/seating/seat-look.ts'
import { toggle } from '#src/features/seating/selection.ts'
import '#src/features/seating/seating.css'
import { usePalette } from '#src/features/seating/use-palette.ts'
import '#src/main.css'
import type { BenchHall } from '../../page/bench-hall.ts'
import type { Changes, Place } from '../../page/driver.ts'
import { enter } from '../../page/page-bench.ts'

interface Handles {
  canvas: HallCanvasHandle | null
  chosen: readonly number[]
  change(changes: Changes): void
}

/** The canvas and the layout of the product, held together as its seat picker holds them. */
enter({
  zoom: 'pinch',
  prepare(bench) {
    const handles: Handles = { canvas: null, chosen: [], change: () => undefined }
    return {
      show: root => createRoot(root).render(<OurHall bench={bench} handles={handles} />),
      place: seat => placeOf(bench, handles, seat),
      chosen: () => handles.chosen,
      change: changes => handles.change(changes),
    }
  },
})

function placeOf({ hall }: BenchHall, { canvas }: Handles, seat: number): Place | undefined {
  const view = canvas?.view()
  if (!view) return undefined
  const layout = layoutOf(hall)
  return {
    x: (layout.x[seat] ?? 0) * view.scale + view.x,
    y: (layout.y[seat] ?? 0) * view.scale + view.y,
    pitch: view.scale,
  }
}

function changed(unavailable: ReadonlySet<number>, { bought, givenBack }: Changes): ReadonlySet<number> {
  const next = new Set(unavailable)
  for (const seat of bought) next.add(seat)
  for (const seat of givenBack) next.delete(seat)
  return next
}

const noSections: readonly SectionTag[] = []
const nobody: ReadonlySet<number> = new Set()

function OurHall({ bench, handles }: { bench: BenchHall; handles: Handles }) {
  const { hall } = bench
  const layout = layoutOf(hall)
  const palette = usePalette(hall.bands)
  const canvas = useRef<HallCanvasHandle>(null)
  const [unavailable, setUnavailable] = useState(bench.sold)
  const [selection, setSelection] = useState<readonly number[]>([])
  const context = useMemo(() => ({ unavailable, own: nobody }), [unavailable])
  const looks = useMemo(() => seatLooks(layout, context, undefined), [layout, context])

  // As soon as React has committed: told any later, the frame that shows it would have passed already.
  useLayoutEffect(() => {
    handles.canvas = canvas.current
    handles.chosen = selection
    handles.change = changes => setUnavailable(now => changed(now, changes))
  }, [handles, selection])

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
        sectionTags={noSections}
        onTapSeat={seat => setSelection(toggle(hall, selection, seat, context).selection)}
        onTapWentNearer={() => undefined}
        largest={78}
        nearest={84}
      />
    </div>
  )
}
