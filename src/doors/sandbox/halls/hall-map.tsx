import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { ToolButton } from '../parts/tool-button.tsx'
import { type Arrow, isArrow, layOut, neighbour, type SeatPlace, seatAt } from './hall-layout.ts'
import { hallMessages } from './messages.ts'
import { paintHall } from './paint-hall.ts'

interface HallMapProps {
  places: readonly SeatPlace[]
  chosen: ReadonlySet<string>
  onToggle: (place: SeatPlace) => void
  /** Says a seat as the line below the map does. */
  inWords: (place: SeatPlace) => string
}

const zooms = [1, 1.5, 2, 3, 4] as const
/** Small halls are not blown up beyond this, px from seat to seat. */
const largestFit = 26
const heightShare = 0.5

/**
 * All seats of a hall on one canvas: even ten thousand are painted in a few milliseconds. The keyboard walks over it,
 * and what it stands on is said in a line of text.
 */
export function HallMap({ places, chosen, onToggle, inWords }: HallMapProps) {
  const t = useMessages(hallMessages)
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const [zoom, setZoom] = useState<(typeof zooms)[number]>(zooms[0])
  const [at, setAt] = useState<number>()
  const layout = useMemo(() => layOut(places), [places])

  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () =>
      setRoom({ width: element.clientWidth, height: Math.max(260, innerHeight * heightShare) })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])

  const fit = Math.min(
    largestFit,
    (room.width - 4) / Math.max(1, layout.width),
    room.height / Math.max(1, layout.height),
  )
  const unit = Math.max(1, fit * zoom)
  const width = Math.ceil(layout.width * unit) + 2
  const height = Math.ceil(layout.height * unit) + 2

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || room.width === 0) return
    const ratio = devicePixelRatio
    context.canvas.width = width * ratio
    context.canvas.height = height * ratio
    context.setTransform(ratio, 0, 0, ratio, ratio, ratio)
    paintHall(context, { layout, places, chosen, unit })
  }, [layout, places, chosen, unit, width, height, room.width])

  function seatUnder(event: { clientX: number; clientY: number }): number | undefined {
    const box = canvas.current?.getBoundingClientRect()
    if (!box) return undefined
    return seatAt(layout, (event.clientX - box.left - 1) / unit, (event.clientY - box.top - 1) / unit)
  }
  const change = (step: 1 | -1) => {
    const next = zooms[zooms.indexOf(zoom) + step]
    if (next !== undefined) setZoom(next)
  }
  function walk(arrow: Arrow) {
    const next = at === undefined ? 0 : neighbour(layout, at, arrow)
    setAt(next)
    reveal(frame.current, (layout.x[next] ?? 0) * unit, (layout.y[next] ?? 0) * unit, unit)
  }
  function toggleAt(seat: number | undefined) {
    const place = seat === undefined ? undefined : places[seat]
    if (place?.state === 'free') onToggle(place)
  }
  function press(event: KeyboardEvent) {
    const { key } = event
    if (key === '+' || key === '=') change(1)
    else if (key === '-') change(-1)
    else if (isArrow(key)) walk(key)
    else if (key === ' ' || key === 'Enter') toggleAt(at)
    else return
    event.preventDefault()
  }

  const place = at === undefined ? undefined : places[at]
  return (
    <div>
      <div className="relative mb-2 flex min-h-9 items-end">
        <div className="mx-auto h-5 w-1/2 max-w-md rounded-t-[50%] border-t-2 border-lamp/80 pt-0.5 text-center text-xs text-mist shadow-[0_-0.6rem_1.6rem_-0.8rem_var(--color-lamp)]">
          {t.screen}
        </div>
        <div className="absolute right-0 bottom-0 flex gap-1">
          <ToolButton aria-label={t.zoomOut} disabled={zoom === zooms[0]} onClick={() => change(-1)}>
            −
          </ToolButton>
          <ToolButton aria-label={t.zoomIn} disabled={zoom === zooms.at(-1)} onClick={() => change(1)}>
            +
          </ToolButton>
        </div>
      </div>
      <div
        ref={frame}
        role="application"
        aria-label={t.map}
        aria-description={t.mapKeys}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is walked over by arrow keys
        tabIndex={0}
        onKeyDown={press}
        onFocus={() => setAt(now => now ?? 0)}
        className="max-h-[75vh] overflow-auto rounded-xl"
      >
        <div className="relative mx-auto" style={{ width, height }}>
          <canvas
            ref={canvas}
            className="block"
            style={{ width, height }}
            onPointerMove={event => event.pointerType !== 'touch' && setAt(seatUnder(event))}
            onClick={event => {
              const seat = seatUnder(event)
              setAt(seat)
              toggleAt(seat)
            }}
          />
          {at !== undefined && (
            <div
              className="pointer-events-none absolute rounded-sm border-2 border-paper"
              style={{
                left: (layout.x[at] ?? 0) * unit,
                top: (layout.y[at] ?? 0) * unit,
                width: unit + 2,
                height: unit + 2,
              }}
            />
          )}
        </div>
      </div>
      <p role="status" className="mt-2 min-h-10 text-sm text-mist">
        {place ? <span className="text-paper">{inWords(place)}</span> : t.pointHint}
      </p>
    </div>
  )
}

/** Scrolls no further than needed to have the seat in sight. */
function reveal(frame: HTMLElement | null, x: number, y: number, unit: number): void {
  if (!frame) return
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = frame
  frame.scrollTo({
    left: Math.min(Math.max(scrollLeft, x + 3 * unit - clientWidth), Math.max(0, x - 2 * unit)),
    top: Math.min(Math.max(scrollTop, y + 3 * unit - clientHeight), Math.max(0, y - 2 * unit)),
  })
}
