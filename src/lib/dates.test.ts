import { expect, test } from 'vitest'
import { calendarDay, dayLabel, isAfterMidnight, longDate } from './dates.ts'

test.each([
  ['2026-11-23', 'zh', { name: '今天', date: '11月23日' }],
  ['2026-11-24', 'en', { name: 'Tomorrow', date: '24 Nov' }],
  ['2026-11-25', 'zh', { name: '周三', date: '11月25日' }],
  ['2026-12-01', 'en', { name: 'Tue', date: '1 Dec' }],
] as const)('%s in %s is labelled %j', (date, language, label) => {
  expect(dayLabel(date, '2026-11-23', language)).toEqual(label)
})

test('a date in full', () => {
  expect(longDate('2026-11-23', 'zh')).toBe('11月23日 周一')
  expect(longDate('2026-11-23', 'en')).toBe('Mon 23 November')
})

test('a show at half past midnight falls on the next calendar day of its business day', () => {
  expect(calendarDay('2026-11-24T00:30:00+08:00')).toBe('2026-11-24')
  expect(isAfterMidnight('2026-11-24T00:30:00+08:00')).toBe(true)
  expect(isAfterMidnight('2026-11-23T23:30:00+08:00')).toBe(false)
})
