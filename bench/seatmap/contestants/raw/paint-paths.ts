import { colourOf, type PlainHall, radius } from '../plain-hall.ts'
import type { PlainView } from '../plain-view.ts'
import type { PaintSeats } from './raw-canvas.ts'

/** Below this scale nobody can tell a disc from a square. */
const discsFrom = 8

/** One path for each colour. */
export const paintPaths: PaintSeats = (ctx, hall, view, each) => {
  const batches = new Map<number, number[]>()
  each(seat => {
    const key = (hall.states[seat] ?? 0) * 8 + (hall.area[seat] ?? 0)
    const batch = batches.get(key)
    if (batch) batch.push(seat)
    else batches.set(key, [seat])
  })
  for (const [key, batch] of batches) {
    ctx.fillStyle = colourOf(key >> 3, key & 7)
    ctx.beginPath()
    trace(ctx, hall, view, batch)
    ctx.fill()
  }
}

function trace(
  ctx: CanvasRenderingContext2D,
  hall: PlainHall,
  { scale, x, y }: PlainView,
  seats: readonly number[],
): void {
  const r = radius * scale
  for (const seat of seats) {
    const sx = (hall.x[seat] ?? 0) * scale + x
    const sy = (hall.y[seat] ?? 0) * scale + y
    if (scale < discsFrom) {
      ctx.rect(sx - r, sy - r, 2 * r, 2 * r)
      continue
    }
    ctx.moveTo(sx + r, sy)
    ctx.arc(sx, sy, r, 0, 2 * Math.PI)
  }
}
