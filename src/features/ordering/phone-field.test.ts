import { expect, test } from 'vitest'
import { isPhoneUsable, phoneDigits } from './phone-field.tsx'

test.each([
  ['13800138000', '13800138000'],
  ['+86 138-0013-8000', '13800138000'],
  ['0086 13800138000', '13800138000'],
  ['138001380009', '13800138000'],
  ['86', '86'],
  ['abc', ''],
])('%s is read as %s', (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits)
})

test.each([
  ['', false, true],
  ['', true, false],
  ['13800138000', true, true],
  ['12800138000', false, false],
  ['1380013800', false, false],
])('"%s" with required=%s is usable: %s', (phone, required, usable) => {
  expect(isPhoneUsable(phone, required)).toBe(usable)
})
