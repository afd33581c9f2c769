import type { HallPicture } from '../canvas/scene.ts'
import { seatHalf } from '../layout/geometry.ts'
import { seatLook } from '../seat-look.ts'
import type { Miniature } from './miniature.ts'

type Painted = Pick<HallPicture, 'layout' | 'looks' | 'palette' | 'selection'>

/** Half of what is drawn of a seat, in pitches; all of its box where a gap would be no more than a flicker. */
const half = { x: 0.42, y: 0.46 }
const gapsFrom = 4
/** A seat that the guest has chosen is at least so large, in the canvas's pixels: it is what she looks for. */
const leastMark = 4

/**
 * Paints every seat as a few pixels. They are set one by one, as a path of a hundred thousand seats takes longer
 * than the first frame of the movement that the miniature comes up with.
 *
 * @param ratio device pixels per CSS pixel
 */
export function paintMiniature(
  canvas: HTMLCanvasElement,
  { layout, looks, palette, selection }: Painted,
  { view, size }: Miniature,
  ratio: number,
): void {
  canvas.width = Math.max(1, Math.round(size.width * ratio))
  canvas.height = Math.max(1, Math.round(size.height * ratio))
  const ctx = canvas.getContext('2d')
  if (!ctx) return
  const image = ctx.createImageData(canvas.width, canvas.height)
  const pixels = new Uint32Array(image.data.buffer)
  const tones = palette.bands.map(colour => pixelOf(ctx, colour))
  const closed = pixelOf(ctx, palette.soldEdge)
  const own = pixelOf(ctx, palette.lamp)
  const scale = view.scale * ratio
  const drawn = scale < gapsFrom ? seatHalf : half

  function fill(seat: number, pixel: number, least: number): void {
    const x = ((layout.x[seat] ?? 0) - drawn.x) * scale + view.x * ratio
    const y = ((layout.y[seat] ?? 0) - drawn.y) * scale + view.y * ratio
    const left = Math.round(x)
    const top = Math.round(y)
    const right = Math.max(left + least, Math.round(x + 2 * drawn.x * scale))
    const bottom = Math.max(top + least, Math.round(y + 2 * drawn.y * scale))
    for (let row = Math.max(0, top); row < Math.min(bottom, image.height); row++) {
      pixels.fill(
        pixel,
        row * image.width + Math.max(0, left),
        row * image.width + Math.min(right, image.width),
      )
    }
  }

  for (let seat = 0; seat < layout.count; seat++) {
    const free = looks[seat] === seatLook.free
    fill(seat, free ? (tones[layout.band[seat] ?? 0] ?? closed) : closed, 1)
  }
  for (const seat of selection) fill(seat, own, leastMark)
  ctx.putImageData(image, 0, 0)
  ctx.fillStyle = palette.light
  const { screen } = layout
  ctx.fillRect(
    (screen.x - screen.width / 2) * scale + view.x * ratio,
    Math.round(screen.y * scale + view.y * ratio) - ratio,
    screen.width * scale,
    2 * ratio,
  )
}

/** A colour as the canvas keeps it. */
function pixelOf(ctx: CanvasRenderingContext2D, colour: string): number {
  ctx.fillStyle = colour
  ctx.fillRect(0, 0, 1, 1)
  const { data } = ctx.getImageData(0, 0, 1, 1)
  ctx.clearRect(0, 0, 1, 1)
  return new Uint32Array(data.buffer)[0] ?? 0
}
