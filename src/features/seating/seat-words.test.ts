import { describe, expect, it } from 'vitest'
import { layoutOf } from './layout/hall-layout.ts'
import { seatingMessages } from './messages.ts'
import { seatLabels, spokenSeat } from './seat-words.ts'
import { drawHall } from './test-hall.ts'

const { zh, en } = seatingMessages
const small = layoutOf(drawHall({ rows: ['oLRW', 'oooo'] }).hall)
const two = layoutOf(drawHall({ name: '楼下', rows: ['oo'] }, { name: '楼座', rows: ['oo'] }).hall)

describe('what a listener hears of a seat', () => {
  it.each([
    [0, 'free', '1排1座，普通区，48元，可选', 'Row 1 seat 1, Standard, ¥48, free'],
    [1, 'chosen', '1排2座，普通区，48元，情侣座，已选', 'Row 1 seat 2, Standard, ¥48, couple seat, chosen'],
    [3, 'sold', '1排4座，普通区，48元，轮椅席，已售', 'Row 1 seat 4, Standard, ¥48, wheelchair, sold'],
    [4, 'damaged', '2排1座，普通区，48元，维修中', 'Row 2 seat 1, Standard, ¥48, out of order'],
    [4, 'held-back', '2排1座，普通区，48元，保留座', 'Row 2 seat 1, Standard, ¥48, held back'],
  ] as const)('seat %i, %s', (seat, state, chinese, english) => {
    expect(spokenSeat(small, seat, state, zh)).toBe(chinese)
    expect(spokenSeat(small, seat, state, en)).toBe(english)
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
