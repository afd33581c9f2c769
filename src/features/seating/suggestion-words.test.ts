import { describe, expect, it } from 'vitest'
import { bestSeats, type Wish } from './best-seats.ts'
import { layoutOf } from './layout/hall-layout.ts'
import { noSuggestionSentence, placeFacts, suggestionSentence } from './suggestion-words.ts'
import { drawHall } from './test-hall.ts'

function said(rows: readonly string[], wish: Partial<Wish>) {
  const { hall, sold } = drawHall({ rows })
  const layout = layoutOf(hall)
  const best = bestSeats(layout, { size: 2, wheelchair: false, ...wish }, sold)
  if (best.kind === 'none') {
    return [noSuggestionSentence(best.reason, false, 'zh'), noSuggestionSentence(best.reason, false, 'en')]
  }
  const [first] = best.suggestions
  if (!first) throw new Error('an empty list of suggestions')
  return [suggestionSentence(layout, first, 'zh'), suggestionSentence(layout, first, 'en')]
}

const full = Array.from({ length: 8 }, () => 'oooooooooo')

describe('why these seats', () => {
  it.each<[string, string[], Partial<Wish>, string, string]>([
    [
      'together',
      full,
      {},
      '为您推荐5排5、6座：连座，正中，中间一排',
      'Our suggestion, row 5 seats 5, 6: together, centre, middle row',
    ],
    [
      'alone',
      full,
      { size: 1 },
      '为您推荐5排5座：正中，中间一排',
      'Our suggestion, row 5 seat 5: centre, middle row',
    ],
    [
      'behind each other',
      ['soos', 'soos', 'ssssssss'],
      { size: 4 },
      '为您推荐1排2、3座；2排2、3座：最多2座相连，前后两排，略偏左，中间往前1排',
      'Our suggestion, row 1 seats 2, 3; row 2 seats 2, 3: only 2 together are left, in two rows behind each other, a little to the left, 1 row before the middle',
    ],
    [
      'couples',
      ['sssss', 'LRLRs'],
      {},
      '为您推荐2排3、4座：只剩情侣座，连座，正中，中间一排',
      'Our suggestion, row 2 seats 3, 4: only couple seats are left, together, centre, middle row',
    ],
    [
      'a wheelchair',
      ['Wooooo', 'oooooo'],
      { wheelchair: true },
      '为您推荐1排1、2座：轮椅席与同伴相邻，靠左，中间往前1排',
      'Our suggestion, row 1 seats 1, 2: wheelchair space with companions beside it, on the left, 1 row before the middle',
    ],
  ])('%s', (_, rows, wish, zh, en) => {
    expect(said(rows, wish)).toEqual([zh, en])
  })

  it.each<[string, string[], Partial<Wish>, string, string]>([
    ['sold out', ['ss'], {}, '已售完', 'Everything is sold'],
    ['too few', ['os'], {}, '只剩1个座位', 'Only 1 seat is left'],
    [
      'couple seats',
      ['LR'],
      { size: 1 },
      '只剩情侣座，须成对购买',
      'Only couple seats are left, sold in pairs',
    ],
    ['no wheelchair place', ['oo'], { wheelchair: true }, '已没有空的轮椅席', 'No wheelchair space is free'],
  ])('or none: %s', (_, rows, wish, zh, en) => {
    expect(said(rows, wish)).toEqual([zh, en])
  })

  it('and at which price', () => {
    expect(noSuggestionSentence({ kind: 'too-few', left: 3 }, true, 'zh')).toBe('这个价位只剩3个座位')
    expect(noSuggestionSentence({ kind: 'sold-out' }, true, 'en')).toBe('At this price everything is sold')
  })
})

it.each([
  [0, 0, 'left', -2],
  [1, 4, 'centre', -1],
  [3, 2, 'slightly-left', 1],
  [2, 7, 'slightly-right', 0],
  [4, 9, 'right', 2],
] as const)(
  'row %i, place %i lies %s and %i rows behind the middle',
  (row, place, side, rowsBehindMiddle) => {
    const layout = layoutOf(
      drawHall({ rows: ['oooooooooo', 'oooooooooo', 'oooooooooo', 'oooooooooo', 'oooooooooo'] }).hall,
    )
    expect(placeFacts(layout, [row * 10 + place])).toEqual({ side, rowsBehindMiddle })
  },
)
