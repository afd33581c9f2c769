import type { Point } from '../layout/geometry.ts'
import { type GestureEvents, type PointerKind, readWheel, recogniseGestures, type Touch } from './gestures.ts'

interface InputEvents extends GestureEvents {
  /** A mouse hovers here, or nowhere any more. */
  hover(at: Point | undefined): void
  wheelZoom(at: Point, factor: number): void
  wheelPan(dx: number, dy: number): void
}

/** Listens to pointers and wheel of an element. @returns what stops listening */
export function listenToPointers(element: HTMLElement, events: InputEvents): () => void {
  const gestures = recogniseGestures(events)
  const listening = new AbortController()
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => element.addEventListener(type, listener, { signal: listening.signal, passive: false })

  function place(event: { clientX: number; clientY: number }): Point {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  function touchOf(event: PointerEvent): Touch {
    const kind: PointerKind = event.pointerType === 'mouse' ? 'mouse' : 'touch'
    return { ...place(event), id: event.pointerId, kind, at: event.timeStamp }
  }

  on('pointerdown', event => {
    if (event.button !== 0) return
    element.setPointerCapture(event.pointerId)
    gestures.down(touchOf(event))
  })
  on('pointermove', event => {
    gestures.move(touchOf(event))
    if (event.pointerType === 'mouse') events.hover(event.buttons === 0 ? place(event) : undefined)
  })
  on('pointerup', event => gestures.up(touchOf(event)))
  on('pointercancel', event => gestures.cancel(touchOf(event)))
  on('lostpointercapture', event => gestures.cancel(touchOf(event)))
  on('pointerleave', () => events.hover(undefined))
  on('contextmenu', event => event.preventDefault())
  on('wheel', event => {
    event.preventDefault()
    const meant = readWheel(event)
    if (meant.kind === 'zoom') events.wheelZoom(place(event), meant.factor)
    else events.wheelPan(meant.dx, meant.dy)
  })
  return () => listening.abort()
}
