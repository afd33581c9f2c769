import { describe, expect, it } from 'vitest'
import type { Hall } from '#contract/hall.ts'
import { drawHall } from '../test-hall.ts'
import { layoutOf } from './hall-layout.ts'

/** Labels of the rows as they are drawn, each with its number of seats. */
const drawn = (hall: Hall) => layoutOf(hall).rows.map(row => `${row.leftLabel}: ${row.seats.length}`)

function bent(hall: Hall, bend: (x: number) => number, steps: number): Hall {
  const y = hall.seats.y.map((row, seat) => row * steps + bend(hall.seats.x[seat] ?? 0))
  return { ...hall, seats: { ...hall.seats, y } }
}

describe('rows that the plan bends', () => {
  const { hall } = drawHall({ rows: ['ooooo', 'ooooo', 'ooooo'] })
  const whole = ['1: 5', '2: 5', '3: 5']

  it.each([
    ['towards the screen in their middle', (x: number) => Math.abs(x - 3), 5],
    ['away from it', (x: number) => -Math.abs(x - 3), 5],
    ['so far that one row begins where the next has ended', (x: number) => 3 * Math.abs(x - 3), 5],
    ['to one side, as on a slope', (x: number) => x, 4],
  ])('are straight when they bow %s', (_, bend, steps) => {
    expect(drawn(bent(hall, bend, steps))).toEqual(whole)
  })

  it('keep their seats in order and touching', () => {
    const layout = layoutOf(bent(hall, x => Math.abs(x - 3), 5))
    expect(layout.rows[0]?.seats).toEqual([0, 1, 2, 3, 4])
    expect([...layout.toRight.slice(0, 5)]).toEqual([1, 2, 3, 4, -1])
  })

  it('are as many as before where two sections bow side by side', () => {
    const both = drawHall({ rows: ['ooo', 'ooo'] }, { rows: ['ooo', 'ooo'], origin: { x: 6, y: 1 } }).hall
    expect(drawn(bent(both, x => Math.abs(x - 4.5) + 0.5, 5))).toEqual(['1: 6', '2: 6'])
  })
})

describe('labels that come again', () => {
  it.each([
    ['behind each other', ['ooo', 'ooo', '', 'ooo', 'ooo']],
    ['beside each other, a floor apart', ['ooo', 'ooo', '', '    ooo', '    ooo']],
  ])('stay on lines of their own %s', (_, rows) => {
    const { hall } = drawHall({ rows, labels: row => String((row % 3) + 1) })
    expect(drawn(hall)).toEqual(['1: 3', '2: 3', '1: 3', '2: 3'])
  })

  it('stay on their lines when a row between bears another', () => {
    const { hall } = drawHall({ rows: ['ooo', 'ooo', 'ooo'], labels: row => 'ABA'.charAt(row) })
    expect(drawn(hall)).toEqual(['A: 3', 'B: 3', 'A: 3'])
  })
})
