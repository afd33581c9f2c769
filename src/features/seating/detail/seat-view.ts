import { type Point, seatHalf, widthOf } from '../layout/geometry.ts'
import type { HallLayout } from '../layout/hall-layout.ts'

/** The picture's size; everything in it is in these units, with the origin at its upper left corner. */
export const viewFrame = { width: 160, height: 90 } as const

/** A head in the rows before. */
export interface Head extends Point {
  readonly radius: number
}

/** What is seen from a seat by somebody who looks at the middle of the screen. */
export interface SeatView {
  /** The screen's corners: upper left, upper right, lower right, lower left. */
  readonly screen: readonly Point[]
  /** The wall that it hangs on, in the same order; the room's edges run from there to the guest. */
  readonly wall: readonly Point[]
  /** The farthest first, so that nearer ones hide them. */
  readonly heads: readonly Head[]
  /** How much of the field of vision the screen takes across, in degrees. */
  readonly screenDegrees: number
  /** How far the guest sits from the axis as the screen sees it, in degrees; negative on the left. */
  readonly asideDegrees: number
}

/**
 * A plan has no third dimension, so the room is a plausible one: the first row 0.6 screens away from the screen, a
 * floor that climbs, a picture of 2.1:1. Lengths are in pitches.
 */
const room = { firstRow: 0.6, climb: 0.17, eye: 2, screenFoot: 2.2, picture: 2.1, above: 1.4 } as const
/** What the picture shows across: about what one sees without moving the head. */
const fieldDegrees = 84
/** Farther forward and aside no head is drawn. */
const headsWithin = { before: 5.5, aside: 9 } as const
const headRadius = 0.26

interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** The view from a seat towards the screen, drawn from the seat's place in the hall. */
export function viewFrom(layout: HallLayout, seat: number): SeatView {
  return viewAt(layout, { x: layout.x[seat] ?? 0, y: layout.y[seat] ?? 0 })
}

/** The view from the middle of the hall, whether or not a seat stands there. */
export function viewFromMiddle(layout: HallLayout): SeatView {
  const { screen, seats } = layout
  return viewAt(layout, { x: screen.x, y: (seats.top + seats.bottom) / 2 })
}

function viewAt(layout: HallLayout, at: Point): SeatView {
  const { screen, seats } = layout
  const distance = (y: number) => room.firstRow * screen.width + (y - seats.top - seatHalf.y)
  const floor = (y: number) => room.climb * (y - seats.top - seatHalf.y)
  const eye: Place = { x: at.x - screen.x, y: floor(at.y) + room.eye, z: distance(at.y) }
  const height = screen.width / room.picture
  const see = cameraAt(eye, { x: 0, y: room.screenFoot + height / 2, z: 0 })

  const half = screen.width / 2
  const wallHalf = Math.max(half * 1.18, widthOf(seats) / 2 + 1)
  const corners = (halfWidth: number, top: number, bottom: number) =>
    [
      { x: -halfWidth, y: top, z: 0 },
      { x: halfWidth, y: top, z: 0 },
      { x: halfWidth, y: bottom, z: 0 },
      { x: -halfWidth, y: bottom, z: 0 },
    ].map(see)
  const angleTo = (x: number) => Math.atan2(x - eye.x, eye.z)
  return {
    screen: corners(half, room.screenFoot + height, room.screenFoot).map(toPoint),
    wall: corners(wallHalf, room.screenFoot + height + room.above, 0).map(toPoint),
    heads: seatsBefore(layout, at).map(other => {
      const y = layout.y[other] ?? 0
      const {
        x,
        y: down,
        scale,
      } = see({
        x: (layout.x[other] ?? 0) - screen.x,
        y: floor(y) + room.eye - headRadius,
        z: distance(y),
      })
      return { x, y: down, radius: headRadius * scale }
    }),
    screenDegrees: degrees(angleTo(half) - angleTo(-half)),
    asideDegrees: degrees(Math.atan2(eye.x, eye.z)),
  }
}

const toPoint = ({ x, y }: Point): Point => ({ x, y })
const degrees = (radians: number): number => (radians * 180) / Math.PI

/** Somebody whose eye is here and who looks there: where each place of the room comes to lie in the picture. */
function cameraAt(eye: Place, at: Place): (place: Place) => Point & { scale: number } {
  const turn = Math.atan2(at.x - eye.x, eye.z - at.z)
  const tilt = Math.atan2(at.y - eye.y, Math.hypot(at.x - eye.x, eye.z - at.z))
  const focal = viewFrame.width / 2 / Math.tan((fieldDegrees * Math.PI) / 360)
  return place => {
    const x = place.x - eye.x
    const y = place.y - eye.y
    const z = eye.z - place.z
    const aside = x * Math.cos(turn) - z * Math.sin(turn)
    const ahead = x * Math.sin(turn) + z * Math.cos(turn)
    const up = y * Math.cos(tilt) - ahead * Math.sin(tilt)
    const scale = focal / Math.max(0.2, ahead * Math.cos(tilt) + y * Math.sin(tilt))
    return { x: viewFrame.width / 2 + aside * scale, y: viewFrame.height / 2 - up * scale, scale }
  }
}

/** Seats in the rows before this place, as far as their heads are seen; the farthest first. */
function seatsBefore(layout: HallLayout, { x, y }: Point): readonly number[] {
  const before: number[] = []
  const area = {
    left: x - headsWithin.aside,
    right: x + headsWithin.aside,
    top: y - headsWithin.before,
    bottom: y,
  }
  layout.index.visit(area, other => {
    const ahead = y - (layout.y[other] ?? 0)
    const aside = Math.abs((layout.x[other] ?? 0) - x)
    if (ahead > 0.5 && ahead <= headsWithin.before && aside <= headsWithin.aside) before.push(other)
  })
  return before.sort((a, b) => (layout.y[a] ?? 0) - (layout.y[b] ?? 0) || a - b)
}
