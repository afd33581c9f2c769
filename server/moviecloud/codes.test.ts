import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorCodes } from '#contract/errors.ts'
import { type CodeLevel, classOf, cloudCodes } from './codes.ts'

/** The codes of specification 9 and the change log with their meaning, a line each. */
const specified = readFileSync(new URL('fixtures/codes.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => line.split('\t'))

test('every code of the specification has its line with its meaning, and no other', () => {
  expect(specified).toHaveLength(124)
  const ours = [...cloudCodes].map(([code, { meaning }]) => [code, meaning])
  expect(ours.sort()).toEqual([...specified].sort())
})

test('twelve codes are about the call, the others about what it asked for', () => {
  const system = [...cloudCodes].filter(([, { level }]) => level === 'system').map(([code]) => code)
  expect(system).toHaveLength(12)
  expect(system.every(code => /^\d+$/.test(code))).toBe(true)
})

test.each([...cloudCodes])('%s says something to the guest in both languages', (code, { error, text }) => {
  expect(errorCodes).toContain(error)
  expect(text.zh).toMatch(/\p{Script=Han}.*。$/u)
  expect(text.en).toMatch(/^[A-Z][^\p{Script=Han}]+\.$/u)
  if (code.length > 1) expect(text.zh + text.en).not.toContain(code)
})

test.each<[string, CodeLevel, string]>([
  ['SUCCESS', 'business', 'done'],
  ['PRINT_TICKET_ALLOW', 'business', 'done'],
  ['PRINT_TICKET_NOT_ALLOW', 'business', 'refused'],
  ['LOCK_SEAT_ERROR', 'business', 'refused'],
  ['ORDER_PROCESS_TIME_OUT', 'business', 'refused'],
  ...['20001', '30001', '30002', '30003', '30004', '30005', '30006'].map(
    (code): [string, CodeLevel, string] => [code, 'system', 'not-processed'],
  ),
  ...['10001', '40001', '40002', '40003'].map((code): [string, CodeLevel, string] => [
    code,
    'system',
    'unknown',
  ]),
  ...[
    'SYSTEM_ERROR',
    'CONNECTION_ERROR',
    'CINEMA_CONNECTION_ERROR',
    'CINEMA_EXECUTOR_ERROR',
    'CINEMA_RETURN_IS_NULL',
    'CINEMA_RATE_LIMIT_EXCEEDED',
    'ORDER_PROCESSING',
    'REQUEST_BUSY_ERROR',
    'SETTLEACCOUNT_PAY_FAIL',
    'A_CODE_OF_TOMORROW',
    '',
  ].map((code): [string, CodeLevel, string] => [code, 'business', 'unknown']),
  ['SUCCESS', 'system', 'unknown'],
  ['0', 'business', 'unknown'],
  ['30003', 'business', 'unknown'],
])('%s at the %s level is %s', (code, level, expected) => {
  expect(classOf(code, level)).toBe(expected)
})
