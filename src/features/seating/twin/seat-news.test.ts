import { describe, expect, it } from 'vitest'
import { layoutOf } from '../layout/hall-layout.ts'
import { drawHall } from '../test-hall.ts'
import { newsSentence, seatNews } from './seat-news.ts'

const layout = layoutOf(drawHall({ rows: ['oooo', 'oooo'] }).hall)
const told = (before: readonly number[], after: readonly number[]) => {
  const news = seatNews(layout, new Set(before), new Set(after))
  return news && { zh: newsSentence(layout, news, 'zh'), en: newsSentence(layout, news, 'en') }
}

describe('what others did meanwhile', () => {
  it.each([
    [
      'a few seats by their names',
      [],
      [0, 1, 4],
      '刚刚售出：1排1、2座；2排1座；还余5座',
      'Just sold: row 1 seats 1, 2; row 2 seat 1; 5 left',
    ],
    ['many by their number', [], [0, 1, 2, 3], '刚刚售出4座；还余4座', '4 seats just sold; 4 left'],
    ['what is free again', [5], [], '重新可选：2排2座；还余8座', 'Free again: row 2 seat 2; 8 left'],
    [
      'both in one breath',
      [5],
      [6],
      '刚刚售出：2排3座；重新可选：2排2座；还余7座',
      'Just sold: row 2 seat 3; Free again: row 2 seat 2; 7 left',
    ],
  ])('says %s', (_, before, after, zh, en) => {
    expect(told(before, after)).toEqual({ zh, en })
  })

  it('says nothing of what was taken and given back in between', () => {
    expect(told([3], [3])).toBeUndefined()
  })
})
