import { describe, expect, test } from 'vitest'
import { encipher } from '../test-cards.ts'
import { decipherPassword } from './card-cipher.ts'

/** The worked example of specification 3.4, with the letters that its page confuses put right. */
const key = '21218CCA77804D2BA1922C33E0151105'
const example = 'WUtTRTEyMzRZS1NFMTIzNAtd8hvk/Brav7lpI9s/x4tu/6gsRGHhzIiG6Uov9JfSsZlPS27/eA0tpMdFvDF1Qb'

describe('a card password', () => {
  test('is the one of the specification’s example', () => {
    expect(decipherPassword(example, key)).toBe('123456')
    expect(encipher('123456', key)).toBe(example)
  })

  test.each(['000000', '999999', '012345'])('%s is read back under any vector', password => {
    for (const iv of ['0123456789abcdef', '~~~~~~~~~~~~~~~~'])
      expect(decipherPassword(encipher(password, key, iv), key)).toBe(password)
  })

  test.each([
    ['another key', encipher('123456', 'another')],
    ['five digits', encipher('12345', key)],
    ['letters', encipher('abcdef', key)],
    ['nothing', encipher('', key)],
    ['the password in plain', '123456'],
    ['no text', ''],
    ['a vector alone', example.slice(0, 22)],
    ['half a block', example.slice(0, -10)],
    ['a block too few', example.slice(0, 22) + example.slice(22, -22)],
    ['letters beyond Base64', `${example.slice(0, -1)}*`],
    ['one letter changed', `${example.slice(0, 40)}A${example.slice(41)}`],
  ])('of %s is none', (_, enciphered) => {
    expect(decipherPassword(enciphered, key)).toBeUndefined()
  })
})
