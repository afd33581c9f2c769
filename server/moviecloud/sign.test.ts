import { expect, test } from 'vitest'
import { sign } from './sign.ts'

const example = {
  api: 'ykse.partner.seat.getSeats',
  v: '1.0',
  channelCode: 'YKSE',
  timestamp: '1455678273752',
  data: '{"cinemaLinkId":"888","hallId":"1"}',
}

test('the worked example of specification 2.2', () => {
  expect(sign(example, '12345')).toBe('1dac7e94adf6fe5a28621c0ddba27ea5')
})

test('every parameter but sign itself counts', () => {
  expect(sign({ ...example, sign: 'whatever' }, '12345')).toBe(sign(example, '12345'))
  expect(sign({ ...example, pageNo: '1' }, '12345')).not.toBe(sign(example, '12345'))
})

test('Chinese is signed as UTF-8', () => {
  expect(sign({ data: '金卡' }, '12345')).toBe('4094b414124adf5d2d1030071f3e4a01')
})
