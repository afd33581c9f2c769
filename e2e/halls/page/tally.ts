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
  const canvases = [...document.querySelectorAll('canvas')].reverse()
  const contexts = canvases.map(canvas => canvas.getContext('2d'))
  const pictures = contexts.map(ctx => ctx?.getImageData(0, 0, ctx.canvas.width, ctx.canvas.height))
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

type Rgb = readonly [red: number, green: number, blue: number]

/** The first opaque pixel from above; none is what the page's background looks like. */
function topmost(pictures: readonly (ImageData | undefined)[], x: number, y: number): Rgb | undefined {
  for (const picture of pictures) {
    if (!picture || x < 0 || y < 0 || x >= picture.width || y >= picture.height) continue
    const at = (y * picture.width + x) * 4
    const [red = 0, green = 0, blue = 0, alpha = 0] = picture.data.subarray(at, at + 4)
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
