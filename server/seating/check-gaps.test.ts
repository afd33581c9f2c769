import { describe, expect, it } from 'vitest'
import type { GapRule, SeatStates } from '#contract/hall.ts'
import { SeatId } from '#contract/ids.ts'
import { toInstant } from '#contract/time.ts'
import { sampleCinema, samplePlan, sampleSeat, sampleShow } from '../catalog/test-support/sample.ts'
import { buildHall } from './build-hall.ts'
import { checkGaps } from './check-gaps.ts'

const row = Array.from({ length: 6 }, (_, index) => sampleSeat(`A-${index + 1}`))

/** What becomes of these seats of a row of six, by their places in it. */
async function outcome(
  mode: GapRule['mode'],
  indexes: readonly number[],
  state: { taken?: readonly number[]; own?: readonly string[]; version?: string } = {},
) {
  let asked = 0
  const hall = buildHall({
    cinema: sampleCinema(),
    show: sampleShow(),
    plan: samplePlan(row),
    areas: [],
    maxSeats: 6,
    gapRule: { mode, shortestRun: 1, areasBreakRuns: false },
  })
  const states = async (): Promise<SeatStates> => {
    asked += 1
    const { taken = [], version = hall.version } = state
    return { showId: hall.showId, hallVersion: version, unavailable: [...taken], at: toInstant(0) }
  }
  const own = (state.own ?? []).map(id => SeatId.parse(id))
  const said = await checkGaps(hall, indexes, own, states).then(
    () => 'allowed',
    error => [error.code, ...(error.seatIds ?? [])].join(' '),
  )
  return { said, asked }
}

describe('before a lock', () => {
  it.each<[string, Awaited<ReturnType<typeof outcome>>, Parameters<typeof outcome>]>([
    ['a gap is refused by name', { said: 'single-gap A-1', asked: 1 }, ['forbid', [1, 2]]],
    ['a choice without gaps passes', { said: 'allowed', asked: 1 }, ['forbid', [0, 1]]],
    ['a warning stops nobody and asks nobody', { said: 'allowed', asked: 0 }, ['warn', [1, 2]]],
    ['no rule stops nobody', { said: 'allowed', asked: 0 }, ['off', [1, 2]]],
    ['sold seats count', { said: 'single-gap A-2', asked: 1 }, ['forbid', [2, 3], { taken: [0] }]],
    [
      'the guest’s own old seats are free again',
      { said: 'allowed', asked: 1 },
      ['forbid', [2, 3], { taken: [0], own: ['A-1'] }],
    ],
    [
      'a seat just taken is left to the lock',
      { said: 'allowed', asked: 1 },
      ['forbid', [1, 2], { taken: [2] }],
    ],
    [
      'another hall than the one judged',
      { said: 'show-changed', asked: 1 },
      ['forbid', [0], { version: 'x' }],
    ],
  ])('%s', async (_, expected, act) => {
    expect(await outcome(...act)).toEqual(expected)
  })
})
