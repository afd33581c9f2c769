import { heightOf, type Point, widthOf } from '../layout/geometry.ts'
import { type HallPicture, type SectionTag, sectionsBelow, showsSections } from './scene.ts'
import { toHall, type View } from './view.ts'

/** From this scale on, in CSS pixels a pitch, the blocks fade before their seats take over. */
const fadesFrom = 6.5
/** Kept free around a block and within it, in CSS pixels. */
const rim = 2
const padding = 5
const ownPx = 4

/**
 * How much of a block's seats is covered by the floor's colour, and how much of that by its tone when none and when
 * all of its seats are free: words have to be read even where the brightest seat shimmers right behind a letter.
 */
export const veil = { floor: 0.8, toneOfNone: 0.08, toneOfAll: 0.26 }

/** The section that is shown at a place of the canvas. */
export function sectionAt({ sectionTags }: HallPicture, view: View, at: Point): SectionTag | undefined {
  const { x, y } = toHall(view, at)
  return sectionTags.find(
    ({ bounds }) => x >= bounds.left && x <= bounds.right && y >= bounds.top && y <= bounds.bottom,
  )
}

/**
 * Paints each section of a hall seen from afar as one block: its name and what it has to offer, in the tone of its
 * least price, stronger the more is left. The seats shimmer through.
 */
export function paintSections(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View): void {
  if (!showsSections(picture, view)) return
  const strength = Math.min(1, (sectionsBelow - view.scale) / (sectionsBelow - fadesFrom))
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  for (const tag of picture.sectionTags) paintSection(ctx, picture, view, tag, strength)
  paintOwn(ctx, picture, view)
  ctx.globalAlpha = 1
}

/**
 * Where the guest's own seats are, which the blocks would hide. In palettes for whoever does not tell colours apart
 * each has a ring, as a chosen seat has that is too small for its tick.
 */
function paintOwn(
  ctx: CanvasRenderingContext2D,
  { layout, palette, selection }: HallPicture,
  view: View,
): void {
  const disc = (colour: string, radius: number) => {
    ctx.fillStyle = colour
    ctx.beginPath()
    for (const seat of selection) {
      const x = (layout.x[seat] ?? 0) * view.scale + view.x
      const y = (layout.y[seat] ?? 0) * view.scale + view.y
      ctx.moveTo(x + radius, y)
      ctx.arc(x, y, radius, 0, 2 * Math.PI)
    }
    ctx.fill()
  }
  if (palette.dots !== undefined) {
    disc(palette.text, ownPx + 3)
    disc(palette.floor, ownPx + 1.5)
  }
  disc(palette.lamp, ownPx)
}

function paintSection(
  ctx: CanvasRenderingContext2D,
  { palette }: HallPicture,
  view: View,
  tag: SectionTag,
  strength: number,
): void {
  const x = tag.bounds.left * view.scale + view.x - rim
  const y = tag.bounds.top * view.scale + view.y - rim
  const width = widthOf(tag.bounds) * view.scale + 2 * rim
  const height = heightOf(tag.bounds) * view.scale + 2 * rim
  const tone = tag.band === undefined ? palette.soldEdge : (palette.bands[tag.band] ?? palette.text)
  ctx.beginPath()
  ctx.roundRect(x, y, width, height, Math.min(10, width * 0.12, height * 0.2))
  ctx.globalAlpha = veil.floor * strength
  ctx.fillStyle = palette.floor
  ctx.fill()
  ctx.globalAlpha = (veil.toneOfNone + (veil.toneOfAll - veil.toneOfNone) * tag.share) * strength
  ctx.fillStyle = tone
  ctx.fill()
  ctx.globalAlpha = strength
  ctx.lineWidth = 1.5
  ctx.strokeStyle = tone
  ctx.stroke()
  const room = { width: width - 2 * padding, height: height - 2 * padding }
  paintWords(ctx, palette, tag, { x: x + width / 2, y: y + height / 2 }, room)
}

/** As many lines as fit: the name before the rest, and each in the first wording that fits whole. */
function paintWords(
  ctx: CanvasRenderingContext2D,
  palette: HallPicture['palette'],
  tag: SectionTag,
  middle: Point,
  room: { readonly width: number; readonly height: number },
): void {
  const size = Math.min(20, Math.max(11, room.height * 0.3))
  const small = Math.max(10.5, size * 0.74)
  const lines: { text: string; size: number; weight: number }[] = []
  let height = 0
  const add = (wordings: readonly string[], lineSize: number, weight: number) => {
    ctx.font = `${weight} ${lineSize}px ${palette.font}`
    const text = wordings.find(wording => ctx.measureText(wording).width <= room.width)
    if (text === undefined || height + lineSize * 1.25 > room.height) return
    lines.push({ text, size: lineSize, weight })
    height += lineSize * 1.25
  }
  add([tag.name], size, 600)
  for (const detail of tag.details) add(detail, small, 500)
  ctx.fillStyle = palette.text
  let y = middle.y - height / 2
  for (const line of lines) {
    ctx.font = `${line.weight} ${line.size}px ${palette.font}`
    ctx.fillText(line.text, middle.x, y + line.size * 0.625)
    y += line.size * 1.25
  }
}
