import { expect, it } from 'vitest'
import { createRing, type Step } from './ring.ts'

const step = (from: number, seats = 1): Step => ({
  from,
  seq: from + 1,
  taken: Array.from({ length: seats }, (_, k) => k),
  freed: [],
  atMs: from,
})

/** Follows the steps from `seq` on to where they end. */
function follow(ring: ReturnType<typeof createRing>, seq: number): number {
  const next = ring.after(seq)
  return next === undefined ? seq : follow(ring, next.seq)
}

it('leads whoever stands in it to its end', () => {
  const ring = createRing()
  for (let from = 1; from <= 10; from++) ring.add(step(from))
  expect([1, 7, 11].map(seq => follow(ring, seq))).toEqual([11, 11, 11])
  expect(ring.after(0)).toBeUndefined()
})

it('leads over a step that is several in one, but not from within it', () => {
  const ring = createRing()
  ring.add({ ...step(1), seq: 5 })
  ring.add(step(5))
  expect(follow(ring, 1)).toBe(6)
  expect(ring.after(3)).toBeUndefined()
})

it('keeps the latest 256 steps', () => {
  const ring = createRing()
  for (let from = 0; from < 300; from++) ring.add(step(from))
  expect(ring.after(43)).toBeUndefined()
  expect(follow(ring, 44)).toBe(300)
})

it('keeps no more seats than a large hall has', () => {
  const ring = createRing()
  for (let from = 0; from < 5; from++) ring.add(step(from, 6_000))
  expect(ring.after(1)).toBeUndefined()
  expect(follow(ring, 2)).toBe(5)
  ring.add(step(5, 30_000))
  expect(ring.after(5)).toBeUndefined()
})

it('is empty when cleared, and counts from nothing again', () => {
  const ring = createRing()
  ring.add(step(0, 20_000))
  ring.clear()
  expect(ring.after(0)).toBeUndefined()
  ring.add(step(1, 20_000))
  expect(follow(ring, 1)).toBe(2)
})
