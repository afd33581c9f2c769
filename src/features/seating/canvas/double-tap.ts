import type { Touch } from './gestures.ts'

const doubleTapMs = 320
const doubleTapPx = 24

/** A tap on the hall, and what it met. */
export interface Tap {
  readonly touch: Touch
  /** Seats could not be told apart yet, and it brought them nearer. */
  readonly wentNearer: boolean
  readonly seat: number | undefined
}

/** One finger that comes down twice in its place. Two quick taps on neighbouring seats choose them both. */
export function isDoubleTap(first: Tap, second: Tap): boolean {
  const [from, to] = [first.touch, second.touch]
  const quick = to.at - from.at < doubleTapMs
  const near = Math.hypot(to.x - from.x, to.y - from.y) < doubleTapPx
  return quick && near && (first.wentNearer || first.seat === second.seat)
}
