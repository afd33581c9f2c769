import { expect, test } from 'vitest'
import { PickupTicket } from '#contract/pickup.ts'
import { printWordOf } from './print-state.ts'

/** P printed, N not printed, R refunded, r refunded after it was printed. */
function ticketsOf(states: string, printState: PickupTicket['printState']): PickupTicket {
  return PickupTicket.parse({
    show: {
      id: '681~1',
      cinemaId: '681',
      cinemaName: '星河影城',
      hallName: '1号厅',
      filmCode: '001',
      filmName: '流浪星球',
      language: '国语',
      dimension: '2D',
      startsAt: '2026-11-23T19:30:00+08:00',
      endsAt: '2026-11-23T21:30:00+08:00',
    },
    code: '2016011541719556',
    token: 'Zk3_9-aQ4xLmT0cVb7yWpE',
    tickets: [...states].map((state, i) => ({
      ticketNo: `${i}`,
      row: '5',
      column: `${i + 1}`,
      sectionName: '',
      ticketFen: 4500,
      feeFen: 300,
      printed: state === 'P' || state === 'r',
      refunded: state.toLowerCase() === 'r',
    })),
    printState,
  })
}

test.each([
  ['NN', 'not-printed', { kind: 'waiting', count: 2 }],
  ['PP', 'printed', { kind: 'printed' }],
  ['PNN', 'partly-printed', { kind: 'partly', printed: 1, all: 3 }],
  ['PR', 'partly-printed', { kind: 'printed' }],
  ['Nr', 'partly-printed', { kind: 'waiting', count: 1 }],
  ['RR', 'not-printed', { kind: 'all-refunded' }],
  ['NN', 'unknown', { kind: 'unknown' }],
] as const)('%s (%s)', (states, printState, word) => {
  expect(printWordOf(ticketsOf(states, printState))).toEqual(word)
})
