import { describe, expect, test } from 'vitest'
import { dayAndTime, duration, exactTime, untilMorning } from './times.ts'

const at = (instant: string) => Date.parse(instant)

test('instants are written in Beijing time', () => {
  expect(dayAndTime(at('2026-11-23T16:00:05Z'))).toBe('11-24 00:00:05')
  expect(exactTime(at('2026-11-23T04:05:06.007Z'))).toBe('12:05:06.007')
})

describe('a duration in its two largest parts', () => {
  test.each([
    [250, '250 ms'],
    [1_999, '1 s'],
    [60_000, '1 min'],
    [8_100_000, '2 h 15 min'],
    [3_605_000, '1 h'],
    [-600_000, '10 min'],
    [90_061_000, '1 d 1 h'],
  ])('%d ms is %s', (ms, words) => {
    expect(duration(ms, 'en')).toBe(words)
  })
  test('in Chinese', () => {
    expect(duration(8_100_000, 'zh')).toBe('2 小时 15 分钟')
  })
})

test.each([
  ['2026-11-23T07:59:00+08:00', 60_000],
  ['2026-11-23T08:00:00+08:00', 24 * 3_600_000],
  ['2026-11-23T23:00:00+08:00', 9 * 3_600_000],
])('from %s the next morning is %d ms away', (instant, ms) => {
  expect(untilMorning(at(instant))).toBe(ms)
})
