import { expect, test } from 'vitest'
import { refundTerms } from './refund-rule.ts'

const startsAt = '2026-11-23T20:30:00+08:00'
const now = Date.parse('2026-11-23T18:00:00+08:00')

test('an hour before half past eight is half past seven', () => {
  expect(refundTerms({ kind: 'until', minutesBeforeShow: 60 }, startsAt, now)).toEqual({
    kind: 'until',
    minutesBeforeShow: 60,
    until: '2026-11-23T19:30:00+08:00',
    perShowLimit: undefined,
  })
})

test('the cinema’s limit is told with it', () => {
  expect(refundTerms({ kind: 'until', minutesBeforeShow: 30, perShowLimit: 2 }, startsAt, now)).toMatchObject(
    {
      until: '2026-11-23T20:00:00+08:00',
      perShowLimit: 2,
    },
  )
})

test('a day before is another day', () => {
  const early = Date.parse('2026-11-21T18:00:00+08:00')
  expect(refundTerms({ kind: 'until', minutesBeforeShow: 1440 }, startsAt, early)).toMatchObject({
    until: '2026-11-22T20:30:00+08:00',
  })
})

test.each([
  ['at the very minute', Date.parse('2026-11-23T19:30:00+08:00')],
  ['after it', Date.parse('2026-11-23T20:10:00+08:00')],
])('%s the time to refund is over', (_, at) => {
  expect(refundTerms({ kind: 'until', minutesBeforeShow: 60 }, startsAt, at)).toEqual({
    kind: 'over',
    minutesBeforeShow: 60,
  })
})

test('a cinema without refunds has none, however early it is', () => {
  expect(refundTerms({ kind: 'none' }, startsAt, 0)).toEqual({ kind: 'none' })
})
