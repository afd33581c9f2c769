import { expect, test } from 'vitest'
import { apiNames } from '../protocol/api-names.ts'
import { Census } from './census.ts'
import { play } from './play.ts'
import { shorten } from './shorten.ts'
import { Disagreement } from './try-out.ts'

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const stepsOfASeed = 530
const names = apiNames.map(name => name.replace('ykse.partner.', ''))
const census = new Census()
const deeds = new Map<string, number>()

/** Codes that say that a call was done, and not merely refused. */
const done = ['SUCCESS', 'PRINT_TICKET_ALLOW']

test.each(seeds)(
  'the sandbox keeps its books as the model does: seed %i',
  async seed => {
    const steps = Array.from({ length: stepsOfASeed }, (_, step) => step)
    try {
      const played = await play(seed, steps)
      census.merge(played.census)
      for (const [deed, times] of Object.entries(played.deeds))
        deeds.set(deed, (deeds.get(deed) ?? 0) + times)
      process.stdout.write(`seed ${seed}: ${played.census.calls} calls, ${JSON.stringify(played.totals)}\n`)
    } catch (error) {
      if (!(error instanceof Disagreement)) throw error
      const shortest = await shorten(seed, steps, error)
      const again = `npx tsx server/sandbox/model/replay.ts ${seed} ${shortest.steps.join(',')}`
      throw new Error(`${shortest.disagreement.message}\n\nagain: ${again}`, { cause: error })
    }
  },
  180_000,
)

test('all 43 interfaces were driven, each with success', () => {
  process.stdout.write(`${census.calls} calls\n${census.table(names)}\n`)
  expect(census.calls).toBeGreaterThanOrEqual(5000)
  const undone = names.filter(name => !done.some(code => census.of(name, code) > 0))
  expect(undone).toEqual([])
  // Of the 124 codes; the others are faults, or limits that the model's channels do not have.
  expect(census.codes.size).toBeGreaterThanOrEqual(80)
})

test('what the books are kept for has happened', () => {
  process.stdout.write(`${[...deeds].map(([deed, times]) => `${deed}: ${times}`).join('\n')}\n`)
  expect([...deeds].filter(([, times]) => times === 0)).toEqual([])
})
