import { between, type View } from './view.ts'

/** A view on its way: asked for every frame until it has arrived. */
export interface Motion {
  readonly to: View
  /** @param now the frame's time in milliseconds */
  at(now: number): { readonly view: View; readonly arrived: boolean }
}

/** Nearer than this, in CSS pixels anywhere on the canvas, nobody sees a difference any more. */
const unseenPx = 0.5
/** Half of a large canvas: what a change of scale moves at its edge. */
const canvasReach = 800

/** Time constants in milliseconds: of a hall that was thrown, and of one that is shown on demand. */
export const glide = { thrown: 260, shown: 85 } as const

/**
 * Moves fast at first and ever slower, the way something comes to rest. The clock starts with the first frame,
 * so that a late frame does not swallow the beginning.
 *
 * @param since the last frame of the motion that this one takes on: its first frame then moves already
 */
export function moveTo(from: View, to: View, timeConstantMs: number, since?: number): Motion {
  let start = since
  return {
    to,
    at(now) {
      start ??= now
      const view = between(from, to, 1 - Math.exp((start - now) / timeConstantMs))
      const left = Math.max(
        Math.abs(to.x - view.x),
        Math.abs(to.y - view.y),
        Math.abs(to.scale / view.scale - 1) * canvasReach,
      )
      return left < unseenPx ? { view: to, arrived: true } : { view, arrived: false }
    },
  }
}
