import { expect, test } from 'vitest'
import { maskedIn } from './mask.ts'

const mask = maskedIn(['the secret', undefined, ''])

test.each([
  ['the secret wherever it stands', 'sign of the secret.', 'sign of ***.'],
  ['an enciphered password', '{"cardPassword":"WUt+/A==","x":1}', '{"cardPassword":"***","x":1}'],
  [
    'both passwords of a change',
    '{"oldPassword":"a","newPassword":"b"}',
    '{"oldPassword":"***","newPassword":"***"}',
  ],
  ['what is a guest’s own', '{"mobile": "13800138000","idcard":"44"}', '{"mobile": "***","idcard":"***"}'],
  ['escaped letters and all', '{"address":"\\u5e7f\\n1","v":"1"}', '{"address":"***","v":"1"}'],
  [
    'JSON inside a string of JSON',
    '{"data":"{\\"mobile\\":\\"13800138000\\",\\"v\\":\\"1\\"}"}',
    '{"data":"{\\"mobile\\":\\"***\\",\\"v\\":\\"1\\"}"}',
  ],
  ['and nothing else', '{"cardNumber":"6811","balance":"1.00"}', '{"cardNumber":"6811","balance":"1.00"}'],
])('masks %s', (_, text, masked) => {
  expect(mask(text)).toBe(masked)
})
