import { as, lastOf, minutes } from './guest.ts'
import type { Provocation } from './provocation.ts'
import { underFault } from './under-fault.ts'

const cinema = { cinemaLinkId: '681' }

/** What the platform itself says, before any business (9.1). */
export const system: readonly Provocation[] = [
  {
    code: '0',
    api: 'cinema.getCinemas',
    how: 'Make any call that is let in. `bizCode` says what became of it.',
    provoke: ({ ask }) => ask('cinema.getCinemas', {}),
  },
  underFault({
    code: '10001',
    api: 'cinema.getCinemas',
    fault: { kind: 'refuse', code: '10001', api: 'cinema.getCinemas' },
    last: 'call.',
    request: () => ({}),
  }),
  {
    code: '20001',
    api: 'card.getCardGradeList',
    how: 'Ask as channel FOYER-TICKETS, to which no interface of cards is open.',
    provoke: ({ ask }) => ask('card.getCardGradeList', cinema, as('FOYER-TICKETS')),
  },
  {
    code: '30001',
    api: 'seat.lockSeat',
    how: 'Call an interface that does not exist: `seat.lockSeat`, without its last s.',
    provoke: ({ ask }) => ask('seat.lockSeat', cinema),
  },
  {
    code: '30002',
    api: 'cinema.getCinemas',
    how: 'Call with channelCode NOBODY.',
    provoke: ({ ask }) => ask('cinema.getCinemas', {}, { channel: 'NOBODY' }),
  },
  {
    code: '30003',
    api: 'cinema.getCinemas',
    how: 'Sign with another secret. The call log of the control page shows the text that should have been hashed.',
    provoke: ({ ask }) => ask('cinema.getCinemas', {}, { secret: 'a guess' }),
  },
  {
    code: '30004',
    api: 'cinema.getCinemas',
    how: 'Send a timestamp that is 11 minutes old, rightly signed.',
    provoke: ({ ask, now }) => ask('cinema.getCinemas', {}, { timestamp: now() - minutes(11) }),
  },
  underFault({
    code: '30004',
    api: 'cinema.getCinemas',
    fault: { kind: 'skew', skewMs: 900_000 },
    last: 'call: the cloud’s clock is a quarter of an hour ahead of yours, and the Date header says so.',
    request: () => ({}),
  }),
  {
    code: '30005',
    api: 'cinema.getCinemas',
    how: 'Leave out the parameter `v`.',
    provoke: ({ ask }) => ask('cinema.getCinemas', {}, { parameters: { v: undefined } }),
  },
  {
    code: '30006',
    api: 'cinema.getCinemas',
    how: 'Send the timestamp in seconds instead of milliseconds.',
    provoke: ({ ask, now }) =>
      ask('cinema.getCinemas', {}, { parameters: { timestamp: String(Math.floor(now() / 1000)) } }),
  },
  underFault({
    code: '40001',
    api: 'seat.getScheduleSoldSeats',
    fault: { kind: 'refuse', code: '40001', api: 'seat.getScheduleSoldSeats' },
    last: 'call.',
    request: () => cinema,
  }),
  underFault({
    code: '40002',
    api: 'order.confirmOrder',
    first: 'Lock a seat',
    fault: { kind: 'deny', code: '40002', api: 'order.confirmOrder' },
    last: 'confirm it: the order stands, and you are told that the cinema did not answer in time. Repeat the confirm.',
    request: async ({ order, show }) => order(await show()),
  }),
  {
    code: '40003',
    api: 'seat.getSeats',
    how: 'Start the sandbox with `--rate 1`, and ask cinema 681 for its hall 2 within a second twice as each of FOYER, FOYER-ONE, FOYER-NEW and FOYER-TICKETS: no channel asks too often, all together do.',
    rate: 1,
    provoke: ({ ask }) =>
      lastOf(8, index => {
        const channels = [{}, as('FOYER-ONE'), as('FOYER-NEW'), as('FOYER-TICKETS')]
        return ask('seat.getSeats', { ...cinema, hallId: '2' }, channels[Math.floor(index / 2)])
      }),
  },
]
