import { describe, expect, it } from 'vitest'
import type { Point } from '../layout/geometry.ts'
import { layoutOf } from '../layout/hall-layout.ts'
import { drawHall } from '../test-hall.ts'
import { viewFrame, viewFrom, viewFromMiddle } from './seat-view.ts'

// 11 rows of 15; seat 7 of a row stands on the axis.
const layout = layoutOf(drawHall({ rows: Array.from({ length: 11 }, () => 'o'.repeat(15)) }).hall)
const seatAt = (row: number, column: number) => row * 15 + column
const view = (row: number, column: number) => viewFrom(layout, seatAt(row, column))
const heights = ([upperLeft, upperRight, lowerRight, lowerLeft]: readonly Point[]) => ({
  left: (lowerLeft?.y ?? 0) - (upperLeft?.y ?? 0),
  right: (lowerRight?.y ?? 0) - (upperRight?.y ?? 0),
})
const widthOf = (screen: readonly Point[]) => (screen[1]?.x ?? 0) - (screen[0]?.x ?? 0)

describe('the view towards the screen', () => {
  it('is straight from the middle of the hall, also where an aisle runs there', () => {
    const { hall } = drawHall({ rows: Array.from({ length: 8 }, () => 'oooo oooo') })
    const { screen, asideDegrees } = viewFromMiddle(layoutOf(hall))
    expect(asideDegrees).toBeCloseTo(0)
    expect(heights(screen).left).toBeCloseTo(heights(screen).right)
  })

  it.each([
    // row, column, degrees across, degrees aside
    [0, 7, 79.6, 0],
    [5, 7, 47.5, 0],
    [10, 7, 33.3, 0],
    [5, 0, 37.9, -29.7],
    [5, 14, 37.9, 29.7],
  ])(
    'from row %i, seat %i the screen takes %f degrees and is seen %f degrees aside',
    (row, column, across, aside) => {
      const { screenDegrees, asideDegrees } = view(row, column)
      expect(screenDegrees).toBeCloseTo(across, 1)
      expect(asideDegrees).toBeCloseTo(aside, 1)
    },
  )

  it('has the screen’s middle in the middle of the picture, wherever one sits', () => {
    for (const seat of [seatAt(0, 0), seatAt(5, 7), seatAt(10, 14)]) {
      const [a, b, c, d] = viewFrom(layout, seat).screen
      if (!a || !b || !c || !d) throw new Error('a screen has four corners')
      // Where the diagonals cross is where the middle of a rectangle is seen.
      const t =
        ((b.x - a.x) * (b.y - d.y) - (b.y - a.y) * (b.x - d.x)) /
        ((c.x - a.x) * (b.y - d.y) - (c.y - a.y) * (b.x - d.x))
      expect(a.x + t * (c.x - a.x)).toBeCloseTo(viewFrame.width / 2, 3)
      expect(a.y + t * (c.y - a.y)).toBeCloseTo(viewFrame.height / 2, 3)
    }
  })

  it('shows the nearer edge of the screen taller', () => {
    const left = heights(view(3, 0).screen)
    const middle = heights(view(3, 7).screen)
    const right = heights(view(3, 14).screen)
    expect(left.left).toBeGreaterThan(left.right)
    expect(middle.left).toBeCloseTo(middle.right, 5)
    expect(right.right).toBeCloseTo(left.left, 5)
  })

  it('shows the screen smaller the farther back one sits', () => {
    const widths = Array.from({ length: 11 }, (_, row) => widthOf(view(row, 7).screen))
    expect(widths).toEqual([...widths].sort((a, b) => b - a))
  })

  it('has nobody before the first row, and heads of the rows before every other, the farthest first', () => {
    expect(view(0, 7).heads).toEqual([])
    expect(view(1, 7).heads).toHaveLength(15)
    const { heads } = view(6, 7)
    expect(heads[0]?.radius).toBeLessThan(heads.at(-1)?.radius ?? 0)
    expect(heads.every(({ y }) => y > viewFrame.height / 2)).toBe(true)
  })

  it.each([
    ['a single seat', ['o']],
    ['one row', ['oooooooooooooooooooooooooooooooooooooooo']],
    ['one column', Array.from({ length: 40 }, () => 'o')],
  ])('is a finite picture in a hall of %s', (_, rows) => {
    const strange = layoutOf(drawHall({ rows }).hall)
    for (let seat = 0; seat < strange.count; seat++) {
      const { screen, wall, heads, screenDegrees } = viewFrom(strange, seat)
      for (const { x, y } of [...screen, ...wall, ...heads]) expect(Number.isFinite(x + y)).toBe(true)
      expect(screenDegrees).toBeGreaterThan(5)
      expect(screenDegrees).toBeLessThan(100)
    }
  })
})
