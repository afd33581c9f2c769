import { type Bounds, heightOf, type Point, widthOf } from '../layout/geometry.ts'

/** Where the hall stands on the screen: `screen = hall * scale + (x, y)`; scale is CSS pixels per seat pitch. */
export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** The canvas, in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface ScaleLimits {
  readonly min: number
  readonly max: number
}

/** How far the hall may be pulled beyond its edges before it resists, in CSS pixels. */
const slack = 28
/** How much of the spare room lies above a hall that is lower than the canvas: the screen belongs high. */
const above = 0.42
const resistance = 0.35

/** The whole hall, in its middle, with seats never larger than `largest` pixels. */
export function fitView(bounds: Bounds, size: Size, largest: number): View {
  const scale = Math.min(size.width / widthOf(bounds), size.height / heightOf(bounds), largest)
  return {
    scale,
    x: size.width / 2 - ((bounds.left + bounds.right) / 2) * scale,
    y: (size.height - heightOf(bounds) * scale) * above - bounds.top * scale,
  }
}

/** Zooms so that what lies under `at` (in CSS pixels) stays there. */
export function zoomAbout(view: View, at: Point, factor: number, limits: ScaleLimits): View {
  const scale = Math.min(Math.max(view.scale * factor, limits.min), limits.max)
  const k = scale / view.scale
  return { scale, x: at.x - (at.x - view.x) * k, y: at.y - (at.y - view.y) * k }
}

export function pan(view: View, dx: number, dy: number): View {
  return { scale: view.scale, x: view.x + dx, y: view.y + dy }
}

/** The view that shows a point of the hall at the middle of the canvas. */
export function centreOn(at: Point, scale: number, size: Size): View {
  return { scale, x: size.width / 2 - at.x * scale, y: size.height / 2 - at.y * scale }
}

/** The nearest view whose edges are not pulled inwards; what is smaller than the canvas keeps its place in it. */
export function settle(view: View, bounds: Bounds, size: Size): View {
  return {
    scale: view.scale,
    x: settleAxis(view.x, bounds.left * view.scale, bounds.right * view.scale, size.width, 0.5),
    y: settleAxis(view.y, bounds.top * view.scale, bounds.bottom * view.scale, size.height, above),
  }
}

/** The view as a finger feels it: beyond the edges it follows less and less. */
export function resist(view: View, bounds: Bounds, size: Size): View {
  const calm = settle(view, bounds, size)
  return {
    scale: view.scale,
    x: calm.x + (view.x - calm.x) * resistance,
    y: calm.y + (view.y - calm.y) * resistance,
  }
}

function settleAxis(offset: number, from: number, to: number, room: number, before: number): number {
  if (to - from <= room) return (room - (to - from)) * before - from
  return Math.min(Math.max(offset, room - to - slack), slack - from)
}

/**
 * A view on the way from one to another, `part` from 0 to 1. A change of scale turns about the one point that
 * both views show at the same place, so that the way is straight.
 */
export function between(from: View, to: View, part: number): View {
  const k = to.scale / from.scale
  if (Math.abs(k - 1) < 1e-4) {
    return {
      scale: to.scale,
      x: from.x + (to.x - from.x) * part,
      y: from.y + (to.y - from.y) * part,
    }
  }
  const still = { x: (to.x - from.x * k) / (1 - k), y: (to.y - from.y * k) / (1 - k) }
  const scale = from.scale * k ** part
  const ratio = scale / from.scale
  return { scale, x: still.x - (still.x - from.x) * ratio, y: still.y - (still.y - from.y) * ratio }
}

export const toHall = (view: View, at: Point): Point => ({
  x: (at.x - view.x) / view.scale,
  y: (at.y - view.y) / view.scale,
})

/**
 * Where a part of the hall lies on the canvas, as far as it is to be seen.
 *
 * @param reach how far it is to be seen beyond its bounds, in CSS pixels
 * @returns CSS pixels from the canvas's corner; undefined when nothing of it is on the canvas
 */
export function toCanvas(view: View, part: Bounds, size: Size, reach: number): Bounds | undefined {
  const left = Math.max(0, part.left * view.scale + view.x - reach)
  const top = Math.max(0, part.top * view.scale + view.y - reach)
  const right = Math.min(size.width, part.right * view.scale + view.x + reach)
  const bottom = Math.min(size.height, part.bottom * view.scale + view.y + reach)
  return left < right && top < bottom ? { left, top, right, bottom } : undefined
}

/** The part of the hall that the canvas shows. */
export function visibleBounds(view: View, size: Size): Bounds {
  const { x: left, y: top } = toHall(view, { x: 0, y: 0 })
  const { x: right, y: bottom } = toHall(view, { x: size.width, y: size.height })
  return { left, top, right, bottom }
}
