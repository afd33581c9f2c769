import { heightOf } from '../layout/geometry.ts'
import type { HallPicture } from './scene.ts'
import type { View } from './view.ts'

/** Paints what stands still around the seats: the screen with its light, the hall's axis, section names. */
export function paintSurroundings(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  paintLight(ctx, picture, view)
  paintAxis(ctx, picture, view)
  paintScreen(ctx, picture, view)
  paintTitles(ctx, picture, view)
}

/** The screen's edge as a curve that bows away from the audience. */
function screenCurve(picture: HallPicture, view: View) {
  const { screen } = picture.layout
  const half = (screen.width / 2) * view.scale
  return {
    x: screen.x * view.scale + view.x,
    y: screen.y * view.scale + view.y,
    half,
    bow: Math.min(half * 0.14, 1.5 * view.scale),
  }
}

function traceScreen(ctx: CanvasRenderingContext2D, curve: ReturnType<typeof screenCurve>): void {
  ctx.moveTo(curve.x - curve.half, curve.y)
  ctx.quadraticCurveTo(curve.x, curve.y - 2 * curve.bow, curve.x + curve.half, curve.y)
}

/** Light that falls from the screen over the first rows. */
function paintLight(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  const curve = screenCurve(picture, view)
  const reach = Math.max(5 * view.scale, heightOf(picture.layout.seats) * view.scale * 0.55)
  const spread = curve.half * 0.2
  const fade = ctx.createLinearGradient(0, curve.y - curve.bow, 0, curve.y + reach)
  fade.addColorStop(0, withAlpha(picture.palette.light, 0.2))
  fade.addColorStop(0.35, withAlpha(picture.palette.light, 0.07))
  fade.addColorStop(1, withAlpha(picture.palette.light, 0))
  ctx.fillStyle = fade
  ctx.beginPath()
  traceScreen(ctx, curve)
  ctx.lineTo(curve.x + curve.half + spread, curve.y + reach)
  ctx.lineTo(curve.x - curve.half - spread, curve.y + reach)
  ctx.closePath()
  ctx.fill()
}

function paintScreen(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  const { palette } = picture
  const curve = screenCurve(picture, view)
  const across = ctx.createLinearGradient(curve.x - curve.half, 0, curve.x + curve.half, 0)
  across.addColorStop(0, withAlpha(palette.light, 0.25))
  across.addColorStop(0.5, palette.light)
  across.addColorStop(1, withAlpha(palette.light, 0.25))
  ctx.save()
  ctx.lineCap = 'round'
  ctx.strokeStyle = across
  ctx.shadowColor = palette.light
  ctx.shadowBlur = Math.min(28, view.scale * 0.9)
  ctx.lineWidth = Math.min(Math.max(3, view.scale * 0.16), 7)
  ctx.beginPath()
  traceScreen(ctx, curve)
  ctx.stroke()
  ctx.stroke()
  ctx.restore()
  const size = Math.min(Math.max(11, view.scale * 0.5), 22)
  ctx.font = `500 ${size}px ${palette.font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = palette.text
  ctx.letterSpacing = `${size * 0.3}px`
  ctx.fillText(picture.screenWord, curve.x + size * 0.15, curve.y + size * 0.25)
  ctx.letterSpacing = '0px'
}

/** A line through the middle of the screen, so that everybody sees where the middle is. */
function paintAxis(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  const { screen, seats } = picture.layout
  const x = screen.x * view.scale + view.x
  ctx.save()
  ctx.strokeStyle = withAlpha(picture.palette.light, 0.16)
  ctx.lineWidth = 1
  ctx.setLineDash([3, 6])
  ctx.beginPath()
  ctx.moveTo(x, (screen.y + 0.9) * view.scale + view.y)
  ctx.lineTo(x, seats.bottom * view.scale + view.y)
  ctx.stroke()
  ctx.restore()
}

function paintTitles(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  const { titles } = picture.layout
  const size = Math.min(Math.max(10, view.scale * 0.44), 18)
  if (titles.length === 0 || view.scale < 5) return
  ctx.font = `500 ${size}px ${picture.palette.font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = picture.palette.quietText
  for (const title of titles) {
    ctx.fillText(title.text, title.x * view.scale + view.x, title.y * view.scale + view.y)
  }
}

/** A CSS colour made translucent; understands whatever the browser does. */
export function withAlpha(colour: string, alpha: number): string {
  return `color-mix(in srgb, ${colour} ${Math.round(alpha * 1000) / 10}%, transparent)`
}
