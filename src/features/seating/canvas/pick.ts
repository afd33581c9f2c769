import type { Point } from '../layout/geometry.ts'
import { seatLook } from '../seat-look.ts'
import type { PointerKind } from './gestures.ts'
import type { HallPicture } from './scene.ts'
import { toHall, type View } from './view.ts'

/** How far beside a seat a tap may land, in CSS pixels: a fingertip hides what it aims at. */
const reachPx: Record<PointerKind, number> = { mouse: 4, touch: 16, pen: 8 }
/** A tap within a seat that cannot be had goes to a free one only when it is nearly there, in pitches. */
const overlap = 0.22

/**
 * The seat that a tap means: the one under it when the guest can have it, else the nearest that she can have
 * within reach, else the one under it, so that she is told why not.
 */
export function pickSeat(picture: HallPicture, view: View, at: Point, kind: PointerKind): number | undefined {
  const { layout, looks, selection } = picture
  const point = toHall(view, at)
  const canHave = (seat: number) =>
    looks[seat] === seatLook.free || looks[seat] === seatLook.muted || selection.includes(seat)
  const under = layout.index.at(point.x, point.y)
  if (under !== undefined && canHave(under)) return under
  const reach = reachPx[kind] / view.scale
  const near = layout.index.nearest(
    point.x,
    point.y,
    under === undefined ? reach : Math.min(reach, overlap),
    canHave,
  )
  return near ?? under
}
