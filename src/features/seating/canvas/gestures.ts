import type { Point } from '../layout/geometry.ts'

export type PointerKind = 'mouse' | 'touch' | 'pen'

/** One pointer at one moment, in CSS pixels from the canvas's corner; `at` in milliseconds. */
export interface Touch extends Point {
  readonly id: number
  readonly kind: PointerKind
  readonly at: number
}

/** What fingers and mice mean. A gesture is either a tap or a movement, never both. */
export interface GestureEvents {
  tap(touch: Touch): void
  /** A first pointer comes down. @returns whether it caught a hall on its way, which is all that it then means */
  catches(): boolean
  moveStart(): void
  /** The hall follows by dx and dy and grows by `factor` about `about`. */
  move(by: { readonly dx: number; readonly dy: number; readonly factor: number; readonly about: Point }): void
  /** Velocity in CSS pixels a millisecond. */
  moveEnd(velocity: { readonly x: number; readonly y: number }): void
}

/** A pointer that strays farther than this, in CSS pixels, is no tap any more. */
const slop: Record<PointerKind, number> = { mouse: 5, touch: 10, pen: 7 }
/** Velocity is taken over the last stretch of this length; a finger that rests before it leaves throws nothing. */
const velocityMs = 90

interface Pressed {
  readonly start: Touch
  last: Touch
}

/** Turns pointers into gestures. Knows no DOM, so that it can be shown what a hand does. */
export function recogniseGestures(events: GestureEvents) {
  const pressed = new Map<number, Pressed>()
  let trail: Touch[] = []
  let moving = false
  /** Two fingers have been down: what is left of the gesture cannot become a tap. */
  let spoilt = false

  function centreAndSpread(): Point & { spread: number } {
    const [a, b] = [...pressed.values()].map(pointer => pointer.last)
    if (!a) return { x: 0, y: 0, spread: 0 }
    if (!b) return { x: a.x, y: a.y, spread: 0 }
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) }
  }

  function begin(): void {
    if (moving) return
    moving = true
    events.moveStart()
  }

  function down(touch: Touch): void {
    if (pressed.size === 2) return
    pressed.set(touch.id, { start: touch, last: touch })
    trail = []
    const second = pressed.size === 2
    if (second) spoilt = true
    if (second || events.catches()) begin()
  }

  function move(touch: Touch): void {
    const pointer = pressed.get(touch.id)
    if (!pointer) return
    const before = centreAndSpread()
    pointer.last = touch
    const strayed = Math.hypot(touch.x - pointer.start.x, touch.y - pointer.start.y) > slop[touch.kind]
    if (!moving && !strayed) return
    // The way to the edge of the slop is given up, so that the hall does not jump when it starts to follow.
    if (!moving) {
      begin()
      return
    }
    const now = centreAndSpread()
    const factor = before.spread > 0 && now.spread > 0 ? now.spread / before.spread : 1
    trail = [...trail.filter(past => touch.at - past.at < velocityMs), touch]
    events.move({ dx: now.x - before.x, dy: now.y - before.y, factor, about: now })
  }

  function up(touch: Touch): void {
    if (!pressed.delete(touch.id)) return
    if (pressed.size > 0) {
      trail = []
      return
    }
    if (moving) events.moveEnd(velocityAt(touch.at))
    else if (!spoilt) events.tap(touch)
    moving = false
    spoilt = false
  }

  /** The system took the pointer away: the movement ends where it is, and nothing was tapped. */
  function cancel(touch: Touch): void {
    if (!pressed.has(touch.id)) return
    spoilt = true
    trail = []
    up(touch)
  }

  function velocityAt(now: number): Point {
    const recent = trail.filter(past => now - past.at < velocityMs)
    const first = recent[0]
    const last = recent.at(-1)
    if (!first || !last || last.at - first.at < 1) return { x: 0, y: 0 }
    const ms = last.at - first.at
    return { x: (last.x - first.x) / ms, y: (last.y - first.y) / ms }
  }

  return { down, move, up, cancel }
}

/** Two-finger scrolling on a trackpad moves the hall; a mouse wheel and a trackpad's pinch zoom it. */
export function readWheel(event: {
  readonly deltaX: number
  readonly deltaY: number
  readonly deltaMode: number
  readonly ctrlKey: boolean
}): { readonly kind: 'zoom'; readonly factor: number } | { readonly kind: 'pan'; dx: number; dy: number } {
  const byLines = event.deltaMode !== 0
  const deltaY = byLines ? event.deltaY * 33 : event.deltaY
  if (event.ctrlKey) return { kind: 'zoom', factor: Math.exp(-clamp(deltaY, 60) / 100) }
  const notched = byLines || (event.deltaX === 0 && Math.abs(deltaY) >= 50)
  if (notched) return { kind: 'zoom', factor: Math.exp(-clamp(deltaY, 240) / 400) }
  return { kind: 'pan', dx: -event.deltaX, dy: -deltaY }
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, -most), most)
