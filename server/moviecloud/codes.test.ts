import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorCodes } from '#contract/errors.ts'
import { classOf, cloudCodes } from './codes.ts'

const specified = readFileSync(new URL('fixtures/codes.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

test('every code of the specification has its line, and no other', () => {
  expect(specified).toHaveLength(124)
  expect([...cloudCodes.keys()].sort()).toEqual([...specified].sort())
})

test.each([...cloudCodes])('%s says something to the guest in both languages', (code, { error, text }) => {
  expect(errorCodes).toContain(error)
  expect(text.zh).toMatch(/\p{Script=Han}.*。$/u)
  expect(text.en).toMatch(/^[A-Z][^\p{Script=Han}]+\.$/u)
  if (code.length > 1) expect(text.zh + text.en).not.toContain(code)
})

test.each([
  ['0', 'done'],
  ['SUCCESS', 'done'],
  ['PRINT_TICKET_ALLOW', 'done'],
  ['PRINT_TICKET_NOT_ALLOW', 'refused'],
  ['LOCK_SEAT_ERROR', 'refused'],
  ['ORDER_PROCESS_TIME_OUT', 'refused'],
  ['20001', 'not-processed'],
  ['30003', 'not-processed'],
  ['30004', 'not-processed'],
  ['10001', 'unknown'],
  ['40002', 'unknown'],
  ['SYSTEM_ERROR', 'unknown'],
  ['ORDER_PROCESSING', 'unknown'],
  ['SETTLEACCOUNT_PAY_FAIL', 'unknown'],
  ['A_CODE_OF_TOMORROW', 'unknown'],
  ['', 'unknown'],
])('%s is %s', (code, expected) => {
  expect(classOf(code)).toBe(expected)
})
