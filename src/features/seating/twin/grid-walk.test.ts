import { describe, expect, it } from 'vitest'
import { type HallLayout, layoutOf } from '../layout/hall-layout.ts'
import { drawHall, hallAt } from '../test-hall.ts'
import { keepsColumn, walk as step } from './grid-walk.ts'

const walk = (
  layout: HallLayout,
  from: number,
  key: string,
  wholeHall: boolean,
  column = layout.x[from] ?? 0,
) => step(layout, from, { key, wholeHall, column })

//  0 1   2
//  3 4 5 6
//      7
const hall = layoutOf(drawHall({ rows: ['oo o', 'oooo', '  o '] }).hall)

describe('walking the rows', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 1, 2],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', 2, 1],
    ['ArrowLeft', 3, 3],
    ['ArrowDown', 0, 3],
    ['ArrowDown', 2, 6],
    ['ArrowDown', 3, 7],
    ['ArrowDown', 7, 7],
    ['ArrowUp', 7, 5],
    ['ArrowUp', 6, 2],
    ['ArrowUp', 1, 1],
    ['Home', 6, 3],
    ['End', 0, 2],
  ])('%s from %i leads to %i', (key, from, to) => {
    expect(walk(hall, from, key, false)).toBe(to)
  })

  it('goes to the ends of the hall when asked to', () => {
    expect(walk(hall, 4, 'Home', true)).toBe(0)
    expect(walk(hall, 4, 'End', true)).toBe(7)
  })

  it('leaves other keys to the page', () => {
    expect(walk(hall, 4, 'Tab', false)).toBeUndefined()
  })

  it('goes on into the block that stands beside', () => {
    const beside = layoutOf(
      drawHall({ rows: ['oo', 'oo'] }, { rows: ['oo', 'oo'] }, { rows: ['oo', 'oo'] }, { rows: ['oo', 'oo'] })
        .hall,
    )
    expect(walk(beside, 1, 'ArrowRight', false)).toBe(4)
    expect(walk(beside, 4, 'ArrowLeft', false)).toBe(1)
  })

  it('keeps to the column of the guest over a row that is shorter', () => {
    const column = hall.x[2] ?? 0
    expect(walk(hall, 7, 'ArrowUp', false, column)).toBe(6)
    expect(walk(hall, 7, 'ArrowUp', false)).toBe(5)
  })

  it('goes to the nearest seat of a row that is offset', () => {
    //  0   1   2
    //    3   4
    const offset = layoutOf(drawHall({ rows: ['o o o', ' o o '] }).hall)
    expect([0, 1, 2].map(seat => walk(offset, seat, 'ArrowDown', false))).toEqual([3, 3, 4])
  })

  it('goes by pages of five rows where there is one section', () => {
    const deep = layoutOf(drawHall({ rows: Array.from({ length: 8 }, () => 'ooo') }).hall)
    expect(walk(deep, 1, 'PageDown', false)).toBe(16)
    expect(walk(deep, 16, 'PageDown', false)).toBe(22)
    expect(walk(deep, 22, 'PageUp', false)).toBe(7)
  })

  it('goes from section to section where there are several', () => {
    const sections = layoutOf(
      drawHall({ rows: ['ooo', 'ooo'] }, { rows: ['ooo', 'ooo'], origin: { x: 1, y: 9 } }).hall,
    )
    expect(walk(sections, 4, 'PageDown', false)).toBe(7)
    expect(walk(sections, 10, 'PageUp', false)).toBe(1)
    expect(walk(sections, 10, 'PageDown', false)).toBe(10)
  })

  describe('from section to section', () => {
    const two = ['oo', 'oo']
    // A stands at the left of B, a row further back; C and D stand behind them.
    const stadium = layoutOf(
      drawHall(
        { name: 'D', rows: two, origin: { x: 4, y: 7 } },
        { name: 'B', rows: ['oo', 'oo', 'oo'], origin: { x: 4, y: 1 } },
        { name: 'A', rows: two, origin: { x: 1, y: 2 } },
        { name: 'C', rows: two, origin: { x: 1, y: 7 } },
      ).hall,
    )
    const nameOf = (layout: HallLayout, seat: number) =>
      layout.hall.sections[layout.hall.seats.section[seat] ?? -1]?.name
    /** The sections that a page key comes through until it leads no further. */
    function tour(layout: HallLayout, from: number, key: string) {
      const names = [nameOf(layout, from)]
      for (let at = from; ; ) {
        const next = walk(layout, at, key, false) ?? at
        if (next === at) return names
        names.push(nameOf(layout, next))
        at = next
      }
    }
    const seatIn = (name: string) =>
      stadium.hall.seats.section.findIndex(section => stadium.hall.sections[section]?.name === name)

    it.each([
      ['PageDown', 'A', ['A', 'B', 'C', 'D']],
      ['PageUp', 'D', ['D', 'C', 'B', 'A']],
      ['PageDown', 'C', ['C', 'D']],
      ['PageUp', 'A', ['A']],
    ])('%s from %s comes through %j', (key, from, names) => {
      expect(tour(stadium, seatIn(from), key)).toEqual(names)
    })

    it('comes to the foremost row, from there up and down where it came in', () => {
      const into = walk(stadium, seatIn('A'), 'PageDown', false) ?? -1
      expect(stadium.hall.seats.row[into]).toBe('1')
      expect(keepsColumn(stadium, 'PageDown')).toBe(false)
      expect(keepsColumn(hall, 'PageDown')).toBe(true)
    })

    it('comes into a section that lies amid another one, and out of it', () => {
      const amid = layoutOf(hallAt(places(['0000', '0110', '0110', '0000']), 2))
      expect(tour(amid, 0, 'PageDown')).toEqual(['Section 1', 'Section 2'])
      expect(tour(amid, 5, 'PageUp')).toEqual(['Section 2', 'Section 1'])
    })

    it('leads past a section that has no seats', () => {
      const empty = layoutOf(hallAt(places(['00', '22']), 3))
      expect(tour(empty, 0, 'PageDown')).toEqual(['Section 1', 'Section 3'])
    })

    it('leads nowhere in a hall without seats', () => {
      expect(walk(layoutOf(hallAt([], 0)), 0, 'PageDown', false)).toBeUndefined()
    })
  })
})

/** Seats by their places in the drawing, each of the section whose number it is. */
const places = (drawing: readonly string[]) =>
  drawing.flatMap((row, y) =>
    [...row].map((section, x) => ({ section: Number(section), x: x + 1, y: y + 1 })),
  )
