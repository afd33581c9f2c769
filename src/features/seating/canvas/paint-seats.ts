import { seatLook } from '../seat-look.ts'
import type { Palette } from './palette.ts'
import { type Detail, detailAt, type HallPicture } from './scene.ts'
import {
  cross,
  dots,
  hatching,
  heart,
  seatBody,
  seatCushion,
  seatDot,
  sofaCushion,
  wave,
  wheelchair,
} from './seat-shapes.ts'
import type { View } from './view.ts'

/** Which seats are to be painted: calls back with each. */
type Seats = (each: (seat: number) => void) => void

interface Manner {
  readonly alpha?: number
  /** Without the seats' numbers. */
  readonly wordless?: boolean
}

/**
 * Paints seats with few changes of colour: seats are sorted into one list per appearance in one pass, and
 * each list becomes one path.
 */
export function paintSeats(
  ctx: CanvasRenderingContext2D,
  picture: Pick<HallPicture, 'layout' | 'looks' | 'palette'>,
  view: View,
  seats: Seats,
  { alpha = 1, wordless = false }: Manner = {},
): void {
  const { palette } = picture
  const detail = detailAt(view.scale)
  const lists = sortByAppearance(picture, seats)
  const brush: Brush = { ctx, picture, view, detail, alpha }
  palette.bands.forEach((colour, band) => {
    paintFree(brush, lists.free[band] ?? [], colour, 1)
    paintFree(brush, lists.muted[band] ?? [], colour, 0.22)
    paintDots(brush, lists.free[band] ?? [], palette.dots?.[band] ?? 0)
  })
  paintUnsaleable(brush, lists)
  if (detail === 'chair' || detail === 'numbered') {
    const free = lists.free.flat()
    paintSigns(brush, free)
    if (detail === 'numbered' && !wordless) paintNumbers(brush, free)
  }
  ctx.globalAlpha = 1
}

interface Brush {
  readonly ctx: CanvasRenderingContext2D
  readonly picture: Pick<HallPicture, 'layout' | 'looks' | 'palette'>
  readonly view: View
  readonly detail: Detail
  readonly alpha: number
}

interface Appearances {
  /** By band. */
  readonly free: number[][]
  readonly muted: number[][]
  readonly sold: number[]
  readonly damaged: number[]
  readonly heldBack: number[]
}

function sortByAppearance(picture: Brush['picture'], seats: Seats): Appearances {
  const { layout, looks, palette } = picture
  const lists: Appearances = {
    free: palette.bands.map(() => []),
    muted: palette.bands.map(() => []),
    sold: [],
    damaged: [],
    heldBack: [],
  }
  seats(seat => {
    switch (looks[seat]) {
      case seatLook.free:
        lists.free[layout.band[seat] ?? 0]?.push(seat)
        break
      case seatLook.muted:
        lists.muted[layout.band[seat] ?? 0]?.push(seat)
        break
      case seatLook.damaged:
        lists.damaged.push(seat)
        break
      case seatLook.heldBack:
        lists.heldBack.push(seat)
        break
      default:
        lists.sold.push(seat)
    }
  })
  return lists
}

type Shape = (ctx: CanvasRenderingContext2D, x: number, y: number, s: number, seat: number) => void

/** Adds a shape for every seat to one path. */
function trace({ ctx, picture: { layout }, view }: Brush, seats: readonly number[], shape: Shape): void {
  const { scale } = view
  ctx.beginPath()
  for (const seat of seats) {
    shape(ctx, (layout.x[seat] ?? 0) * scale + view.x, (layout.y[seat] ?? 0) * scale + view.y, scale, seat)
  }
}

function paintFree(brush: Brush, seats: readonly number[], colour: string, strength: number): void {
  if (seats.length === 0) return
  const { ctx, detail, alpha } = brush
  ctx.fillStyle = colour
  ctx.globalAlpha = alpha * strength
  if (detail === 'dot' || detail === 'shape') {
    trace(brush, seats, bodyShape(brush))
    ctx.fill()
    return
  }
  ctx.globalAlpha = alpha * strength * 0.5
  trace(brush, seats, bodyShape(brush))
  ctx.fill()
  ctx.globalAlpha = alpha * strength
  trace(brush, seats, (path, x, y, s, seat) => {
    const side = sofaSide(brush, seat)
    if (side === 0) seatCushion(path, x, y, s)
    else sofaCushion(path, x, y, s, side)
  })
  ctx.fill()
}

/** The price once more for those who do not tell its colour; from so near that a seat has parts. */
function paintDots(brush: Brush, seats: readonly number[], count: number): void {
  const { ctx, detail, alpha, picture } = brush
  if (count === 0 || seats.length === 0 || detail === 'dot' || detail === 'shape') return
  ctx.globalAlpha = alpha
  ctx.fillStyle = picture.palette.text
  trace(brush, seats, (path, x, y, s) => dots(path, x, y, s, count))
  ctx.fill()
}

function paintUnsaleable(brush: Brush, lists: Appearances): void {
  const { ctx, picture, detail, alpha } = brush
  const { palette } = picture
  ctx.globalAlpha = alpha
  ctx.fillStyle = palette.sold
  trace(brush, [...lists.sold, ...lists.damaged, ...lists.heldBack], bodyShape(brush))
  ctx.fill()
  if (detail === 'dot') return
  ctx.lineWidth = 1
  ctx.strokeStyle = palette.soldEdge
  ctx.stroke()
  ctx.strokeStyle = palette.mark
  ctx.lineWidth = Math.max(1, brush.view.scale * 0.05)
  ctx.lineCap = 'round'
  trace(brush, lists.damaged, cross)
  ctx.stroke()
  trace(brush, lists.heldBack, hatching)
  ctx.stroke()
}

/** Two halves of a couple seat that look the same and touch share one body, traced with the left one. */
function bodyShape(brush: Brush): Shape {
  if (brush.detail === 'dot') return seatDot
  return (path, x, y, s, seat) => {
    const side = sofaSide(brush, seat)
    if (side <= 0) seatBody(path, x, y, s, side < 0 ? 1 : 0)
  }
}

/** -1 for the left half of a sofa, 1 for the right one, 0 for a seat on its own. */
function sofaSide({ picture: { layout, looks } }: Brush, seat: number): -1 | 0 | 1 {
  const partner = layout.partner[seat] ?? -1
  if (partner < 0 || looks[partner] !== looks[seat] || layout.band[partner] !== layout.band[seat]) return 0
  if (layout.toRight[seat] === partner) return -1
  return layout.toLeft[seat] === partner ? 1 : 0
}

function paintSigns(brush: Brush, seats: readonly number[]): void {
  const { ctx, picture, view, alpha, detail } = brush
  const { type } = picture.layout.hall.seats
  ctx.globalAlpha = alpha
  ctx.strokeStyle = picture.palette.ink
  ctx.fillStyle = picture.palette.ink
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.lineWidth = Math.max(1, view.scale * 0.055)
  const wheelchairs = seats.filter(seat => type[seat] === 'W')
  trace(brush, wheelchairs, wheelchair)
  ctx.stroke()
  const moving = seats.filter(seat => type[seat] === 'Z')
  ctx.strokeStyle = picture.palette.text
  trace(brush, moving, wave)
  ctx.stroke()
  if (detail !== 'numbered') return
  const sofas = seats.filter(seat => sofaSide(brush, seat) < 0)
  trace(brush, sofas, (path, x, y, s) => heart(path, x + s / 2, y - 0.08 * s, s))
  ctx.fill()
}

function paintNumbers(brush: Brush, seats: readonly number[]): void {
  const { ctx, picture, view, alpha } = brush
  const { layout, palette } = picture
  const { type, column } = layout.hall.seats
  ctx.globalAlpha = alpha
  ctx.fillStyle = palette.ink
  setSeatFont(ctx, view, palette)
  for (const seat of seats) {
    if (type[seat] === 'W') continue
    const x = (layout.x[seat] ?? 0) * view.scale + view.x - sofaSide(brush, seat) * -0.05 * view.scale
    const y = (layout.y[seat] ?? 0) * view.scale + view.y - 0.07 * view.scale
    ctx.fillText(column[seat] ?? '', x, y, view.scale * 0.6)
  }
}

function setSeatFont(ctx: CanvasRenderingContext2D, view: View, palette: Palette): void {
  ctx.font = `600 ${Math.round(view.scale * 0.4 * 2) / 2}px ${palette.font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
}
