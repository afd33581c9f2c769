import { describe, expect, it } from 'vitest'
import { walk } from './grid-walk.ts'
import { layoutOf } from './layout/hall-layout.ts'
import { drawHall } from './test-hall.ts'

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
})
