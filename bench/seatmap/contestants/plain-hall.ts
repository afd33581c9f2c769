import type { BenchHall } from '../page/bench-hall.ts'

/** The hall as the contestants without a layout of their own draw it: arrays of centres, in pitches. */
export interface PlainHall {
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  readonly area: Uint8Array
  /** `state`, one a seat. */
  readonly states: Uint8Array
  readonly numbers: readonly string[]
  readonly rows: readonly { readonly y: number; readonly label: string }[]
  readonly width: number
  readonly height: number
}

export const state = { free: 0, sold: 1, damaged: 2, chosen: 3 } as const

export function plainHall({ hall: { seats }, sold }: BenchHall): PlainHall {
  const count = seats.id.length
  const states = new Uint8Array(count)
  for (const seat of sold) states[seat] = state.sold
  for (const seat of seats.damaged) states[seat] = state.damaged
  const rows = new Map(seats.y.map((y, seat) => [y, seats.row[seat] ?? '']))
  return {
    count,
    x: Float32Array.from(seats.x),
    y: Float32Array.from(seats.y),
    area: Uint8Array.from(seats.band),
    states,
    numbers: seats.column,
    rows: [...rows].map(([y, label]) => ({ y, label })),
    width: seats.x.reduce((a, b) => Math.max(a, b), 0) + 1,
    height: seats.y.reduce((a, b) => Math.max(a, b), 0) + 1,
  }
}

export const colours = {
  floor: '#0d0f16',
  areas: ['#7aa2ea', '#56c3bd', '#ab94f4', '#e18ad9', '#ff8ea6', '#d8d2c6'],
  sold: '#23262f',
  damaged: '#5b2a2a',
  chosen: '#ffb648',
  ink: '#0d1120',
  label: '#b1b5c4',
} as const

/** What a seat is painted in. */
export function colourOf(seatState: number, area: number): string {
  if (seatState === state.sold) return colours.sold
  if (seatState === state.damaged) return colours.damaged
  if (seatState === state.chosen) return colours.chosen
  return colours.areas[area] ?? colours.sold
}

/** Radius of a seat's disc in pitches. */
export const radius = 0.4
