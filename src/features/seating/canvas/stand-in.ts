import type { Bounds } from '../layout/geometry.ts'
import { fitView, type Size, type View } from './view.ts'

/**
 * Pictures of the hall that stand in for it while it moves, when painting it afresh takes too long for a
 * frame: what was on the canvas when the movement began, and the whole hall in coarse for what comes into view.
 */
export interface StandIn {
  readonly ready: boolean
  /** Remembers the canvas as it is. */
  take(pixels: HTMLCanvasElement, view: View, size: Size): void
  /** Draws what was remembered as it looks from another view. @returns whether anything was */
  draw(ctx: CanvasRenderingContext2D, view: View, size: Size): boolean
  /** The hall looks different now. */
  forget(): void
}

/** @param paint paints the hall from a view, onto a canvas of one pixel per CSS pixel */
export function createStandIn(
  bounds: () => Bounds,
  paint: (ctx: CanvasRenderingContext2D, view: View, size: Size) => void,
): StandIn {
  let sharp: { canvas: HTMLCanvasElement; view: View } | undefined
  let coarse: { canvas: HTMLCanvasElement; view: View } | undefined

  return {
    get ready() {
      return sharp !== undefined
    },
    take(pixels, view, size) {
      const canvas = document.createElement('canvas')
      canvas.width = pixels.width
      canvas.height = pixels.height
      canvas.getContext('2d')?.drawImage(pixels, 0, 0)
      sharp = { canvas, view }
      if (coarse) return
      const overview = document.createElement('canvas')
      overview.width = size.width
      overview.height = size.height
      const ctx = overview.getContext('2d')
      const whole = fitView(bounds(), size, Number.POSITIVE_INFINITY)
      if (ctx) paint(ctx, whole, size)
      coarse = { canvas: overview, view: whole }
    },
    draw(ctx, view, size) {
      if (!sharp || !coarse) return false
      blit(ctx, coarse, view, { width: coarse.canvas.width, height: coarse.canvas.height }, false)
      blit(ctx, sharp, view, size, true)
      return true
    },
    forget() {
      sharp = undefined
      coarse = undefined
    },
  }
}

function blit(
  ctx: CanvasRenderingContext2D,
  image: { canvas: HTMLCanvasElement; view: View },
  view: View,
  size: Size,
  clear: boolean,
): void {
  const k = view.scale / image.view.scale
  const x = view.x - image.view.x * k
  const y = view.y - image.view.y * k
  if (clear) ctx.clearRect(x, y, size.width * k, size.height * k)
  ctx.drawImage(image.canvas, x, y, size.width * k, size.height * k)
}
