/**
 * Lengths of the map are in seat pitches: 1 is the distance between the centres of two neighbours in a row.
 * x grows to the right, y away from the screen.
 */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Distance between the centres of two rows that follow each other. */
export const rowPitch = 1.16

/** Half of the box that belongs to a seat and catches a tap; what is drawn is a little smaller. */
export const seatHalf = { x: 0.5, y: rowPitch / 2 } as const

export const widthOf = (bounds: Bounds): number => bounds.right - bounds.left
export const heightOf = (bounds: Bounds): number => bounds.bottom - bounds.top

export function union(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}
