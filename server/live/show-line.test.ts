import { describe, expect, it } from 'vitest'
import type { Sight } from './bus.ts'
import { createShowLine, type ShowLine } from './show-line.ts'

const look = (unavailable: number[], hallVersion = 'v1') => ({ hallVersion, unavailable, atMs: 0 })
const sight = (seq: number, unavailable: number[], more: Partial<Sight> = {}): Sight => ({
  epoch: 'a',
  seq,
  hallVersion: 'v1',
  unavailable,
  atMs: 0,
  ...more,
})

/** A line that has looked this often. */
function lineOf(...looks: ReturnType<typeof look>[]): ShowLine {
  const line = createShowLine(() => 'a')
  for (const one of looks) line.accept(line.advance(one))
  return line
}

describe('a line that looks for itself', () => {
  it('begins with a sight that no step leads to', () => {
    const advance = lineOf().advance(look([3, 1, 3]))
    expect(advance).toEqual({ sight: sight(1, [1, 3]), unchanged: false })
  })

  it('goes on by steps, and stands still when nothing has changed', () => {
    const line = lineOf(look([1]), look([1, 2]), look([2]))
    expect(line.sight).toEqual(sight(3, [2]))
    expect(line.after({ epoch: 'a', seq: 1 })).toMatchObject({ from: 1, seq: 2, taken: [2], freed: [] })
    expect(line.after({ epoch: 'a', seq: 2 })).toMatchObject({ from: 2, seq: 3, taken: [], freed: [1] })
    expect(line.advance(look([2]))).toEqual({ sight: line.sight, unchanged: true })
  })

  it('changes nothing by what is not accepted', () => {
    const line = lineOf(look([1]))
    line.advance(look([1, 2]))
    expect(line.sight).toEqual(sight(1, [1]))
  })

  it('leads nobody over a change of the hall', () => {
    const line = lineOf(look([1]), look([2]), look([2], 'v2'))
    expect(line.sight).toEqual(sight(3, [2], { hallVersion: 'v2' }))
    expect([1, 2].map(seq => line.after({ epoch: 'a', seq }))).toEqual([undefined, undefined])
  })

  it('leads nobody of another line', () => {
    expect(lineOf(look([1]), look([2])).after({ epoch: 'b', seq: 1 })).toBeUndefined()
  })
})

describe('a line that follows another node', () => {
  const step = { from: 1, seq: 2, taken: [7], freed: [1], atMs: 5 }
  const seen = { showId: '681~1' as never, epoch: 'a', seq: 2, step }

  it('takes its steps', () => {
    const line = lineOf(look([1]))
    expect(line.follow(seen)).toBe(true)
    expect(line.sight).toEqual(sight(2, [7], { atMs: 5 }))
    expect(line.after({ epoch: 'a', seq: 1 })).toEqual(step)
  })

  it.each([
    ['knows nothing yet', lineOf(), seen],
    ['is of another line', lineOf(look([1])), { ...seen, epoch: 'b' }],
    ['has missed a step', lineOf(look([1])), { ...seen, seq: 3, step: { ...step, from: 2, seq: 3 } }],
    ['was told no step', lineOf(look([1])), { showId: seen.showId, epoch: 'a', seq: 2 }],
  ])('has to read the sight when it %s', (_, line, told) => {
    const before = line.sight
    expect(line.follow(told)).toBe(false)
    expect(line.sight).toBe(before)
  })

  it('needs nothing that it has', () => {
    const line = lineOf(look([1]), look([7]))
    expect(line.follow(seen)).toBe(true)
    expect(line.catchUp(sight(2, [7]))).toBe(false)
    expect(line.sight?.seq).toBe(2)
  })

  it('makes one step of all that it has missed', () => {
    const line = lineOf(look([1]))
    expect(line.catchUp(sight(9, [2, 3]))).toBe(true)
    expect(line.after({ epoch: 'a', seq: 1 })).toMatchObject({ from: 1, seq: 9, taken: [2, 3], freed: [1] })
  })

  it.each([
    ['another line', sight(1, [4], { epoch: 'b' })],
    ['another hall', sight(5, [4], { hallVersion: 'v2' })],
  ])('takes %s as a whole', (_, read) => {
    const line = lineOf(look([1]), look([2]))
    expect(line.catchUp(read)).toBe(true)
    expect(line.sight).toEqual(read)
    expect(line.after({ epoch: 'a', seq: 1 })).toBeUndefined()
  })
})
