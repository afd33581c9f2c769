import { heightOf } from '../layout/geometry.ts'
import { type HallPicture, showsSections } from './scene.ts'
import type { View } from './view.ts'

/** Paints what stands still around the seats: the screen with its light, and the hall's axis. */
export function paintSurroundings(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  paintLight(ctx, picture, view)
  paintAxis(ctx, picture, view)
  paintScreen(ctx, picture, view)
}

/** Writes on the hall: the word below the screen, and the sections' names. */
export function paintWords(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  paintScreenWord(ctx, picture, view)
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
    bow: Math.min(half * 0.13, 1.15 * view.scale),
  }
}

function traceScreen(ctx: CanvasRenderingContext2D, curve: ReturnType<typeof screenCurve>): void {
  ctx.moveTo(curve.x - curve.half, curve.y)
  ctx.quadraticCurveTo(curve.x, curve.y - 2 * curve.bow, curve.x + curve.half, curve.y)
}

/** Light that falls from the screen over the first rows, weaker to the sides and with the distance. */
function paintLight(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  const curve = screenCurve(picture, view)
  const reach = Math.max(6 * view.scale, heightOf(picture.layout.seats) * view.scale * 0.75)
  const wide = curve.half * 1.2
  const { light } = picture.palette
  ctx.save()
  ctx.beginPath()
  traceScreen(ctx, curve)
  ctx.lineTo(curve.x + wide, curve.y)
  ctx.lineTo(curve.x + wide, curve.y + reach)
  ctx.lineTo(curve.x - wide, curve.y + reach)
  ctx.lineTo(curve.x - wide, curve.y)
  ctx.clip()
  ctx.translate(curve.x, curve.y - curve.bow)
  ctx.scale(wide, reach)
  const glow = ctx.createRadialGradient(0, 0, 0, 0, 0, 1)
  glow.addColorStop(0, withAlpha(light, 0.26))
  glow.addColorStop(0.3, withAlpha(light, 0.12))
  glow.addColorStop(0.65, withAlpha(light, 0.03))
  glow.addColorStop(1, withAlpha(light, 0))
  ctx.fillStyle = glow
  ctx.fillRect(-1, -1, 2, 2)
  ctx.restore()
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
}

function paintScreenWord(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  const { palette } = picture
  const curve = screenCurve(picture, view)
  const size = Math.min(Math.max(13, view.scale * 0.5), 22)
  ctx.font = `500 ${size}px ${palette.font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = palette.text
  ctx.letterSpacing = `${size * 0.3}px`
  ctx.fillText(
    picture.screenWord,
    curve.x + size * 0.15,
    Math.max(curve.y + size * 0.25, curve.y - curve.bow + size * 1.1),
  )
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
  const size = Math.min(Math.max(11, view.scale * 0.44), 18)
  if (titles.length === 0 || view.scale < 5 || showsSections(picture, view)) return
  ctx.font = `500 ${size}px ${picture.palette.font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = picture.palette.quietText
  for (const { text, x, y, room } of titles) {
    ctx.fillText(
      shortened(ctx, text, room * view.scale, size),
      x * view.scale + view.x,
      y * view.scale + view.y,
    )
  }
}

/** As much of a name as there is room for, in CSS pixels; nothing when that would be hardly a letter. */
function shortened(ctx: CanvasRenderingContext2D, text: string, room: number, size: number): string {
  // No letter is wider than it is high: most names need no measuring.
  if (text.length * size <= room || ctx.measureText(text).width <= room) return text
  const letters = [...text]
  while (letters.length > 1) {
    letters.pop()
    const beginning = `${letters.join('').trimEnd()}…`
    if (ctx.measureText(beginning).width <= room) return beginning
  }
  return ''
}

/**
 * A CSS colour made translucent; understands whatever the browser does. Never quite transparent: mixing with
 * nothing would leave black, and a gradient towards it would darken before it ends.
 */
function withAlpha(colour: string, alpha: number): string {
  return `color-mix(in srgb, ${colour} ${Math.max(0.1, alpha * 100)}%, transparent)`
}
