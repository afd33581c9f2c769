import { expect, test } from 'vitest'
import type { LoggedCall } from '#contract/sandbox-control.ts'
import { type CallFilter, fateOf, filterCalls, prettyData } from './call-words.ts'

const call = (id: number, more: Partial<LoggedCall>): LoggedCall => ({
  id,
  at: id,
  method: 'POST',
  api: 'ykse.partner.order.confirmOrder',
  channelCode: 'FOYER',
  data: '{}',
  signature: 'right',
  retCode: '0',
  bizCode: 'SUCCESS',
  faults: [],
  repeated: false,
  ms: 3,
  bytes: 200,
  ...more,
})
const handledInVain = call(2, { faults: ['lose-answer'], bytes: 0 })
const { bizCode: _, ...refusedByPlatform } = call(4, { retCode: '30003', signature: 'wrong' })
const calls: LoggedCall[] = [
  call(1, { api: 'ykse.partner.cinema.getCinemas' }),
  handledInVain,
  call(3, { bizCode: 'LOCK_SEAT_ERROR', channelCode: 'PARTNER' }),
  refusedByPlatform,
]
const all: CallFilter = { api: '', code: '', channel: '', only: 'anything' }

test('a call was fine, refused, or lost', () => {
  expect(calls.map(fateOf)).toEqual(['fine', 'lost', 'refused', 'refused'])
})

test.each<[Partial<CallFilter>, number[]]>([
  [{}, [4, 3, 2, 1]],
  [{ api: 'cinema.getCinemas' }, [1]],
  [{ code: 'lock_seat' }, [3]],
  [{ code: '300' }, [4]],
  [{ channel: 'PARTNER' }, [3]],
  [{ only: 'onlyFaulty' }, [2]],
  [{ only: 'onlyRefused' }, [4, 3, 2]],
  [{ only: 'onlyBadSignature' }, [4]],
  [{ only: 'onlyRefused', channel: 'FOYER' }, [4, 2]],
])('%j shows %j', (filter, ids) => {
  expect(filterCalls(calls, { ...all, ...filter }).map(({ id }) => id)).toEqual(ids)
})

test('parameters are spread over lines, and shown as they came when they are no JSON', () => {
  expect(prettyData('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}')
  expect(prettyData('{"a":')).toBe('{"a":')
})
