import { type Size, toHall, type View, visibleBounds } from '../canvas/view.ts'
import { type Bounds, heightOf, type Point, widthOf } from '../layout/geometry.ts'

/** The whole hall, small: as a view onto a canvas that has just the hall's shape. */
export interface Miniature {
  readonly view: View
  readonly size: Size
}

/** @param room CSS pixels that the miniature may take at most */
export function miniatureOf(bounds: Bounds, room: Size): Miniature {
  const scale = Math.min(room.width / widthOf(bounds), room.height / heightOf(bounds))
  return {
    view: { scale, x: -bounds.left * scale, y: -bounds.top * scale },
    size: { width: Math.round(widthOf(bounds) * scale), height: Math.round(heightOf(bounds) * scale) },
  }
}

/** A finger beside the whole hall's edge by less than this still sees all of it, in CSS pixels. */
const unseenPx = 2

/** Whether all of the hall can be seen, so that nobody needs to be told where he is. */
export function showsWhole(bounds: Bounds, view: View, size: Size): boolean {
  const seen = visibleBounds(view, size)
  const rim = unseenPx / view.scale
  return (
    seen.left <= bounds.left + rim &&
    seen.right >= bounds.right - rim &&
    seen.top <= bounds.top + rim &&
    seen.bottom >= bounds.bottom - rim
  )
}

/** What a view shows of the hall, as a rectangle on the miniature; never beyond its edges. */
export function windowOn({ view: small, size: edge }: Miniature, view: View, size: Size): Bounds {
  const seen = visibleBounds(view, size)
  const within = (at: number, most: number) => Math.min(Math.max(at, 0), most)
  return {
    left: within(seen.left * small.scale + small.x, edge.width),
    right: within(seen.right * small.scale + small.x, edge.width),
    top: within(seen.top * small.scale + small.y, edge.height),
    bottom: within(seen.bottom * small.scale + small.y, edge.height),
  }
}

/** What a finger means that has come down on the miniature: the window's middle, from where it takes hold of it. */
export function grip(window: Bounds, at: Point): Point {
  const inside = at.x >= window.left && at.x <= window.right && at.y >= window.top && at.y <= window.bottom
  if (!inside) return { x: 0, y: 0 }
  return { x: (window.left + window.right) / 2 - at.x, y: (window.top + window.bottom) / 2 - at.y }
}

/** The place of the hall that is to come to the middle when the finger is here. */
export const placeMeant = ({ view }: Miniature, at: Point, held: Point): Point =>
  toHall(view, { x: at.x + held.x, y: at.y + held.y })
