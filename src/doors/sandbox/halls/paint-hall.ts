import type { HallLayout, SeatPlace } from './hall-layout.ts'
import type { PlaceState } from './messages.ts'

export interface HallPaint {
  layout: HallLayout
  places: readonly SeatPlace[]
  chosen: ReadonlySet<string>
  /** Pixels from seat to seat. */
  unit: number
}

/** The tokens' colours: a canvas cannot read them from classes. */
const colour = {
  free: '#454a5c',
  locked: '#ffb648',
  ordered: '#6fd6a0',
  till: '#9ccbff',
  broken: '#ff9a86',
  held: '#b1b5c4',
  ink: '#0b0c11',
  paper: '#f7f3ea',
  mist: '#b1b5c4',
} as const

/** Below this many pixels a mark within a seat is no more than a blot. */
const markedFrom = 7
const namedFrom = 5

/** Paints a whole hall: a plain function of what it is given. Shapes tell the states apart as well as colours do. */
export function paintHall(context: CanvasRenderingContext2D, hall: HallPaint): void {
  const { layout, places, chosen, unit } = hall
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  if (unit >= namedFrom) {
    context.fillStyle = colour.mist
    context.font = '12px "Noto Sans SC Variable", system-ui, sans-serif'
    context.textBaseline = 'bottom'
    for (const block of layout.blocks) {
      context.fillText(block.section, block.x * unit, block.y * unit - 3, block.width * unit)
    }
  }
  for (const [i, place] of places.entries()) {
    const x = (layout.x[i] ?? 0) * unit
    const y = (layout.y[i] ?? 0) * unit
    paintSeat(context, place.state, x, y, unit)
    if (chosen.has(place.seatId)) paintChosen(context, x, y, unit)
  }
}

/** One seat in the square of `unit` pixels at x, y. */
export function paintSeat(
  context: CanvasRenderingContext2D,
  state: PlaceState,
  x: number,
  y: number,
  unit: number,
): void {
  const inset = unit >= markedFrom ? unit * 0.12 : unit * 0.08
  const side = unit - 2 * inset
  const [left, top] = [x + inset, y + inset]
  const [middleX, middleY] = [x + unit / 2, y + unit / 2]
  const line = Math.max(1, unit / 9)
  context.lineWidth = line
  context.fillStyle = colour[state]
  context.strokeStyle = colour[state]
  context.beginPath()
  if (state === 'locked') {
    // A ring: somebody has put a hand on it.
    context.arc(middleX, middleY, (side - line) / 2, 0, 2 * Math.PI)
    context.globalAlpha = 0.35
    context.fill()
    context.globalAlpha = 1
    context.stroke()
    return
  }
  if (state === 'broken') {
    context.moveTo(left, top)
    context.lineTo(left + side, top + side)
    context.moveTo(left + side, top)
    context.lineTo(left, top + side)
    context.stroke()
    return
  }
  context.roundRect(left, top, side, side, side * 0.22)
  if (state === 'ordered' || state === 'till') context.fill()
  else if (state === 'held') {
    context.stroke()
    context.fillRect(left + side * 0.25, middleY - line / 2, side * 0.5, line)
    return
  } else {
    context.globalAlpha = 0.55
    context.fill()
    context.globalAlpha = 1
    context.strokeStyle = colour.mist
    context.lineWidth = Math.max(0.6, line * 0.5)
    context.stroke()
  }
  if (unit < markedFrom) return
  context.strokeStyle = colour.ink
  context.lineWidth = line
  if (state === 'ordered') mark(context, [0.24, 0.52], [0.44, 0.72], [0.78, 0.3])
  if (state === 'till') mark(context, [0.22, 0.78], [0.78, 0.22])

  function mark(pen: CanvasRenderingContext2D, ...points: [number, number][]) {
    pen.beginPath()
    for (const [px, py] of points) pen.lineTo(left + side * px, top + side * py)
    pen.stroke()
  }
}

function paintChosen(context: CanvasRenderingContext2D, x: number, y: number, unit: number): void {
  context.fillStyle = colour.paper
  context.beginPath()
  context.roundRect(x + unit * 0.08, y + unit * 0.08, unit * 0.84, unit * 0.84, unit * 0.2)
  context.fill()
  context.fillStyle = colour.ink
  context.fillRect(x + unit * 0.3, y + unit * 0.44, unit * 0.4, unit * 0.12)
  context.fillRect(x + unit * 0.44, y + unit * 0.3, unit * 0.12, unit * 0.4)
}
