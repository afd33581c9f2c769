import { heightOf, widthOf } from '../layout/geometry.ts'
import { detailAt, type HallPicture } from './scene.ts'
import { type Appearances, appearancesOf, paintSprites, type Sprites } from './sprites.ts'
import { type Size, type View, visibleBounds } from './view.ts'

/**
 * Draws very many seats by copying their pixels. A path for each seat costs what it covers and more, at every frame; a
 * picture of each appearance, painted once a scale, is copied in a hundredth of that. Not for seats that bear their
 * numbers, of which each looks different: those are few on any screen.
 */
export interface Raster {
  /** Whether so many seats are in sight, and so small, that copying is the better way. */
  suits(picture: HallPicture, view: View, size: Size): boolean
  /** @param moving the hall will look different in a moment: a scale near enough will do */
  paint(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View, frame: Frame): void
}

interface Frame {
  /** In CSS pixels. */
  readonly size: Size
  /** Device pixels per CSS pixel. */
  readonly ratio: number
  readonly moving: boolean
}

/** Below this, paths are as fast, and sharp at any place between the pixels. */
const fewSeats = 500
/** Scales that a moving hall visits while it becomes twice as large. */
const scalesPerOctave = 16
const sheetsAtHand = 40

export function createRaster(): Raster {
  let made: (Pick<HallPicture, 'layout' | 'looks' | 'palette'> & { appearances: Appearances }) | undefined
  const sheets = new Map<string, Sprites>()
  let canvas: HTMLCanvasElement | undefined
  let image: ImageData | undefined
  let buffer: Uint32Array = new Uint32Array(0)

  function appearances({ layout, looks, palette }: HallPicture): Appearances {
    if (made?.layout === layout && made.looks === looks && made.palette === palette) return made.appearances
    const next = appearancesOf({ layout, looks })
    // A sale makes another hall of the same appearances: the sheets that are painted stay true.
    const same =
      made?.layout === layout && made.palette === palette && made.appearances.keys.join() === next.keys.join()
    if (!same) sheets.clear()
    made = { layout, looks, palette, appearances: next }
    return next
  }

  function spritesAt(picture: HallPicture, of: Appearances, scale: number, ratio: number) {
    const key = `${scale} ${ratio}`
    const known = sheets.get(key)
    if (known) {
      // Last used, last forgotten.
      sheets.delete(key)
      sheets.set(key, known)
      return known
    }
    const painted = paintSprites(picture, of, scale, ratio)
    if (painted) sheets.set(key, painted)
    for (const oldest of sheets.keys()) {
      if (sheets.size <= sheetsAtHand) break
      sheets.delete(oldest)
    }
    return painted
  }

  function open(width: number, height: number): CanvasRenderingContext2D | null {
    canvas ??= document.createElement('canvas')
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
      image = undefined
    }
    const own = canvas.getContext('2d', { willReadFrequently: true })
    if (own && !image) {
      image = own.createImageData(width, height)
      buffer = new Uint32Array(image.data.buffer)
    }
    return own
  }

  return {
    suits({ layout }, view, size) {
      if (detailAt(view.scale) === 'numbered') return false
      const seen = visibleBounds(view, size)
      const { seats } = layout
      const across = Math.min(seen.right, seats.right) - Math.max(seen.left, seats.left)
      const down = Math.min(seen.bottom, seats.bottom) - Math.max(seen.top, seats.top)
      const share = (Math.max(0, across) * Math.max(0, down)) / (widthOf(seats) * heightOf(seats))
      return layout.count * Math.min(1, share) > fewSeats
    },

    paint(ctx, picture, view, { size, ratio, moving }) {
      const own = open(Math.round(size.width * ratio), Math.round(size.height * ratio))
      const of = appearances(picture)
      const near = 2 ** (Math.round(Math.log2(view.scale) * scalesPerOctave) / scalesPerOctave)
      const sprites = spritesAt(picture, of, moving ? near : view.scale, ratio)
      if (!own || !image || !canvas || !sprites) return
      buffer.fill(0)
      const place = { scale: view.scale * ratio, x: view.x * ratio, y: view.y * ratio }
      const copy = copier(buffer, image.width, image.height, sprites)
      const { x, y } = picture.layout
      picture.layout.index.visit(visibleBounds(view, size), seat => {
        const appearance = of.of[seat] ?? 0
        if (appearance > 0)
          copy(appearance, (x[seat] ?? 0) * place.scale + place.x, (y[seat] ?? 0) * place.scale + place.y)
      })
      own.putImageData(image, 0, 0)
      ctx.drawImage(canvas, 0, 0, image.width / ratio, image.height / ratio)
    },
  }
}

/**
 * Copies a sprite so that its seat's centre comes to stand at a place in device pixels. Where two seats touch in one
 * pixel the more opaque one stays: alpha is the highest byte of a pixel.
 */
function copier(buffer: Uint32Array, width: number, height: number, sprites: Sprites) {
  const { pixels, spans, phases, centre } = sprites
  const perAppearance = phases * phases
  return (appearance: number, x: number, y: number): void => {
    const column = Math.floor(x)
    const line = Math.floor(y)
    const phase = Math.floor((x - column) * phases) + Math.floor((y - line) * phases) * phases
    const sprite = appearance * perAppearance + phase
    const left = column - centre
    const top = line - centre
    const firstRow = Math.max(0, -top)
    const lastRow = Math.min(sprites.height, height - top)
    for (let row = firstRow; row < lastRow; row++) {
      const at = sprite * sprites.height + row
      const from = Math.max(spans[at * 2] ?? 0, -left)
      const to = Math.min(spans[at * 2 + 1] ?? 0, width - left)
      const source = at * sprites.width
      const target = (top + row) * width + left
      for (let k = from; k < to; k++) {
        const pixel = pixels[source + k] ?? 0
        if (pixel > (buffer[target + k] ?? 0)) buffer[target + k] = pixel
      }
    }
  }
}
