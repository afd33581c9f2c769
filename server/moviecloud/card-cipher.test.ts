import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decryptCardPassword, encryptCardPassword, randomIv } from './card-cipher.ts'

const key = '21218CCA77804D2BA1922C33E0151105'
const vector = 'WUtTRTEyMzRZS1NFMTIzNAtd8hvk/Brav7lpI9s/x4tu/6gsRGHhzIiG6Uov9JfSsZlPS27/eA0tpMdFvDF1Qb'

test('the vector of specification 3.4', () => {
  expect(encryptCardPassword('123456', key, 'YKSE1234YKSE1234')).toBe(vector)
  expect(decryptCardPassword(vector, key)).toBe('123456')
})

test('what goes in comes out, under an iv of 16 printable characters', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{1,40}$/), password => {
      const iv = randomIv()
      expect(iv).toMatch(/^[a-z0-9]{16}$/)
      expect(decryptCardPassword(encryptCardPassword(password, key, iv), key)).toBe(password)
    }),
  )
})

test.each([
  ['another key', vector, 'another key'],
  ['a changed byte', vector.replace('tpMd', 'tpMe'), key],
  ['half of it', vector.slice(0, 50), key],
  ['nothing', '', key],
])('%s is refused, not guessed', (_, ciphertext, cardKey) => {
  expect(decryptCardPassword(ciphertext, cardKey)).toBeUndefined()
})
