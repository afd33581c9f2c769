import type { Place } from '../page/driver.ts'
import type { PlainHall } from './plain-hall.ts'

/** `screen = hall * scale + (x, y)`; scale is CSS pixels per pitch. */
export interface PlainView {
  readonly scale: number
  readonly x: number
  readonly y: number
}

const margin = 40
const nearest = 84
/** A pointer that strays farther than this drags. */
const slop = 4

export function fitted(hall: PlainHall): PlainView {
  const scale = Math.min(
    (innerWidth - 2 * margin) / hall.width,
    (innerHeight - 2 * margin) / hall.height,
    nearest,
  )
  return {
    scale,
    x: (innerWidth - (hall.width - 1) * scale) / 2,
    y: (innerHeight - (hall.height - 1) * scale) / 2,
  }
}

export const placeOf = (hall: PlainHall, view: PlainView, seat: number): Place => ({
  x: (hall.x[seat] ?? 0) * view.scale + view.x,
  y: (hall.y[seat] ?? 0) * view.scale + view.y,
  pitch: view.scale,
})

interface Moves {
  view(): PlainView
  move(view: PlainView): void
  tap(x: number, y: number): void
}

/** Wheel about the pointer, drag and tap, in the strengths of our own map. */
export function listen(element: HTMLElement, hall: PlainHall, { view, move, tap }: Moves): void {
  const least = fitted(hall).scale
  let pressed: { x: number; y: number; moved: boolean } | undefined
  element.addEventListener(
    'wheel',
    event => {
      event.preventDefault()
      const now = view()
      const factor = Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 400))
      const scale = Math.min(Math.max(now.scale * factor, least), Math.max(nearest, least))
      const k = scale / now.scale
      move({
        scale,
        x: event.clientX - (event.clientX - now.x) * k,
        y: event.clientY - (event.clientY - now.y) * k,
      })
    },
    { passive: false },
  )
  element.addEventListener('pointerdown', event => {
    pressed = { x: event.clientX, y: event.clientY, moved: false }
  })
  element.addEventListener('pointermove', event => {
    if (!pressed) return
    const dx = event.clientX - pressed.x
    const dy = event.clientY - pressed.y
    if (!pressed.moved && Math.hypot(dx, dy) < slop) return
    // Not before: Konva would not hear of the tap.
    if (!pressed.moved) element.setPointerCapture(event.pointerId)
    pressed = { x: event.clientX, y: event.clientY, moved: true }
    const now = view()
    move({ scale: now.scale, x: now.x + dx, y: now.y + dy })
  })
  element.addEventListener('pointerup', event => {
    if (pressed && !pressed.moved) tap(event.clientX, event.clientY)
    pressed = undefined
  })
}

/** Finds seats by place: cells of two pitches. */
export function indexOf(hall: PlainHall) {
  const cell = 2
  const columns = Math.ceil(hall.width / cell) + 1
  const rows = Math.ceil(hall.height / cell) + 1
  const cells: number[][] = Array.from({ length: columns * rows }, () => [])
  for (let seat = 0; seat < hall.count; seat++) {
    const at = Math.floor((hall.y[seat] ?? 0) / cell) * columns + Math.floor((hall.x[seat] ?? 0) / cell)
    cells[at]?.push(seat)
  }
  const column = (x: number) => Math.min(Math.max(Math.floor(x / cell), 0), columns - 1)
  const row = (y: number) => Math.min(Math.max(Math.floor(y / cell), 0), rows - 1)

  function visit(
    view: PlainView,
    left: number,
    top: number,
    right: number,
    bottom: number,
    each: (seat: number) => void,
  ) {
    const from = column((left - view.x) / view.scale - 0.5)
    const to = column((right - view.x) / view.scale + 0.5)
    const last = row((bottom - view.y) / view.scale + 0.5)
    for (let r = row((top - view.y) / view.scale - 0.5); r <= last; r++)
      for (let c = from; c <= to; c++) for (const seat of cells[r * columns + c] ?? []) each(seat)
  }
  function at(view: PlainView, x: number, y: number): number | undefined {
    let found: number | undefined
    visit(view, x, y, x, y, seat => {
      const place = placeOf(hall, view, seat)
      if (Math.hypot(place.x - x, place.y - y) <= radius(view)) found = seat
    })
    return found
  }
  return { visit, at }
}

const radius = (view: PlainView) => view.scale / 2
