import { describe, expect, it } from 'vitest'
import { grip, miniatureOf, placeMeant, showsWhole, windowOn } from './miniature.ts'

const hall = { left: -20, top: -5, right: 20, bottom: 25 }
const small = miniatureOf(hall, { width: 120, height: 120 })
const canvas = { width: 400, height: 300 }

describe('the miniature', () => {
  it('is as large as its room allows, in the shape of the hall', () => {
    expect(small.size).toEqual({ width: 120, height: 90 })
    expect(small.view).toEqual({ scale: 3, x: 60, y: 15 })
  })

  it.each([
    ['all of the hall', { scale: 10, x: 200, y: 50 }, true, { left: 0, top: 0, right: 120, bottom: 90 }],
    ['its middle', { scale: 20, x: 200, y: -50 }, false, { left: 30, top: 22.5, right: 90, bottom: 67.5 }],
    [
      'its left edge',
      { scale: 20, x: 428, y: -50 },
      false,
      { left: 0, top: 22.5, right: 55.8, bottom: 67.5 },
    ],
  ])('shows where one stands who sees %s', (_, view, whole, window) => {
    expect(showsWhole(hall, view, canvas)).toBe(whole)
    const found = windowOn(small, view, canvas)
    for (const edge of ['left', 'top', 'right', 'bottom'] as const)
      expect(found[edge], edge).toBeCloseTo(window[edge])
  })

  it('brings a place to the middle that is tapped beside the window', () => {
    const held = grip({ left: 30, top: 20, right: 90, bottom: 60 }, { x: 3, y: 15 })
    expect(placeMeant(small, { x: 3, y: 15 }, held)).toEqual({ x: -19, y: 0 })
  })

  it('moves the window with a finger that takes hold of it, without a jump', () => {
    const window = { left: 30, top: 20, right: 90, bottom: 60 }
    const held = grip(window, { x: 33, y: 20 })
    expect(placeMeant(small, { x: 33, y: 20 }, held)).toEqual({ x: 0, y: 25 / 3 })
    expect(placeMeant(small, { x: 36, y: 20 }, held).x).toBeCloseTo(1)
  })
})
