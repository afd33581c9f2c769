import { describe, expect, it } from 'vitest'
import type { SeatRules, SeatStates } from '#contract/hall.ts'
import { SeatId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import { toInstant } from '#contract/time.ts'
import {
  sampleCinema,
  samplePlan,
  sampleSeat,
  sampleShow,
  sectionOne,
  sectionTwo,
} from '../catalog/test-support/sample.ts'
import { buildHall } from './build-hall.ts'
import { checkChoice } from './check-choice.ts'

const couple = (row: string, left: number) => [
  sampleSeat(`${row}-${left}`, { type: 'L' }),
  sampleSeat(`${row}-${left + 1}`, { type: 'R' }),
]
const hall = buildHall({
  cinema: sampleCinema(),
  show: sampleShow(),
  plan: {
    effectiveFrom: '2026-01-01',
    sections: [
      {
        id: sectionOne,
        name: '普通区',
        seats: [
          ...['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7'].map(id => sampleSeat(id)),
          sampleSeat('B-1', { damaged: true }),
          sampleSeat('B-2', { type: 'H' }),
          sampleSeat('B-3', { type: 'W' }),
          ...couple('C', 3),
          ...couple('C', 1),
          sampleSeat('D-1', { type: 'L' }),
          sampleSeat('D-3', { type: 'N' }),
          sampleSeat('E-1', { type: 'R' }),
        ],
      },
      { id: sectionTwo, name: '贵宾区', seats: [sampleSeat('D-2', { type: 'R' })] },
    ],
  },
  areas: [],
  maxSeats: 6,
})

const nobodyAsks = async (): Promise<SeatStates> => {
  throw new Error('what is sold does not matter here')
}

const chosenIn = (seatIds: readonly string[]) =>
  checkChoice(
    hall,
    seatIds.map(id => SeatId.parse(id)),
    [],
    nobodyAsks,
  )

async function problemOf(seatIds: readonly string[]): Promise<Problem | undefined> {
  try {
    await chosenIn(seatIds)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  return undefined
}

describe('the rules of a choice of seats', () => {
  it.each([
    ['neighbours', ['A-1', 'A-2']],
    ['a wheelchair place', ['B-3']],
    ['a couple seat as a pair', ['C-3', 'C-4']],
    ['both couples of a row, named crosswise', ['C-4', 'C-1', 'C-2', 'C-3']],
    ['a half without a partner in its row and section', ['D-1']],
    ['a right half alone in its row', ['E-1']],
    ['as many as an order may have', ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6']],
  ])('allow %s', async (_, seatIds) => {
    expect(await problemOf(seatIds)).toBeUndefined()
  })

  it.each([
    ['one seat too many', ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7'], 'too-many-seats', undefined],
    ['a damaged seat', ['A-1', 'B-1'], 'seat-not-for-sale', ['B-1']],
    ['a seat held back', ['B-2'], 'seat-not-for-sale', ['B-2']],
    ['half a couple seat', ['C-3'], 'couple-seat-split', ['C-3']],
    ['the neighbouring halves of two couples', ['C-2', 'C-3'], 'couple-seat-split', ['C-2', 'C-3']],
  ])('refuse %s', async (_, seatIds, code, about) => {
    const problem = await problemOf(seatIds)
    expect(problem?.code).toBe(code)
    expect(problem?.seatIds?.toSorted()).toEqual(about)
  })

  it.each([
    ['an unknown seat', ['A-1', 'Z-9'], 'seatIds.1'],
    ['the name of a built-in', ['__proto__'], 'seatIds.0'],
    ['a seat named twice', ['A-1', 'A-2', 'A-1'], 'seatIds.2'],
  ])('refuse %s and say which', async (_, seatIds, field) => {
    expect(await problemOf(seatIds)).toMatchObject({ code: 'invalid-request', field })
  })

  it('answer the seats in the hall’s order, whatever order they were named in', async () => {
    expect(await chosenIn(['A-3', 'A-1'])).toEqual([0, 2])
  })
})

const row = Array.from({ length: 6 }, (_, index) => sampleSeat(`A-${index + 1}`))
const forbidden: SeatRules = {
  gap: { mode: 'forbid', shortestRun: 1, areasBreakRuns: false },
  companions: 'warn',
  within: 'hall',
}

/** What becomes of these seats of a row of six, by their places in it, and how often it was asked what is sold. */
async function outcome(
  rules: Partial<SeatRules> | undefined,
  indexes: readonly number[],
  state: { taken?: readonly number[]; own?: readonly string[]; version?: string } = {},
) {
  let asked = 0
  const joined = buildHall({
    cinema: sampleCinema(),
    show: sampleShow(),
    plan: samplePlan(row.map((seat, k) => (k === 5 ? { ...seat, type: 'W' as const } : seat))),
    areas: [],
    maxSeats: 6,
    ...(rules && { seatRules: { ...forbidden, ...rules } }),
  })
  const states = async (): Promise<SeatStates> => {
    asked += 1
    const { taken = [], version = joined.version } = state
    return { showId: joined.showId, hallVersion: version, unavailable: [...taken], at: toInstant(0) }
  }
  const own = (state.own ?? []).map(id => SeatId.parse(id))
  const ids = indexes.flatMap(index => joined.seats.id[index] ?? [])
  const said = await checkChoice(joined, ids, own, states).then(
    () => 'allowed',
    error => [error.code, error.text?.zh].filter(Boolean).join(': '),
  )
  return { said, asked }
}

describe('before a lock', () => {
  const gap = (mode: 'off' | 'warn') => ({ gap: { ...forbidden.gap, mode } })
  it.each<[string, Awaited<ReturnType<typeof outcome>>, Parameters<typeof outcome>]>([
    ['a gap is refused by name', { said: 'single-gap: A排1座会成为单个空座', asked: 1 }, [{}, [1, 2]]],
    ['a choice without gaps passes', { said: 'allowed', asked: 1 }, [{}, [0, 1]]],
    ['a warning stops nobody and asks nobody', { said: 'allowed', asked: 0 }, [gap('warn'), [1, 2]]],
    ['no rule stops nobody', { said: 'allowed', asked: 0 }, [undefined, [1, 2]]],
    ['sold seats count', { said: 'single-gap: A排2座会成为单个空座', asked: 1 }, [{}, [2], { taken: [0] }]],
    [
      'what no other choice of that size avoids is allowed',
      { said: 'allowed', asked: 1 },
      [{ companions: 'forbid' }, [3, 4], { taken: [0, 1, 2] }],
    ],
    [
      'the guest’s own old seats are free again',
      { said: 'allowed', asked: 1 },
      [{}, [2, 3], { taken: [0], own: ['A-1'] }],
    ],
    ['a seat just taken is left to the lock', { said: 'allowed', asked: 1 }, [{}, [1, 2], { taken: [2] }]],
    ['another hall than the one judged', { said: 'show-changed', asked: 1 }, [{}, [0], { version: 'x' }]],
    [
      'a companion’s seat where the cinema insists',
      { said: 'companion-seat: A排5座紧邻轮椅席，请留给轮椅观众的同伴', asked: 1 },
      [{ ...gap('off'), companions: 'forbid' }, [3, 4]],
    ],
    ['a companion’s seat with its place', { said: 'allowed', asked: 1 }, [{ companions: 'forbid' }, [4, 5]]],
  ])('%s', async (_, expected, act) => {
    expect(await outcome(...act)).toEqual(expected)
  })
})
