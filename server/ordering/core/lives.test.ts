import { expect, test } from 'vitest'
import { live } from '../simulation/live.ts'

/* The tables beside this file hold the rules one by one; whole lives meet them in combinations nobody wrote down. */

const seeds = 400

test(`${seeds} lives in bad weather keep the rules`, { timeout: 120_000 }, async () => {
  for (let seed = 1; seed <= seeds; seed++) {
    const { violations } = await live(seed)
    expect(violations, `npm run simulate -- --seed ${seed}`).toEqual([])
  }
})
