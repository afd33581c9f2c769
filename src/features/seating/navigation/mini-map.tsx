import { type PointerEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import type { HallPicture } from '../canvas/scene.ts'
import type { Size, View } from '../canvas/view.ts'
import type { Bounds, Point } from '../layout/geometry.ts'
import { grip, miniatureOf, placeMeant, showsWhole, windowOn } from './miniature.ts'
import { paintMiniature } from './paint-miniature.ts'

export interface MiniMapHandle {
  /** To be told of every view that the map shows: in every frame, so nothing is rendered for it. */
  follow(view: View, size: Size): void
}

interface MiniMapProps extends Pick<HallPicture, 'layout' | 'looks' | 'palette' | 'selection'> {
  /** CSS pixels that it may take at most. */
  room: Size
  /** This place of the hall is to come to the middle of the map. */
  onLookAt: (at: Point) => void
  ref: Ref<MiniMapHandle>
}

/**
 * The whole hall in a corner of the map, with a window on what the map shows of it; there only when that is not
 * all. A tap goes to a place, a finger draws the window along. Hidden from assistive technology, for which the
 * grid of seats goes everywhere.
 */
export function MiniMap({ layout, looks, palette, selection, room, onLookAt, ref }: MiniMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const window = useRef<Bounds | undefined>(undefined)
  const held = useRef<Point | undefined>(undefined)
  /** Paints what has changed since it was last to be seen. */
  const unpainted = useRef<(() => void) | undefined>(undefined)
  const miniature = useMemo(() => miniatureOf(layout.bounds, room), [layout, room])

  useEffect(() => {
    const paint = () => {
      if (canvas.current)
        paintMiniature(canvas.current, { layout, looks, palette, selection }, miniature, devicePixelRatio)
    }
    if (window.current) paint()
    else unpainted.current = paint
  }, [layout, looks, palette, selection, miniature])

  useImperativeHandle(
    ref,
    () => ({
      follow(view, size) {
        if (!box.current || !frame.current) return
        const whole = showsWhole(layout.bounds, view, size)
        box.current.dataset['shown'] = String(!whole)
        window.current = whole ? undefined : windowOn(miniature, view, size)
        if (!window.current) return
        unpainted.current?.()
        unpainted.current = undefined
        const { left, top, right, bottom } = window.current
        frame.current.style.transform = `translate(${left}px, ${top}px)`
        frame.current.style.width = `${right - left}px`
        frame.current.style.height = `${bottom - top}px`
      },
    }),
    [layout, miniature],
  )

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0 || !window.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = placeOf(event)
    held.current = grip(window.current, at)
    onLookAt(placeMeant(miniature, at, held.current))
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (held.current) onLookAt(placeMeant(miniature, placeOf(event), held.current))
  }

  function letGo() {
    held.current = undefined
  }

  return (
    <div
      ref={box}
      aria-hidden="true"
      data-mini-map
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      className="invisible absolute top-2 right-2 cursor-pointer touch-none select-none overflow-hidden rounded-xl bg-(--hall-floor)/90 opacity-0 shadow-deep ring-1 ring-ink-600 transition-opacity duration-200 data-[shown=true]:visible data-[shown=true]:opacity-100 motion-reduce:transition-none"
      style={miniature.size}
    >
      <canvas ref={canvas} className="absolute inset-0 size-full" />
      <div
        ref={frame}
        className="absolute top-0 left-0 rounded-md bg-paper/10 ring-2 ring-paper ring-inset"
      />
    </div>
  )
}

function placeOf(event: PointerEvent<HTMLDivElement>): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}
