import { expect, test } from 'vitest'
import type { LoggedCall } from '#contract/sandbox-control.ts'
import { askAfter, joinCalls } from './join-calls.ts'

const call = (id: number, at = id): LoggedCall => ({
  id,
  at,
  method: 'GET',
  api: 'ykse.partner.cinema.getCinemas',
  channelCode: 'FOYER',
  data: '{}',
  signature: 'right',
  faults: [],
  repeated: false,
  ms: 1,
  bytes: 100,
})
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => call(from + i))

test('the last known call is asked for once more', () => {
  expect(askAfter([])).toBe(0)
  expect(askAfter(range(1, 7))).toBe(6)
})

test.each([
  ['a first look', [], range(1, 3), [1, 2, 3]],
  ['nothing new', range(1, 3), [call(3)], [1, 2, 3]],
  ['two more', range(1, 3), range(3, 5), [1, 2, 3, 4, 5]],
  ['more than one answer holds', range(1, 3), range(9, 11), [1, 2, 3, 9, 10, 11]],
  ['an empty log after a reset', range(1, 3), [], []],
  ['a log that began anew and has come as far', range(1, 3), [call(3, 99), call(4, 99)], [3, 4]],
] as const)('%s', (_, known, answered, ids) => {
  expect(joinCalls(known, answered).map(({ id }) => id)).toEqual(ids)
})

test('no more than a thousand are kept, the newest', () => {
  const joined = joinCalls(range(1, 1_000), range(1_000, 1_010))
  expect(joined).toHaveLength(1_000)
  expect(joined.at(-1)?.id).toBe(1_010)
})
