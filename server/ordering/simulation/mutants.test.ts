import { describe, expect, test } from 'vitest'
import { mutants, mutate } from './mutants.ts'
import { tryMutant } from './mutants-run.ts'

/* `npm run mutants` tries them all, by the tables and by the simulation; here, that it still can, and two of them. */

test.each(mutants.map(mutant => [mutant.name, mutant] as const))('%s: still applies', (_name, mutant) => {
  const texts = mutate(mutant)
  expect([...texts.keys()].sort()).toEqual([...new Set(mutant.changes.map(change => change.file))].sort())
})

describe('the simulation notices', { timeout: 300_000 }, () => {
  test.each(['a pickup code means success (T3)', 'no fence check in the worker'])('%s', async name => {
    const mutant = mutants.find(one => one.name === name)
    if (mutant === undefined) throw new Error('no such mutant')
    const { life } = await tryMutant(mutant, { tables: false, seeds: 3_000 })
    expect(life).toMatchObject({ caught: true })
  })
})
