import { type Bounds, heightOf, type Point, widthOf } from '../layout/geometry.ts'
import { glide, type Motion, moveTo } from './motion.ts'
import {
  centreOn,
  fitView,
  pan,
  resist,
  type ScaleLimits,
  type Size,
  settle,
  type View,
  zoomAbout,
} from './view.ts'

/** Where one stands before the hall, and every way to go elsewhere. */
export interface Camera {
  readonly view: View
  /** A finger holds the hall, or it is still on its way. */
  readonly moving: boolean
  /** The hall is shown whole, or on its way to be. */
  readonly whole: boolean
  /** Another hall: shown whole. */
  enter(bounds: Bounds, size: Size): void
  /**
   * The canvas has another size: a hall shown whole stays whole, and in its place if it can. Another keeps its
   * middle when the width changes, and its place when something below takes or gives some height.
   */
  resize(size: Size): void
  grab(): void
  /** Holds a hall that was thrown and is still far from its rest. @returns whether there was one */
  caught(): boolean
  drag(by: { readonly dx: number; readonly dy: number; readonly factor: number; readonly about: Point }): void
  /** @param velocity in CSS pixels a millisecond */
  release(velocity: Point): void
  /** @returns whether there was anything left to go in this direction; so does `scroll` */
  zoom(factor: number, about?: Point): boolean
  scroll(dx: number, dy: number): boolean
  fit(): void
  /** Shows this part of the hall, no smaller than `scale`; does nothing when it can be seen well already. */
  reveal(part: Bounds, scale: number): void
  /** Shows this part of the hall as large as the canvas allows, and nearer than now in any case. */
  frame(part: Bounds): void
  /** Brings a place of the hall to the middle, as far as the hall reaches. */
  lookAt(place: Point): void
  /** Goes on to the frame's time. @returns whether the view has changed */
  advance(now: number): boolean
}

export interface CameraOptions {
  /** Scale, in CSS pixels per seat pitch, that a small hall is never enlarged beyond at first sight. */
  readonly largest: number
  /** The nearest that one can go. */
  readonly nearest: number
  /** Whether the guest wants no motion: everything is shown at once. */
  readonly still: () => boolean
}

/** A thrown hall that has so little way left, in CSS pixels, seems to rest: a touch means a seat again. */
const nearRest = 12

/** Room that a revealed part keeps to the edges, in CSS pixels. */
const revealMargin = 36
/** The same of a part that is shown as large as possible; the row labels stand at the left. */
const frameMargin = { left: 36, right: 10, top: 12, bottom: 12 }
/** By so much one comes nearer at least: a tap that changes nothing seems not to have been felt. */
const leastNearer = 1.3

export function createCamera({ largest, nearest, still }: CameraOptions): Camera {
  let bounds: Bounds = { left: 0, top: 0, right: 1, bottom: 1 }
  let size: Size = { width: 1, height: 1 }
  let view: View = { scale: 1, x: 0, y: 0 }
  /** What the fingers ask for, before the edges resist. */
  let wished: View | undefined
  let motion: Motion | undefined
  let thrown = false
  let whole = true
  let changed = false
  /** Time of the last frame. */
  let seenAt: number | undefined

  const fitted = () => fitView(bounds, size, largest)
  function limits(): ScaleLimits {
    const min = fitted().scale
    return { min, max: Math.max(min * 1.25, nearest) }
  }
  const middle = (): Point => ({ x: size.width / 2, y: size.height / 2 })
  /** Where the hall will be once it rests: what the next step goes on from. */
  const goal = (): View => motion?.to ?? view

  /** Something below the map took or gave some height, and the hall can stay where the fingers expect it. */
  function isWholeNow(old: Size): boolean {
    const top = bounds.top * view.scale + view.y
    const bottom = bounds.bottom * view.scale + view.y
    return old.width === size.width && view.scale === fitted().scale && top >= 0 && bottom <= size.height
  }

  function set(next: View): void {
    view = next
    changed = true
  }
  function go(to: View, timeConstantMs: number): boolean {
    const from = goal()
    whole = to.scale <= limits().min * 1.001
    thrown = false
    if (still()) {
      motion = undefined
      set(to)
    } else {
      // A pinch asks for another goal in every frame: each would stand still in its first one.
      motion = moveTo(view, to, timeConstantMs, motion && seenAt)
    }
    return !alike(from, to)
  }

  return {
    get view() {
      return view
    },
    get moving() {
      return wished !== undefined || motion !== undefined
    },
    get whole() {
      return whole
    },
    enter(hallBounds, canvasSize) {
      bounds = hallBounds
      size = canvasSize
      motion = undefined
      wished = undefined
      whole = true
      set(fitted())
    },
    resize(canvasSize) {
      const old = size
      size = canvasSize
      motion = undefined
      if (whole) {
        set(isWholeNow(old) ? view : fitted())
        return
      }
      const turned = old.width !== size.width
      const kept = turned ? pan(view, (size.width - old.width) / 2, (size.height - old.height) / 2) : view
      set(settle(zoomAbout(kept, middle(), 1, limits()), bounds, size))
    },
    grab() {
      motion = undefined
      wished = view
    },
    caught: () =>
      thrown && motion !== undefined && Math.hypot(motion.to.x - view.x, motion.to.y - view.y) > nearRest,
    drag({ dx, dy, factor, about }) {
      const moved = pan(wished ?? view, dx, dy)
      wished = factor === 1 ? moved : zoomAbout(moved, about, factor, limits())
      set(resist(wished, bounds, size))
    },
    release(velocity) {
      if (!wished) return
      // Without motion there is no throw: what went on at once to where it would have come to rest would jump.
      const reach = still() ? 0 : glide.thrown
      const to = pan(wished, velocity.x * reach, velocity.y * reach)
      wished = undefined
      go(settle(to, bounds, size), glide.thrown)
      thrown = Math.hypot(velocity.x, velocity.y) > 0
    },
    zoom: (factor, about = middle()) =>
      go(settle(zoomAbout(goal(), about, factor, limits()), bounds, size), glide.shown),
    scroll: (dx, dy) => go(settle(pan(goal(), dx, dy), bounds, size), glide.shown / 2),
    fit: () => void go(fitted(), glide.shown),
    reveal(part, scale) {
      const now = goal()
      const left = part.left * now.scale + now.x
      const top = part.top * now.scale + now.y
      const seen =
        left >= revealMargin &&
        top >= revealMargin &&
        left + widthOf(part) * now.scale <= size.width - revealMargin &&
        top + heightOf(part) * now.scale <= size.height - revealMargin
      const { min, max } = limits()
      if (seen && now.scale >= Math.min(scale, max)) return
      const fitting = Math.min(
        (size.width - 2 * revealMargin) / widthOf(part),
        (size.height - 2 * revealMargin) / heightOf(part),
      )
      const wanted = Math.max(min, Math.min(Math.max(now.scale, scale), fitting, max))
      const at = { x: (part.left + part.right) / 2, y: (part.top + part.bottom) / 2 }
      go(settle(centreOn(at, wanted, size), bounds, size), glide.shown)
    },
    frame(part) {
      const { left, right, top, bottom } = frameMargin
      const room = { width: size.width - left - right, height: size.height - top - bottom }
      const fitting = fitView(part, room, nearest)
      const scale = Math.min(Math.max(fitting.scale, goal().scale * leastNearer), limits().max)
      const at = { x: (part.left + part.right) / 2, y: (part.top + part.bottom) / 2 }
      const framed = pan(centreOn(at, scale, size), (left - right) / 2, (top - bottom) / 2)
      go(settle(framed, bounds, size), glide.shown)
    },
    lookAt: place => void go(settle(centreOn(place, goal().scale, size), bounds, size), glide.shown),
    advance(now) {
      seenAt = now
      if (motion) {
        const step = motion.at(now)
        set(step.view)
        if (step.arrived) motion = undefined
      }
      const was = changed
      changed = false
      return was
    },
  }
}

function alike(a: View, b: View): boolean {
  return Math.abs(a.scale / b.scale - 1) < 1e-4 && Math.hypot(a.x - b.x, a.y - b.y) < 0.5
}
