import { describe, expect, test } from 'vitest'
import { yuan } from '#contract/money.ts'
import { beijingMs, beijingText } from './beijing-text.ts'
import { shortText } from './short-text.ts'
import { fenOf } from './yuan-text.ts'

describe('an amount in yuan', () => {
  test.each([
    ['0.01', 1],
    ['0.1', 10],
    ['1', 100],
    ['1.00', 100],
    ['8.88', 888],
    // As floats these three are 114.99999999999999, 1.1499999999999999 and 4.35 * 100 = 434.99999999999994.
    ['1.15', 115],
    ['4.35', 435],
    ['1136.14', 113_614],
    ['100000000.00', 10_000_000_000],
  ])('%s is %d fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen)
  })

  test.each([
    '',
    '.',
    '1.',
    '.5',
    '1.234',
    '-1',
    '+1',
    '1e2',
    ' 1',
    '1 ',
    '1,000.00',
    '１',
    'NaN',
    '0x10',
    '1.0\n',
  ])('%j is none', text => {
    expect(fenOf(text)).toBeUndefined()
  })

  test('comes back as it was written', () => {
    for (let fen = 0; fen < 20_000; fen += 7) expect(fenOf(yuan(fen))).toBe(fen)
  })
})

describe('a time in Beijing', () => {
  test.each([
    ['2026-11-23 19:30:00', Date.UTC(2026, 10, 23, 11, 30, 0)],
    ['2026-01-01 00:00:00', Date.UTC(2025, 11, 31, 16, 0, 0)],
  ])('%s is read and written the same wherever we are', (text, ms) => {
    expect(beijingMs(text)).toBe(ms)
    expect(beijingText(ms + 999)).toBe(text)
  })

  test.each(['2026-13-01 00:00:00', '2026-11-23', '2026-11-23T19:30:00', '2026-11-23 19:30:00.5', ''])(
    '%s is none',
    text => {
      expect(beijingMs(text)).toBeUndefined()
    },
  )
})

test.each([
  ['星光影城', '火星/救援 & 归来=2', 128, '星光影城 火星 救援 归来 2'],
  ['A', 'B, "C" <D> \u0000\ud800E', 128, 'A B C D E'],
  ['一二三', '四五六', 5, '一二三 四'],
  ['一二三', '四五六', 4, '一二三'],
  ['', '😀😀', 1, '😀'],
])('%s selling %s in %d characters reads %s', (merchant, subject, length, text) => {
  expect(shortText(merchant, subject, length)).toBe(text)
})
