import type { BenchHall } from '../../page/bench-hall.ts'
import type { Changes, Driver } from '../../page/driver.ts'
import { colours, type PlainHall, plainHall, state } from '../plain-hall.ts'
import { fitted, indexOf, listen, type PlainView, placeOf } from '../plain-view.ts'

/** Paints seats; `each` visits those to be painted. */
export type PaintSeats = (
  ctx: CanvasRenderingContext2D,
  hall: PlainHall,
  view: PlainView,
  each: (seat: (seat: number) => void) => void,
) => void

/** Numbers are written from this scale on, as on our own map. */
const numbersFrom = 25
const labelsFrom = 8

/** A canvas without any library. Variants differ in how seats are painted and whether those outside are passed over. */
export function rawCanvas(paintSeats: PaintSeats, culled: boolean): Driver {
  return { zoom: 'pinch', prepare: bench => prepareRaw(bench, paintSeats, culled) }
}

function prepareRaw(bench: BenchHall, paintSeats: PaintSeats, culled: boolean) {
  const hall = plainHall(bench)
  const chosen: number[] = []
  let view = fitted(hall)
  let index: ReturnType<typeof indexOf> | undefined
  let ctx: CanvasRenderingContext2D | null = null
  let frame = 0

  const everySeat = (each: (seat: number) => void) => {
    for (let seat = 0; seat < hall.count; seat++) each(seat)
  }
  function paintPart(left: number, top: number, right: number, bottom: number) {
    if (!ctx) return
    ctx.fillStyle = colours.floor
    ctx.fillRect(left, top, right - left, bottom - top)
    const within = (each: (seat: number) => void) => index?.visit(view, left, top, right, bottom, each)
    paintSeats(ctx, hall, view, culled ? within : everySeat)
    if (view.scale >= numbersFrom) paintNumbers(ctx, hall, view, within)
    if (view.scale >= labelsFrom) paintRowLabels(ctx, hall, view)
  }
  function paint() {
    frame = 0
    paintPart(0, 0, innerWidth, innerHeight)
  }
  /** Only what lies about one seat. */
  function paintAbout(seat: number) {
    const { x, y, pitch } = placeOf(hall, view, seat)
    if (!ctx) return
    ctx.save()
    ctx.beginPath()
    ctx.rect(x - pitch / 2, y - pitch / 2, pitch, pitch)
    ctx.clip()
    paintPart(x - pitch / 2, y - pitch / 2, x + pitch / 2, y + pitch / 2)
    ctx.restore()
  }
  function request() {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }
  function toggle(seat: number) {
    const at = chosen.indexOf(seat)
    if (at >= 0) chosen.splice(at, 1)
    else if (hall.states[seat] === state.free) chosen.push(seat)
    else return
    hall.states[seat] = at >= 0 ? state.free : state.chosen
    requestAnimationFrame(() => (culled ? paintAbout(seat) : paint()))
  }

  return {
    show(root: HTMLElement) {
      index = indexOf(hall)
      const canvas = document.createElement('canvas')
      canvas.width = innerWidth
      canvas.height = innerHeight
      root.append(canvas)
      ctx = canvas.getContext('2d', { alpha: false })
      listen(canvas, hall, {
        view: () => view,
        move(next) {
          view = next
          request()
        },
        tap(x, y) {
          const seat = index?.at(view, x, y)
          if (seat !== undefined) toggle(seat)
        },
      })
      request()
    },
    place: (seat: number) => placeOf(hall, view, seat),
    chosen: () => chosen,
    change({ bought, givenBack }: Changes) {
      for (const seat of bought) hall.states[seat] = state.sold
      for (const seat of givenBack) hall.states[seat] = state.free
      request()
    },
  }
}

function paintNumbers(
  ctx: CanvasRenderingContext2D,
  hall: PlainHall,
  view: PlainView,
  each: (seat: (seat: number) => void) => void,
): void {
  ctx.font = `600 ${Math.round(view.scale * 0.4)}px sans-serif`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = colours.ink
  each(seat => {
    if (hall.states[seat] !== state.free) return
    const { x, y } = placeOf(hall, view, seat)
    ctx.fillText(hall.numbers[seat] ?? '', x, y)
  })
}

function paintRowLabels(ctx: CanvasRenderingContext2D, hall: PlainHall, view: PlainView): void {
  ctx.font = '500 11px sans-serif'
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = colours.label
  const left = Math.max(14, view.x - view.scale)
  for (const { y, label } of hall.rows) {
    const at = y * view.scale + view.y
    if (at > 0 && at < innerHeight) ctx.fillText(label, left, at)
  }
}
