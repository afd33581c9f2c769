import type { Bounds } from '../layout/geometry.ts'
import { fitView, type Size, type View } from './view.ts'

/**
 * Pictures of the hall that stand in for it while it moves, when painting it afresh takes too long for a
 * frame: what was on the canvas when the movement began, and the whole hall in coarse for what comes into view.
 */
export interface StandIn {
  /** Remembers the canvas as it is. */
  take(pixels: HTMLCanvasElement, view: View, size: Size): void
  /** Whether what is remembered still looks right from this view: not too coarse, and not mostly elsewhere. */
  covers(view: View, size: Size): boolean
  /** Draws what was remembered as it looks from another view. */
  draw(ctx: CanvasRenderingContext2D, view: View, size: Size): void
  /** The hall rests: what was on the canvas is of no use any more. */
  rest(): void
  /** The hall looks different now: nothing that is remembered is true any more. */
  forget(): void
}

/** A picture may be enlarged or reduced so much, and may have moved by this part of the canvas. */
const farthest = { scale: 1.8, moved: 0.6 }

/** @param paint paints the hall from a view, onto a canvas of one pixel per CSS pixel */
export function createStandIn(
  bounds: () => Bounds,
  paint: (ctx: CanvasRenderingContext2D, view: View, size: Size) => void,
): StandIn {
  let sharp: { canvas: HTMLCanvasElement; view: View } | undefined
  let coarse: { canvas: HTMLCanvasElement; view: View } | undefined

  return {
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
    covers(view, size) {
      if (!sharp) return false
      const k = view.scale / sharp.view.scale
      const middle = { x: size.width / 2, y: size.height / 2 }
      const movedX = view.x + (middle.x - sharp.view.x) * k - middle.x
      const movedY = view.y + (middle.y - sharp.view.y) * k - middle.y
      return (
        Math.max(k, 1 / k) < farthest.scale &&
        Math.abs(movedX) < size.width * farthest.moved &&
        Math.abs(movedY) < size.height * farthest.moved
      )
    },
    draw(ctx, view, size) {
      if (coarse) {
        blit(ctx, coarse, view, { width: coarse.canvas.width, height: coarse.canvas.height }, false)
      }
      if (sharp) blit(ctx, sharp, view, size, true)
    },
    rest() {
      sharp = undefined
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
