import { expect, it } from 'vitest'
import { asideOf } from './seat-facts.ts'

it.each([
  [0, 'centre'],
  [6, 'centre'],
  [-6.1, 'slightlyLeft'],
  [12, 'slightlyRight'],
  [-30, 'farLeft'],
  [18.5, 'farRight'],
])('%f degrees off the axis is %s', (degrees, word) => {
  expect(asideOf(degrees)).toBe(word)
})
