import { expect, test } from 'vitest'
import type { Verdict } from '#contract/reconciliation.ts'
import { daysDue } from './days-due.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const first = at('2026-07-26T23:59:59')
const due = (now: string, compared: [string, Verdict][] = []) => daysDue(at(now), first, new Map(compared))

test('a day is due from ten o’clock of the next morning on, in Beijing', () => {
  expect(due('2026-07-27T09:59:59')).toEqual([])
  expect(due('2026-07-27T10:00:00')).toEqual(['2026-07-26'])
})

test('no day is skipped, however long the house was closed', () => {
  expect(due('2026-07-30T10:00:00', [['2026-07-26', 'agrees']])).toEqual([
    '2026-07-27',
    '2026-07-28',
    '2026-07-29',
  ])
})

test('a day that could not be compared whole is due again, one that differs is not', () => {
  const compared: [string, Verdict][] = [
    ['2026-07-26', 'unreadable'],
    ['2026-07-27', 'differs'],
  ]
  expect(due('2026-07-29T10:00:00', compared)).toEqual(['2026-07-26', '2026-07-28'])
})

test('nothing is due before the first order, nor what providers no longer have', () => {
  expect(daysDue(at('2026-07-30T10:00:00'), undefined, new Map())).toEqual([])
  const days = due('2027-07-30T10:00:00')
  expect([days.length, days[0], days.at(-1)]).toEqual([90, '2027-05-01', '2027-07-29'])
})
