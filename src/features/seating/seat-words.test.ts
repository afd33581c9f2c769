import { describe, expect, it } from 'vitest'
import { layoutOf } from './layout/hall-layout.ts'
import { seatingMessages } from './messages.ts'
import { distanceWord, seatLabels, spokenSeat } from './seat-words.ts'
import { drawHall } from './test-hall.ts'

const { zh, en } = seatingMessages
const small = layoutOf(drawHall({ rows: ['oLRW', 'oooo'] }).hall)
const two = layoutOf(drawHall({ name: '楼下', rows: ['oo'] }, { name: '楼座', rows: ['oo'] }).hall)

describe('what a listener hears of a seat', () => {
  it.each([
    [
      small,
      0,
      'free',
      '1排1座，普通区，48元含服务费，最前排，可选',
      'Row 1 seat 1, Standard, ¥48 with fee, front row, free',
    ],
    [
      small,
      1,
      'chosen',
      '1排2座，普通区，48元含服务费，情侣座，与3座成对，最前排，已选',
      'Row 1 seat 2, Standard, ¥48 with fee, couple seat, with seat 3, front row, chosen',
    ],
    [
      small,
      3,
      'sold',
      '1排4座，普通区，48元含服务费，轮椅席，最前排，已售',
      'Row 1 seat 4, Standard, ¥48 with fee, wheelchair, front row, sold',
    ],
    [
      small,
      4,
      'damaged',
      '2排1座，普通区，48元含服务费，最后排，维修中',
      'Row 2 seat 1, Standard, ¥48 with fee, back row, out of order',
    ],
    [
      two,
      3,
      'held-back',
      '楼座1排2座，普通区，48元含服务费，最后排，保留座',
      '楼座 row 1 seat 2, Standard, ¥48 with fee, back row, held back',
    ],
  ] as const)('hall %#, seat %i, %s', (layout, seat, state, chinese, english) => {
    expect(spokenSeat(layout, seat, { state, filteredOut: false }, zh)).toBe(chinese)
    expect(spokenSeat(layout, seat, { state, filteredOut: false }, en)).toBe(english)
  })

  it('says that a seat is not among those asked for', () => {
    expect(spokenSeat(small, 0, { state: 'free', filteredOut: true }, zh)).toMatch(/，不在筛选内，可选$/)
    expect(spokenSeat(small, 0, { state: 'free', filteredOut: true }, en)).toMatch(/, filtered out, free$/)
  })

  it('tells how far the screen is in words', () => {
    const deep = layoutOf(drawHall({ rows: Array.from({ length: 9 }, () => 'o') }).hall)
    expect(Array.from({ length: 9 }, (_, seat) => distanceWord(deep, seat, zh))).toEqual([
      '最前排',
      '靠前',
      '靠前',
      '中部',
      '中部',
      '中部',
      '靠后',
      '靠后',
      '最后排',
    ])
  })
})

describe('names of seats', () => {
  it('says the seats of a row in one breath, from left to right', () => {
    expect(seatLabels(small, [6, 4, 0, 5], zh)).toBe('1排1座；2排1、2、3座')
    expect(seatLabels(small, [5, 4], en)).toBe('row 2 seats 1, 2')
  })

  it('names the section where there are several', () => {
    expect(seatLabels(two, [0, 3], zh)).toBe('楼下1排1座；楼座1排2座')
    expect(seatLabels(two, [3], en)).toBe('楼座 row 1 seat 2')
  })
})
