import type { HallLayout } from '../layout/hall-layout.ts'
import { paintSeats } from './paint-seats.ts'
import type { HallPicture } from './scene.ts'

/** Every way in which seats of a hall look at this moment, and which of them each seat has. */
export interface Appearances {
  /** By seat; 0 is drawn by somebody else: the right half of a sofa stands on the sprite of its left half. */
  readonly of: Uint16Array
  /** A seat that looks like that, by appearance; entry 0 is nobody. */
  readonly specimens: readonly number[]
  /** Area, look, sign and shape in one number, by appearance: where these are the same, so are the sprites. */
  readonly keys: readonly number[]
}

/** One appearance at one scale and one place between the device's pixels, ready to be copied row by row. */
export interface Sprites {
  readonly width: number
  readonly height: number
  /** From a sprite's corner to the seat's centre, in device pixels. */
  readonly centre: number
  /** Places between two pixels, along each axis. */
  readonly phases: number
  /** All sprites one after another, appearance by appearance, phase by phase; RGBA as one number a pixel. */
  readonly pixels: Uint32Array
  /** Of each row of each sprite: the first opaque pixel and the one after the last. */
  readonly spans: Uint16Array
}

type Looks = Pick<HallPicture, 'layout' | 'looks'>

/** What is drawn on a seat beside its shape. */
const signs: Readonly<Record<string, number>> = { W: 1, Z: 2 }
/** A key is ((band * looks + look) * signs + sign) * shapes + shape. */
const radix = { looks: 8, signs: 4, shapes: 2 }

/** Sorts seats by what can be told of them; a pass over the hall, so ask again only when looks have changed. */
export function appearancesOf({ layout, looks }: Looks): Appearances {
  const of = new Uint16Array(layout.count)
  const specimens: number[] = [-1]
  const keys: number[] = [-1]
  const { hall, band, partner, count } = layout
  const { type } = hall.seats
  const known = new Uint16Array(hall.bands.length * radix.looks * radix.signs * radix.shapes)
  for (let seat = 0; seat < count; seat++) {
    const side = (partner[seat] ?? -1) < 0 ? 0 : sofaSide(layout, looks, seat)
    if (side > 0) continue
    const sign = signs[type[seat] ?? ''] ?? 0
    const look = (band[seat] ?? 0) * radix.looks + (looks[seat] ?? 0)
    const key = (look * radix.signs + sign) * radix.shapes + (side < 0 ? 1 : 0)
    let appearance = known[key] ?? 0
    if (appearance === 0) {
      appearance = specimens.length
      specimens.push(seat)
      keys.push(key)
      known[key] = appearance
    }
    of[seat] = appearance
  }
  return { of, specimens, keys }
}

/** -1 for the left half of a sofa, 1 for the right one, 0 for a seat on its own, as paint-seats draws them. */
function sofaSide(layout: HallLayout, looks: Uint8Array, seat: number): -1 | 0 | 1 {
  const partner = layout.partner[seat] ?? -1
  if (partner < 0 || looks[partner] !== looks[seat] || layout.band[partner] !== layout.band[seat]) return 0
  if (layout.toRight[seat] === partner) return -1
  return layout.toLeft[seat] === partner ? 1 : 0
}

/** Quarters of a pixel where seats are small, halves where nobody could tell. */
const phasesAt = (pitch: number) => (pitch < 16 ? 4 : 2)

/**
 * Paints every appearance once at every phase, by the very painter of single seats, and reads the pixels back.
 *
 * @param scale CSS pixels per seat pitch
 * @param ratio device pixels per CSS pixel
 */
export function paintSprites(
  { layout, looks, palette }: Pick<HallPicture, 'layout' | 'looks' | 'palette'>,
  { specimens }: Appearances,
  scale: number,
  ratio: number,
): Sprites | undefined {
  const pitch = scale * ratio
  const phases = phasesAt(pitch)
  const sofas = specimens.some(seat => seat >= 0 && sofaSide(layout, looks, seat) < 0)
  const centre = Math.ceil(pitch / 2) + 2
  const width = centre * 2 + (sofas ? Math.ceil(pitch) : 0)
  const height = centre * 2
  const perAppearance = phases * phases
  const canvas = document.createElement('canvas')
  canvas.width = width * perAppearance
  canvas.height = height * specimens.length
  const ctx = canvas.getContext('2d', { willReadFrequently: true })
  if (!ctx) return undefined
  ctx.scale(ratio, ratio)

  const stand = standOf(layout, looks, specimens, (appearance, phase) => ({
    x: (phase * width + centre + (phase % phases) / phases) / pitch,
    y: (appearance * height + centre + Math.floor(phase / phases) / phases) / pitch,
    phases: perAppearance,
  }))
  paintSeats(ctx, { ...stand, palette }, { scale, x: 0, y: 0 }, each => {
    for (let seat = 0; seat < stand.layout.count; seat++) each(seat)
  })
  const sheet = new Uint32Array(ctx.getImageData(0, 0, canvas.width, canvas.height).data.buffer)
  return {
    width,
    height,
    centre,
    phases,
    ...cut(sheet, canvas.width, specimens.length, perAppearance, width, height),
  }
}

/** A hall of specimens: each appearance once a phase, a sofa with both its halves. */
function standOf(
  layout: HallLayout,
  looks: Uint8Array,
  specimens: readonly number[],
  place: (appearance: number, phase: number) => { x: number; y: number; phases: number },
): { layout: HallLayout; looks: Uint8Array } {
  const seats: { from: number; x: number; y: number; partner: number; side: number }[] = []
  specimens.forEach((specimen, appearance) => {
    if (specimen < 0) return
    const partner = sofaSide(layout, looks, specimen) < 0 ? (layout.partner[specimen] ?? -1) : -1
    const { phases } = place(appearance, 0)
    for (let phase = 0; phase < phases; phase++) {
      const { x, y } = place(appearance, phase)
      const at = seats.length
      seats.push({ from: specimen, x, y, partner: partner < 0 ? -1 : at + 1, side: -1 })
      if (partner >= 0) seats.push({ from: partner, x: x + 1, y, partner: at, side: 1 })
    }
  })
  const { hall } = layout
  const pick = <T>(column: readonly T[]) => seats.map(({ from }) => column[from] as T)
  return {
    looks: Uint8Array.from(seats, ({ from }) => looks[from] ?? 0),
    layout: {
      ...layout,
      count: seats.length,
      x: Float32Array.from(seats, ({ x }) => x),
      y: Float32Array.from(seats, ({ y }) => y),
      band: Int32Array.from(seats, ({ from }) => layout.band[from] ?? 0),
      partner: Int32Array.from(seats, ({ partner }) => partner),
      toRight: Int32Array.from(seats, ({ partner, side }) => (side < 0 ? partner : -1)),
      toLeft: Int32Array.from(seats, ({ partner, side }) => (side > 0 ? partner : -1)),
      hall: { ...hall, seats: { ...hall.seats, type: pick(hall.seats.type) } },
    },
  }
}

/** Lays the sheet's cells one after another and finds where each row begins and ends. */
function cut(
  sheet: Uint32Array,
  sheetWidth: number,
  appearances: number,
  phases: number,
  width: number,
  height: number,
): Pick<Sprites, 'pixels' | 'spans'> {
  const pixels = new Uint32Array(appearances * phases * width * height)
  const spans = new Uint16Array(appearances * phases * height * 2)
  let row = 0
  for (let sprite = 0; sprite < appearances * phases; sprite++) {
    const left = (sprite % phases) * width
    const top = Math.floor(sprite / phases) * height
    for (let y = 0; y < height; y++, row++) {
      const from = (top + y) * sheetWidth + left
      const line = sheet.subarray(from, from + width)
      pixels.set(line, row * width)
      let first = 0
      while (first < width && line[first] === 0) first++
      let end = width
      while (end > first && line[end - 1] === 0) end--
      spans[row * 2] = first
      spans[row * 2 + 1] = end
    }
  }
  return { pixels, spans }
}
