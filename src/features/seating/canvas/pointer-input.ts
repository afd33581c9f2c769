import type { Point } from '../layout/geometry.ts'
import { type GestureEvents, type PointerKind, readWheel, recogniseGestures, type Touch } from './gestures.ts'
import { listenToTrackpad } from './safari-trackpad.ts'

interface InputEvents extends GestureEvents {
  /** A mouse or a pen hovers here, or nowhere any more. */
  hover(at: Point | undefined): void
  /** @returns false when the hall cannot follow, so that the page around it may */
  wheelZoom(at: Point, factor: number): boolean
  wheelPan(dx: number, dy: number): boolean
}

/** Listens to pointers and wheel of an element. @returns what stops listening */
export function listenToPointers(element: HTMLElement, events: InputEvents): () => void {
  const gestures = recogniseGestures(events)
  const listening = new AbortController()
  const { signal } = listening
  const down = new Set<number>()
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => element.addEventListener(type, listener, { signal, passive: false })

  function place(event: { clientX: number; clientY: number }): Point {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  function touchOf(event: PointerEvent): Touch {
    return { ...place(event), id: event.pointerId, kind: kindOf(event), at: event.timeStamp }
  }

  on('pointerdown', event => {
    if (event.button !== 0) return
    element.setPointerCapture(event.pointerId)
    down.add(event.pointerId)
    gestures.down(touchOf(event))
  })
  on('pointermove', event => {
    gestures.move(touchOf(event))
    if (kindOf(event) !== 'touch') events.hover(event.buttons === 0 ? place(event) : undefined)
  })
  on('pointerup', event => gestures.up(touchOf(event)))
  on('pointercancel', event => gestures.cancel(touchOf(event)))
  // The last that is heard of each, however it left.
  on('lostpointercapture', event => {
    down.delete(event.pointerId)
    gestures.cancel(touchOf(event))
  })
  on('pointerleave', () => events.hover(undefined))
  on('contextmenu', event => event.preventDefault())
  on('wheel', event => {
    const meant = readWheel(event)
    const followed =
      meant.kind === 'zoom'
        ? events.wheelZoom(place(event), meant.factor)
        : events.wheelPan(meant.dx, meant.dy)
    // A pinch on a trackpad never enlarges the page.
    if (followed || event.ctrlKey) event.preventDefault()
  })
  listenToTrackpad(element, { signal, idle: () => down.size === 0 }, (at, factor) =>
    events.wheelZoom(place(at), factor),
  )
  // Where one finger may scroll the page, two are still ours.
  on('touchstart', event => {
    if (event.touches.length > 1) event.preventDefault()
  })
  return () => listening.abort()
}

function kindOf({ pointerType }: PointerEvent): PointerKind {
  return pointerType === 'mouse' || pointerType === 'pen' ? pointerType : 'touch'
}
