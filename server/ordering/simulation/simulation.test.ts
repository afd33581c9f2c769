import { availableParallelism } from 'node:os'
import { beforeAll, describe, expect, test } from 'vitest'
import { corpus } from './corpus.ts'
import { faultNames } from './faults.ts'
import { live } from './live.ts'
import { sweep } from './sweep.ts'
import { describeTally, emptyTally, type Tally } from './tally.ts'

const inMemory = 20_000
const onDisk = 24

/** What a reader needs to see a broken seed again. */
const told = (tally: Tally) =>
  tally.broken.map(
    ({ seed, onDisk, rules }) =>
      `npm run simulate -- --seed ${seed}${onDisk ? ' --on-disk 1' : ''}: ${rules.join('; ')}`,
  )

describe('the simulation', { timeout: 600_000 }, () => {
  let tally = emptyTally()
  beforeAll(async () => {
    const began = performance.now()
    tally = await sweep(
      [
        ...corpus.map(({ seed }) => ({ from: seed, to: seed, onDisk: false })),
        { from: 1, to: onDisk, onDisk: true },
        { from: 1, to: inMemory, onDisk: false },
      ],
      availableParallelism(),
      (sum, stop) => {
        if (sum.broken.length > 0) stop()
      },
    )
    process.stdout.write(`${describeTally(tally, (performance.now() - began) / 1_000)}\n`)
  }, 600_000)

  test(`${inMemory} seeds, and ${onDisk} on the real journal: all end with tickets or with the money back`, () => {
    expect(told(tally)).toEqual([])
    expect(tally.seeds).toBe(inMemory + onDisk + corpus.length)
  })

  // Otherwise the sun was shining and nothing was shown.
  test.each(faultNames)('the weather brought: %s', fault =>
    expect(tally.faults[fault] ?? 0).toBeGreaterThanOrEqual(10),
  )

  test.each(['TICKETED', 'RETURNED', 'REFUNDED', 'RELEASED', 'FAILED'])('orders ended %s', state =>
    expect(tally.ends[state] ?? 0).toBeGreaterThan(inMemory / 50),
  )

  test.each(['ticket', 'mixed', 'goods'])('guests bought: %s', kind =>
    expect(tally.kinds[kind] ?? 0).toBeGreaterThan(inMemory / 20),
  )

  test.each(['QR', 'card', 'cash', 'QR and card', 'QR and cash'])('guests wanted to pay by: %s', way =>
    expect(tally.ways[way] ?? 0).toBeGreaterThan(inMemory / 100),
  )

  test.each([7, 233, 1771])('seed %i is the same life again', async seed => {
    const first = await live(seed, { traced: true })
    const second = await live(seed, { traced: true })
    expect(second.trace).toEqual(first.trace)
    expect((await live(seed + 1, { traced: true })).trace).not.toEqual(first.trace)
  })
})
