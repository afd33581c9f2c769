import { describe, expect, test } from 'vitest'
import { minutesAndSeconds, remainingMs, serverNowMs, spokenMomentMs } from './countdown.ts'

const told = { now: '2026-11-23T19:30:00+08:00', receivedAtMs: 1_000_000 }
const serverAt = Date.parse(told.now)

describe('the server’s clock', () => {
  test.each([
    ['at the moment it was told', 1_000_000, serverAt],
    ['ten seconds later', 1_010_000, serverAt + 10_000],
    ['when the device’s clock was set back: it never runs backwards', 400_000, serverAt],
  ])('%s', (_, deviceNow, expected) => {
    expect(serverNowMs(told, deviceNow)).toBe(expected)
  })
})

test.each([
  ['2026-11-23T19:38:00+08:00', 480_000],
  ['2026-11-23T19:30:00+08:00', 0],
  ['2026-11-23T19:29:00+08:00', 0],
])('until %s it is %i ms', (endsAt, ms) => {
  expect(remainingMs(endsAt, serverAt)).toBe(ms)
})

test.each([
  [480_000, '8:00'],
  [479_001, '8:00'],
  [65_000, '1:05'],
  [1, '0:01'],
  [0, '0:00'],
  [-5_000, '0:00'],
])('%i ms reads %s', (ms, text) => {
  expect(minutesAndSeconds(ms)).toBe(text)
})

describe('a countdown that is spoken', () => {
  test.each([
    [480_000, undefined],
    [300_000, 300_000],
    [120_001, 300_000],
    [60_000, 60_000],
    [29_000, 30_000],
    [0, 30_000],
  ])('with %i ms left it last spoke at %s', (left, moment) => {
    expect(spokenMomentMs(left)).toBe(moment)
  })

  test('says the whole of eight minutes in five sentences', () => {
    const sentences = new Set(Array.from({ length: 480 }, (_, second) => spokenMomentMs(second * 1000)))
    expect(sentences.size).toBe(5)
  })
})
