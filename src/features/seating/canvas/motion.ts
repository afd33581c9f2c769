import { between, type View } from './view.ts'

/** A view on its way: asked for every frame until it has arrived. */
export interface Motion {
  readonly to: View
  /** @param now the frame's time in milliseconds */
  at(now: number): { readonly view: View; readonly arrived: boolean }
}

/** After so many time constants what is left of the way is under a pixel. */
const arrivesAfter = 6

/** Time constants in milliseconds: of a hall that was thrown, and of one that is shown on demand. */
export const glide = { thrown: 260, shown: 85 } as const

/**
 * Moves fast at first and ever slower, the way something comes to rest. The clock starts with the first frame,
 * so that a late frame does not swallow the beginning.
 */
export function moveTo(from: View, to: View, timeConstantMs: number): Motion {
  let start: number | undefined
  return {
    to,
    at(now) {
      start ??= now
      const elapsed = (now - start) / timeConstantMs
      if (elapsed >= arrivesAfter) return { view: to, arrived: true }
      return { view: between(from, to, 1 - Math.exp(-elapsed)), arrived: false }
    },
  }
}
