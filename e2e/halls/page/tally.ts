import type { Palette } from '#src/features/seating/canvas/palette.ts'
import type { View } from '#src/features/seating/canvas/view.ts'
import type { HallLayout } from '#src/features/seating/layout/hall-layout.ts'

/** How many seats the pixels show in each state. */
export interface Tally {
  /** By price band. */
  readonly free: readonly number[]
  /** Sold, broken or held back. */
  readonly closed: number
  readonly chosen: number
  /** Places where a seat should be and the floor is seen. */
  readonly missing: number
}

/** Beside numbers and signs, on the seat's cushion, in pitches from its centre. */
const probe = { x: -0.26, y: 0.1 }

/** Counts seats by the colour of a pixel of each, as an eye would that knows where to look. */
export function countDrawn(layout: HallLayout, palette: Palette, view: View): Tally {
  const pictures = [...document.querySelectorAll('canvas')].reverse().flatMap(pictureOf)
  const known = [
    ...palette.bands.map((colour, band) => ({ means: `band ${band}`, rgb: rgbOf(colour) })),
    { means: 'closed', rgb: rgbOf(palette.sold) },
    { means: 'chosen', rgb: rgbOf(palette.lamp) },
    { means: 'missing', rgb: rgbOf(palette.floor) },
  ]
  const counts = new Map<string, number>()
  for (let seat = 0; seat < layout.count; seat++) {
    const x = Math.floor(((layout.x[seat] ?? 0) + probe.x) * view.scale + view.x)
    const y = Math.floor(((layout.y[seat] ?? 0) + probe.y) * view.scale + view.y)
    const means = nearest(known, topmost(pictures, x, y))
    counts.set(means, (counts.get(means) ?? 0) + 1)
  }
  const count = (means: string) => counts.get(means) ?? 0
  return {
    free: palette.bands.map((_, band) => count(`band ${band}`)),
    closed: count('closed'),
    chosen: count('chosen'),
    missing: count('missing'),
  }
}

/** What is on a canvas, and where it lies. */
interface Picture {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

function pictureOf(canvas: HTMLCanvasElement): Picture[] {
  const ctx = canvas.getContext('2d')
  const { left, top } = canvas.getBoundingClientRect()
  const { width, height } = canvas
  return ctx ? [{ left, top, width, height, data: ctx.getImageData(0, 0, width, height).data }] : []
}

type Rgb = readonly [red: number, green: number, blue: number]

/** The first opaque pixel from above; none is what the page's background looks like. */
function topmost(pictures: readonly Picture[], x: number, y: number): Rgb | undefined {
  for (const { left, top, width, height, data } of pictures) {
    const [column, row] = [x - left, y - top]
    if (column < 0 || row < 0 || column >= width || row >= height) continue
    const at = (row * width + column) * 4
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4)
    if (alpha > 200) return [red, green, blue]
  }
  return undefined
}

function nearest(known: readonly { means: string; rgb: Rgb }[], seen: Rgb | undefined): string {
  if (!seen) return 'missing'
  const distance = ({ rgb }: { rgb: Rgb }) => Math.hypot(...rgb.map((part, k) => part - (seen[k] ?? 0)))
  return known.reduce((a, b) => (distance(b) < distance(a) ? b : a)).means
}

function rgbOf(colour: string): Rgb {
  const ctx = new OffscreenCanvas(1, 1).getContext('2d')
  if (!ctx) throw new Error('this browser has no canvas')
  ctx.fillStyle = colour
  ctx.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}
