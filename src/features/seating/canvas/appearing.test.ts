import { describe, expect, it } from 'vitest'
import { appearing } from './appearing.ts'

describe('things that appear', () => {
  it('have begun by the first frame that shows them, however late it comes', () => {
    const seats = appearing(100)
    seats.add([7])
    expect(seats.progress(7)).toBe(0)
    expect(seats.advance(5_000)).toBe(true)
    expect(seats.progress(7)).toBeCloseTo(1 / 6)
    seats.advance(5_050)
    expect(seats.progress(7)).toBeCloseTo(2 / 3)
    expect(seats.all()).toEqual([7])
  })

  it('are forgotten when they have arrived', () => {
    const seats = appearing(100)
    seats.add([7])
    seats.advance(0)
    expect(seats.advance(100)).toBe(false)
    expect(seats.progress(7)).toBe(1)
    expect(seats.all()).toEqual([])
  })

  it('are there at once when nobody announced them', () => {
    expect(appearing(100).progress(3)).toBe(1)
  })
})
