import { useEffect, useMemo, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { HallCanvas, type HallCanvasHandle } from '#src/features/seating/canvas/hall-canvas.tsx'
import type { View } from '#src/features/seating/canvas/view.ts'
import { layoutOf } from '#src/features/seating/layout/hall-layout.ts'
import { seatLooks } from '#src/features/seating/seat-look.ts'
import '#src/features/seating/seating.css'
import { usePalette } from '#src/features/seating/use-palette.ts'
import '#src/main.css'
import { halls } from '../halls.ts'
import type { PlannedHall } from '../planned-hall.ts'
import { drawWordsAsBars } from './bars.ts'
import { countDrawn, type Tally } from './tally.ts'

declare global {
  interface Window {
    /** What a test asks of the page that shows a hall. */
    shownHall: { view(): View | undefined; countDrawn(): Tally | undefined }
  }
}

const own: ReadonlySet<number> = new Set()

/** One hall in the canvas of the product, as large as the window, and nothing else. */
function ShownHall({ planned }: { planned: PlannedHall }) {
  const { hall, sold, chosen } = useMemo(() => planned.evening(), [planned])
  const layout = layoutOf(hall)
  const palette = usePalette(hall.bands)
  const looks = useMemo(() => seatLooks(layout, { unavailable: sold, own }, undefined), [layout, sold])
  const canvas = useRef<HallCanvasHandle>(null)

  useEffect(() => {
    const view = () => canvas.current?.view()
    window.shownHall = {
      view,
      countDrawn() {
        const from = view()
        return from && countDrawn(layout, palette, from)
      },
    }
  }, [layout, palette])

  return (
    <div className="relative h-dvh bg-(--hall-floor)">
      <HallCanvas
        ref={canvas}
        layout={layout}
        looks={looks}
        selection={chosen}
        focused={undefined}
        palette={palette}
        screenWord="银幕"
        onTapSeat={() => undefined}
        onTapWentNearer={() => undefined}
        largest={78}
        nearest={84}
      />
    </div>
  )
}

// `?hall=vip-24` with bars for words, `&words=letters` with letters.
const asked = new URLSearchParams(location.search)
const planned = halls.find(({ id }) => id === asked.get('hall'))
const root = document.getElementById('root')
if (!planned || !root) throw new Error('there is no such hall')
if (asked.get('words') !== 'letters') drawWordsAsBars()
createRoot(root).render(<ShownHall planned={planned} />)
