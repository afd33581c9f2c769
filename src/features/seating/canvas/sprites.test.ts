import { describe, expect, test } from 'vitest'
import { layoutOf } from '../layout/hall-layout.ts'
import { seatLook } from '../seat-look.ts'
import { drawHall } from '../test-hall.ts'
import { appearancesOf } from './sprites.ts'

const looksOf = (count: number, ...changed: [seat: number, look: number][]) => {
  const looks = new Uint8Array(count)
  for (const [seat, look] of changed) looks[seat] = look
  return looks
}

describe('what seats look like', () => {
  test('is said once for all that look the same', () => {
    const layout = layoutOf(drawHall({ rows: ['oooo', 'oooo'] }).hall)
    const { of, specimens } = appearancesOf({ layout, looks: looksOf(8, [5, seatLook.sold]) })
    expect(specimens).toEqual([-1, 0, 5])
    expect([...of]).toEqual([1, 1, 1, 1, 1, 2, 1, 1])
  })

  test('tells apart the signs of wheelchair places and moving seats', () => {
    const layout = layoutOf(drawHall({ rows: ['oWZo'] }).hall)
    expect([...appearancesOf({ layout, looks: looksOf(4) }).of]).toEqual([1, 2, 3, 1])
  })

  test('of a sofa stands on its left half, until the halves differ', () => {
    const layout = layoutOf(drawHall({ rows: ['LRLR'] }).hall)
    const whole = appearancesOf({ layout, looks: looksOf(4) })
    expect([...whole.of]).toEqual([1, 0, 1, 0])
    const torn = appearancesOf({ layout, looks: looksOf(4, [3, seatLook.sold]) })
    expect([...torn.of]).toEqual([1, 0, 2, 3])
  })
})
