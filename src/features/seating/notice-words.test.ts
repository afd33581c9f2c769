import { describe, expect, it } from 'vitest'
import { noticeSentence } from './notice-words.ts'
import { drawHall } from './test-hall.ts'

const { hall } = drawHall({ rows: ['oLRW', 'oooo'] })

describe('the sentence about a tap', () => {
  it.each([
    ['sold', [4], '2排1座已售，请选其他座位', 'Row 2 seat 1 is sold; please choose another seat'],
    [
      'limit',
      [4],
      '每单最多选4个座位，可先取消一个再选',
      'An order may have 4 seats at most; take one out first',
    ],
    [
      'couple-added',
      [1, 2],
      '情侣座成对出售，已一起选上1排2、3座',
      'Couple seats are sold in pairs: we chose row 1 seats 2, 3 together',
    ],
    [
      'taken-meanwhile',
      [4, 5],
      '2排1、2座刚刚被别人买走，请另选座位',
      'Row 2 seats 1, 2 just went to somebody else; please choose again',
    ],
    [
      'wheelchair-taken',
      [3],
      '1排4座是轮椅席，不设固定座椅，请留给使用轮椅的观众',
      'Row 1 seat 4 is a wheelchair space without a seat; please leave it to those who need it',
    ],
  ] as const)('%s', (kind, seats, chinese, english) => {
    expect(noticeSentence(hall, { kind, seats }, 'zh')).toBe(chinese)
    expect(noticeSentence(hall, { kind, seats }, 'en')).toBe(english)
  })
})
