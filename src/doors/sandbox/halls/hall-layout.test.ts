import { describe, expect, test } from 'vitest'
import { layOut, neighbour, type SeatPlace, seatAt } from './hall-layout.ts'

const place = (section: string, x: number, y: number): SeatPlace => ({
  seatId: `${section}-${x}-${y}`,
  section,
  row: String(y),
  column: String(x),
  x,
  y,
  state: 'free',
})

/** Rows of marks; a blank is no seat. */
const drawn = (section: string, ...rows: string[]) =>
  rows.flatMap((row, y) =>
    [...row].flatMap((mark, x) => (mark === ' ' ? [] : [place(section, x + 5, y + 3)])),
  )

const at = (layout: ReturnType<typeof layOut>, i: number) => [layout.x[i], layout.y[i]]

describe('a layout', () => {
  test('keeps the coordinates of a hall in one piece, from its corner', () => {
    const layout = layOut(drawn('A', 'oo o', ' ooo'))
    expect(layout).toMatchObject({ width: 4, height: 2, blocks: [] })
    expect([at(layout, 0), at(layout, 2), at(layout, 3)]).toEqual([
      [0, 0],
      [3, 0],
      [1, 1],
    ])
  })

  test('draws a grid of two without its idle lines', () => {
    const layout = layOut([place('A', 2, 2), place('A', 4, 2), place('A', 4, 4)])
    expect(layout).toMatchObject({ width: 2, height: 2 })
    expect(at(layout, 2)).toEqual([1, 1])
  })

  test('keeps sections together that fit, and sets sections apart that claim the same coordinates', () => {
    expect(layOut([...drawn('A', 'oo'), place('B', 9, 3)]).blocks).toEqual([])
    const places = [...drawn('A', 'oo', 'oo'), ...drawn('B', 'oo', 'oo')]
    const layout = layOut(places)
    expect(layout.blocks.map(block => block.section)).toEqual(['A', 'B'])
    const drawnAt = new Set(places.map((_, i) => at(layout, i).join(' ')))
    expect(drawnAt.size).toBe(places.length)
  })

  test('a hall of one seat, and of none', () => {
    expect(layOut([place('A', 7, 7)])).toMatchObject({ width: 1, height: 1 })
    expect(layOut([]).x).toHaveLength(0)
  })
})

test('a point finds the seat that is drawn there', () => {
  const layout = layOut(drawn('A', 'oo o'))
  expect(seatAt(layout, 1.9, 0.1)).toBe(1)
  expect(seatAt(layout, 2.5, 0.5)).toBeUndefined()
  expect(seatAt(layout, 3.5, 1.2)).toBeUndefined()
})

describe('arrow keys', () => {
  const layout = layOut(drawn('A', 'o  oo', 'ooooo', ' o'))
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 1, 0],
    ['ArrowDown', 1, 6],
    ['ArrowUp', 8, 4],
    ['ArrowRight', 2, 2],
    ['ArrowUp', 0, 0],
  ] as const)('%s from %d leads to %d', (arrow, from, to) => {
    expect(neighbour(layout, from, arrow)).toBe(to)
  })
})
