import { beforeEach, describe, expect, test } from 'vitest'
import { OrderId, SeatId, ShowId } from '#contract/ids.ts'
import {
  adoptOrder,
  beginIntent,
  chooseSeats,
  dropOrder,
  endIntent,
  setPhone,
  useSaleStore,
  wipeSale,
} from './sale-store.ts'

const show = ShowId.parse('681~1001')
const other = ShowId.parse('681~1002')
const seats = ['a', 'b', 'c'].map(id => SeatId.parse(id))
const order = OrderId.parse('abcdefghijklmnopqrstuv')

beforeEach(wipeSale)

describe('an intent', () => {
  test('keeps its id while the same wish has no answer, whatever the order of the seats', () => {
    const first = beginIntent(show, seats, undefined)
    expect(beginIntent(show, [...seats].reverse(), undefined)).toBe(first)
  })

  test.each([
    ['other seats', () => beginIntent(show, seats.slice(1), undefined)],
    ['another show', () => beginIntent(other, seats, undefined)],
    ['another hold to replace', () => beginIntent(show, seats, order)],
  ])('%s is another intent', (_, begin) => {
    const first = beginIntent(show, seats, undefined)
    expect(begin()).not.toBe(first)
  })

  test('the same wish after an answer is a new intent', () => {
    const first = beginIntent(show, seats, undefined)
    endIntent()
    expect(beginIntent(show, seats, undefined)).not.toBe(first)
  })
})

describe('a sale', () => {
  test('remembers the seats of each show on their own', () => {
    chooseSeats(show, seats)
    chooseSeats(other, seats.slice(0, 1))
    chooseSeats(show, seats.slice(1))
    expect(useSaleStore.getState().selections).toEqual({ [show]: seats.slice(1), [other]: seats.slice(0, 1) })
  })

  test('that loses its order keeps what was chosen', () => {
    chooseSeats(show, seats)
    adoptOrder(order)
    dropOrder(order)
    expect(useSaleStore.getState()).toMatchObject({ orderId: undefined, selections: { [show]: seats } })
  })

  test('keeps its order when an earlier guest’s cancellation is answered late', () => {
    adoptOrder(order)
    dropOrder(OrderId.parse('bbcdefghijklmnopqrstuv'))
    expect(useSaleStore.getState().orderId).toBe(order)
  })

  test('that is wiped leaves nothing for the next guest', () => {
    chooseSeats(show, seats)
    adoptOrder(order)
    setPhone('13800138000')
    beginIntent(show, seats, order)
    wipeSale()
    expect(useSaleStore.getState()).toEqual({
      selections: {},
      orderId: undefined,
      intent: undefined,
      phone: '',
    })
  })
})
