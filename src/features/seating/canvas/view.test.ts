import { describe, expect, it } from 'vitest'
import { between, fitView, resist, settle, toCanvas, toHall, zoomAbout } from './view.ts'

const hall = { left: -10, top: -5, right: 10, bottom: 15 }
const size = { width: 400, height: 800 }
const limits = { min: 10, max: 100 }

describe('the view', () => {
  it('fits the whole hall, its axis in the middle', () => {
    const view = fitView(hall, size, 100)
    expect(view.scale).toBe(20)
    expect(hall.left * view.scale + view.x).toBe(0)
    expect(hall.top * view.scale + view.y).toBeGreaterThan(0)
    expect(hall.bottom * view.scale + view.y).toBeLessThan(size.height)
  })

  it('does not blow up a small hall', () => {
    expect(fitView({ left: -1, top: -1, right: 1, bottom: 1 }, size, 60).scale).toBe(60)
  })

  it('keeps what is under the fingers there while zooming', () => {
    const at = { x: 130, y: 420 }
    const before = fitView(hall, size, 100)
    const after = zoomAbout(before, at, 2.5, limits)
    expect(after.scale).toBe(50)
    expect(toHall(after, at).x).toBeCloseTo(toHall(before, at).x)
    expect(toHall(after, at).y).toBeCloseTo(toHall(before, at).y)
  })

  it.each([
    [50, 100],
    [0.01, 10],
  ])('zooms by %d no farther than the limits', (factor, scale) => {
    expect(zoomAbout(fitView(hall, size, 100), { x: 0, y: 0 }, factor, limits).scale).toBe(scale)
  })

  it('rests where it was fitted', () => {
    const view = fitView(hall, size, 100)
    expect(settle(view, hall, size)).toEqual(view)
  })

  it('does not rest with an edge pulled far inwards', () => {
    const settled = settle({ scale: 80, x: 5_000, y: -9_000 }, hall, size)
    expect(hall.left * 80 + settled.x).toBeGreaterThanOrEqual(0)
    expect(hall.left * 80 + settled.x).toBeLessThan(40)
    expect(hall.bottom * 80 + settled.y).toBeLessThanOrEqual(size.height)
    expect(hall.bottom * 80 + settled.y).toBeGreaterThan(size.height - 40)
  })

  it('follows a finger within the edges and less beyond them', () => {
    const inside = { scale: 80, x: 200, y: 300 }
    expect(resist(inside, hall, size)).toEqual(inside)
    const edge = settle({ scale: 80, x: 5_000, y: 300 }, hall, size).x
    const pulled = resist({ scale: 80, x: edge + 100, y: 300 }, hall, size).x
    expect(pulled).toBeGreaterThan(edge)
    expect(pulled).toBeLessThan(edge + 50)
  })

  it('goes from one view to another without the point under the fingers leaving its place', () => {
    const at = { x: 130, y: 420 }
    const from = fitView(hall, size, 100)
    const to = zoomAbout(from, at, 3, limits)
    expect(between(from, to, 0).scale).toBeCloseTo(from.scale)
    expect(between(from, to, 1).x).toBeCloseTo(to.x)
    const half = between(from, to, 0.5)
    expect(toHall(half, at).x).toBeCloseTo(toHall(from, at).x)
    expect(toHall(half, at).y).toBeCloseTo(toHall(from, at).y)
  })

  it('goes straight when the scale stays', () => {
    const half = between({ scale: 20, x: 0, y: 10 }, { scale: 20, x: 100, y: 30 }, 0.5)
    expect(half).toEqual({ scale: 20, x: 50, y: 20 })
  })

  it('tells where a part of the hall is to be seen, and how much of it', () => {
    const view = { scale: 20, x: 100, y: 50 }
    const seats = { left: 1, top: 2, right: 3, bottom: 4 }
    expect(toCanvas(view, seats, size, 5)).toEqual({ left: 115, top: 85, right: 165, bottom: 135 })
    expect(toCanvas({ ...view, x: -40 }, seats, size, 5)).toEqual({
      left: 0,
      top: 85,
      right: 25,
      bottom: 135,
    })
    expect(toCanvas({ ...view, x: 370 }, seats, size, 5)).toEqual({
      left: 385,
      top: 85,
      right: 400,
      bottom: 135,
    })
    expect(toCanvas({ ...view, x: -65 }, seats, size, 5)).toBeUndefined()
    expect(toCanvas({ ...view, y: 760 }, seats, size, 5)).toEqual({
      left: 115,
      top: 795,
      right: 165,
      bottom: 800,
    })
    expect(toCanvas({ ...view, y: 770 }, seats, size, 5)).toBeUndefined()
  })
})
