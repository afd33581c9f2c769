import { describe, expect, it } from 'vitest'
import { moveTo } from './motion.ts'

const from = { scale: 20, x: 0, y: 0 }

describe('a motion', () => {
  it('starts with the first frame, however late that comes', () => {
    const motion = moveTo(from, { scale: 20, x: 100, y: 0 }, 100)
    expect(motion.at(70_000).view.x).toBeCloseTo(0)
    expect(motion.at(70_100).view.x).toBeCloseTo(63.2, 1)
  })

  it('arrives exactly, as soon as nobody can see a difference', () => {
    const motion = moveTo(from, { scale: 20, x: 100, y: 0 }, 100)
    motion.at(0)
    expect(motion.at(500).arrived).toBe(false)
    expect(motion.at(540)).toEqual({ view: { scale: 20, x: 100, y: 0 }, arrived: true })
  })

  it('arrives at once where it already is', () => {
    expect(moveTo(from, from, 100).at(0).arrived).toBe(true)
  })

  it('is not there before the scale is', () => {
    const motion = moveTo(from, { scale: 40, x: 0, y: 0 }, 100)
    motion.at(0)
    expect(motion.at(500).arrived).toBe(false)
    expect(motion.at(900).arrived).toBe(true)
  })
})
