import { describe, expect, it } from 'vitest'
import { rowPitch } from '../layout/geometry.ts'
import { layoutOf } from '../layout/hall-layout.ts'
import { seatLooks } from '../seat-look.ts'
import { drawHall } from '../test-hall.ts'
import type { Palette } from './palette.ts'
import { pickSeat } from './pick.ts'

const palette: Palette = {
  bands: ['#fff'],
  ink: '#000',
  sold: '#222',
  soldEdge: '#333',
  mark: '#888',
  lamp: '#fb4',
  onLamp: '#210',
  floor: '#000',
  text: '#fff',
  quietText: '#aaa',
  light: '#eef',
  font: 'sans-serif',
}

/** Seats 0 free, 1 sold, 2 free in the first row; 3 free in the second. The view has 40 px a seat. */
const { hall, sold } = drawHall({ rows: ['oso', ' o '] })
const layout = layoutOf(hall)
const view = { scale: 40, x: 400, y: 100 }
const picture = {
  layout,
  looks: seatLooks(layout, { unavailable: sold, own: new Set<number>() }, undefined),
  selection: [],
  focused: undefined,
  palette,
  screenWord: 'Screen',
  sectionTags: [],
}
const x = (seat: number) => (layout.x[seat] ?? 0) * view.scale + view.x
const y = (seat: number) => (layout.y[seat] ?? 0) * view.scale + view.y

describe('what a tap means', () => {
  it.each([
    ['the middle of a free seat', x(0), y(0), 'touch', 0],
    ['the middle of a sold seat', x(1), y(1), 'touch', 1],
    ['the edge of a sold seat towards a free one', x(1) + 17, y(1), 'touch', 2],
    ['the edge of a sold seat, with a mouse', x(1) + 15, y(1), 'mouse', 1],
    ['beside a seat, within a fingertip', x(0) - 34, y(0), 'touch', 0],
    ['beside a seat, with a mouse', x(0) - 34, y(0), 'mouse', undefined],
    ['far from any seat', x(0) - 80, y(0), 'touch', undefined],
    ['below a row, nearer to the free seat there', x(3), y(3) + rowPitch * 20 + 8, 'touch', 3],
  ] as const)('%s', (_, px, py, kind, seat) => {
    expect(pickSeat(picture, view, { x: px, y: py }, kind)).toBe(seat)
  })

  it('gives a chosen seat back even when it looks taken', () => {
    expect(pickSeat({ ...picture, selection: [1] }, view, { x: x(1), y: y(1) }, 'touch')).toBe(1)
  })
})
