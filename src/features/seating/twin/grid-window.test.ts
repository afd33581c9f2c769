import { describe, expect, it } from 'vitest'
import { layoutOf } from '../layout/hall-layout.ts'
import { drawHall } from '../test-hall.ts'
import { windowAround } from './grid-window.ts'

const hallOf = (rows: number, columns: number) =>
  layoutOf(drawHall({ rows: Array.from({ length: rows }, () => 'o'.repeat(columns)) }).hall)
const seatsShown = (layout: ReturnType<typeof hallOf>, seat: number) =>
  windowAround({ layout, seat }).flatMap(({ seats }) => seats)

describe('the part of the hall that is in the page', () => {
  it('is all of an ordinary one', () => {
    expect(seatsShown(hallOf(20, 30), 0)).toHaveLength(600)
  })

  it.each([
    ['the first seat', 0],
    ['the middle', 10_100],
    ['the last seat', 19_999],
  ])('is a few hundred of 20,000 seats, with %s among them and its neighbours on all sides', (_, seat) => {
    const layout = hallOf(100, 200)
    const shown = seatsShown(layout, seat)
    expect(shown.length).toBeLessThan(400)
    for (const near of [seat, seat - 1, seat + 1, seat - 200, seat + 200]) {
      if (near >= 0 && near < 20_000 && Math.abs((layout.x[near] ?? 0) - (layout.x[seat] ?? 0)) <= 1) {
        expect(shown).toContain(near)
      }
    }
  })

  it('knows the true places of the rows and seats it shows', () => {
    const [row] = windowAround({ layout: hallOf(100, 200), seat: 10_100 })
    expect(row).toMatchObject({ index: 47, first: 76 })
    expect(row?.seats[0]).toBe(47 * 200 + 76)
  })
})
