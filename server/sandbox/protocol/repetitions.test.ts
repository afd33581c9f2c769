import { expect, test } from 'vitest'
import { createRepetitions } from './repetitions.ts'

const call = { api: 'seat.lockSeats', channelCode: 'FOYER', data: '{}' }

test('a call is repeated when channel, interface and parameters are the same', () => {
  const repetitions = createRepetitions()
  expect(repetitions.note(call)).toBe(false)
  expect(repetitions.note({ ...call })).toBe(true)
  expect(repetitions.note({ ...call, data: '{"a":1}' })).toBe(false)
  expect(repetitions.note({ ...call, api: 'seat.releaseSeats' })).toBe(false)
  expect(repetitions.note({ ...call, channelCode: 'OTHER' })).toBe(false)
  repetitions.clear()
  expect(repetitions.note(call)).toBe(false)
})

test.each([
  [9_990, true],
  [20_010, false],
])('after %i other calls it is known: %s', (others, known) => {
  const repetitions = createRepetitions()
  repetitions.note(call)
  for (let nth = 0; nth < others; nth++) repetitions.note({ ...call, data: String(nth) })
  expect(repetitions.note(call)).toBe(known)
})

test('whatever is repeated all along is never forgotten', () => {
  const repetitions = createRepetitions()
  repetitions.note(call)
  for (let nth = 0; nth < 50_000; nth++) {
    repetitions.note({ ...call, data: String(nth) })
    if (nth % 1000 === 0) expect(repetitions.note(call)).toBe(true)
  }
})
