import { describe, expect, test } from 'vitest'
import { live } from './live.ts'

const inMemory = 1_500
const onDisk = 12

describe('the simulation', { timeout: 180_000 }, () => {
  test(`${inMemory} sales in bad weather end with tickets or with the money back`, async () => {
    const ends = new Map<string, number>()
    let faults = 0
    let crashes = 0
    for (let seed = 1; seed <= inMemory; seed++) {
      const life = await live(seed)
      expect(life.violations, `seed ${seed}\n${life.trace.join('\n')}`).toEqual([])
      for (const end of life.ends) ends.set(end, (ends.get(end) ?? 0) + 1)
      faults += life.faults.length
      crashes += life.crashes
    }
    // Otherwise the sun was shining and nothing was shown.
    for (const end of ['TICKETED', 'REFUNDED', 'RELEASED', 'FAILED'])
      expect(ends.get(end), end).toBeGreaterThan(inMemory / 50)
    expect(faults).toBeGreaterThan(inMemory)
    expect(crashes).toBeGreaterThan(inMemory / 2)
  })

  test(`${onDisk} of them on the real journal`, async () => {
    for (let seed = 1; seed <= onDisk; seed++) {
      const life = await live(seed, { onDisk: true })
      expect(life.violations, `seed ${seed}\n${life.trace.join('\n')}`).toEqual([])
    }
  })

  test('is the same for the same seed', async () => {
    const first = await live(7, { traced: true })
    const second = await live(7, { traced: true })
    expect(second.trace).toEqual(first.trace)
    expect((await live(8, { traced: true })).trace).not.toEqual(first.trace)
  })
})
