import { expect, test } from 'vitest'
import { shorten } from './shorten.ts'
import { Disagreement } from './try-out.ts'

const all = Array.from({ length: 500 }, (_, step) => step)

/** A run that fails as soon as it has had all of these steps. */
const failsWith = (needed: readonly number[], api: string) => async (_: number, steps: readonly number[]) => {
  const places = needed.map(step => steps.indexOf(step))
  return places.includes(-1)
    ? undefined
    : new Disagreement(api, Math.max(...places) + 1, 'differs', undefined)
}

test.each([[[499]], [[0, 499]], [[3, 240, 241]]])('leaves of 500 steps only the needed %o', async needed => {
  const failure = failsWith(needed, 'seat.lockSeats')
  const first = await failure(1, all)
  if (!first) throw new Error('it does not fail')
  expect((await shorten(1, all, first, failure)).steps).toEqual(needed)
})

test('a failure of another interface is another failure', async () => {
  const first = new Disagreement('order.confirmOrder', 500, 'differs', undefined)
  const { steps, disagreement } = await shorten(1, all, first, failsWith([7], 'seat.lockSeats'))
  expect(steps).toEqual(all)
  expect(disagreement).toBe(first)
})
