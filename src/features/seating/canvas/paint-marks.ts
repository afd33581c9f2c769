import type { Palette } from './palette.ts'
import { detailAt, type HallPicture } from './scene.ts'
import { seatBody, tick } from './seat-shapes.ts'
import type { View } from './view.ts'

/** How far a chosen seat has come in appearing, from 0 to 1. */
type Progress = (seat: number) => number

/** How far a mark reaches beyond its seat, in CSS pixels, at a scale: its glow, its frame, and as it springs. */
export const markReach = (scale: number): number => 0.75 * scale + 14

/** Paints what belongs to the guest: her seats in lamp amber with a tick, the mouse's place, the keyboard's. */
export function paintMarks(
  ctx: CanvasRenderingContext2D,
  picture: HallPicture,
  view: View,
  hovered: number | undefined,
  progress: Progress,
): void {
  if (hovered !== undefined) outline(ctx, picture, view, hovered, { colour: picture.palette.text, width: 2 })
  paintSelection(ctx, picture, view, progress)
  if (picture.focused !== undefined) {
    outline(ctx, picture, view, picture.focused, { colour: picture.palette.floor, width: 6 })
    outline(ctx, picture, view, picture.focused, { colour: picture.palette.text, width: 3 })
  }
}

function paintSelection(
  ctx: CanvasRenderingContext2D,
  picture: HallPicture,
  view: View,
  progress: Progress,
): void {
  const { layout, palette, selection } = picture
  const chosen = new Set(selection)
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  for (const seat of selection) {
    const partner = layout.partner[seat] ?? -1
    const joined = partner >= 0 && chosen.has(partner)
    if (joined && layout.toLeft[seat] === partner) continue
    const span = joined && layout.toRight[seat] === partner ? 1 : 0
    const size = view.scale * springing(progress(seat))
    const x = ((layout.x[seat] ?? 0) + span / 2) * view.scale + view.x
    const y = (layout.y[seat] ?? 0) * view.scale + view.y
    const body = () => {
      ctx.beginPath()
      seatBody(ctx, x - (span / 2) * size, y, size * 1.04, span)
    }
    body()
    paintRing(ctx, palette, view)
    ctx.save()
    ctx.shadowColor = palette.lamp
    ctx.shadowBlur = view.scale * 0.4
    ctx.fillStyle = palette.lamp
    body()
    ctx.fill()
    ctx.restore()
    ctx.strokeStyle = palette.onLamp
    ctx.lineWidth = Math.max(1.5, size * 0.1)
    ctx.beginPath()
    for (const shift of span === 1 ? [-0.5, 0.5] : [0]) tick(ctx, x + shift * size, y + 0.03 * size, size)
    ctx.stroke()
  }
}

/**
 * A ring about the body that is the path, for whoever does not tell colours apart, where a seat is too small for its
 * tick. No amber is far from all prices in lightness; a shape that no other seat has needs no colour. Half of each
 * width, in CSS pixels, lies outside of the seat.
 */
function paintRing(ctx: CanvasRenderingContext2D, palette: Palette, view: View): void {
  const detail = detailAt(view.scale)
  if (palette.dots === undefined || detail === 'chair' || detail === 'numbered') return
  for (const [colour, width] of [
    [palette.text, 6],
    [palette.floor, 3],
  ] as const) {
    ctx.strokeStyle = colour
    ctx.lineWidth = width
    ctx.stroke()
  }
}

/** A little more than its size shortly before the end, as something that springs into place. */
function springing(part: number): number {
  const rest = 1 - part
  return 1 - 0.45 * rest * rest * rest + 0.28 * part * rest
}

function outline(
  ctx: CanvasRenderingContext2D,
  { layout }: HallPicture,
  view: View,
  seat: number,
  { colour, width }: { readonly colour: string; readonly width: number },
): void {
  const x = (layout.x[seat] ?? 0) * view.scale + view.x
  const y = (layout.y[seat] ?? 0) * view.scale + view.y
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.beginPath()
  seatBody(ctx, x, y, Math.max(view.scale * 1.16, 14))
  ctx.stroke()
}
