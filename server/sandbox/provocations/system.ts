import { as, lastOf, minutes } from './guest.ts'
import type { Provocation } from './provocation.ts'

const cinema = { cinemaLinkId: '681' }

/** What the platform itself says, before any business (9.1). */
export const system: readonly Provocation[] = [
  {
    code: '0',
    api: 'cinema.getCinemas',
    how: 'Make any call that is let in. `bizCode` says what became of it.',
    provoke: ({ ask }) => ask('cinema.getCinemas', {}),
  },
  {
    code: '10001',
    api: 'cinema.getCinemas',
    how: 'Set `{"kind":"refuse","code":"10001","api":"cinema.getCinemas"}`, then call.',
    async provoke({ ask, fault }) {
      await fault({ kind: 'refuse', code: '10001', api: 'cinema.getCinemas' })
      return ask('cinema.getCinemas', {})
    },
  },
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
  {
    code: '30004',
    api: 'seat.lockSeats',
    how: 'Set `{"kind":"skew","skewMs":900000}`: the cloud’s clock is a quarter of an hour ahead of yours for one call, and the Date header says so.',
    async provoke({ ask, fault }) {
      await fault({ kind: 'skew', skewMs: minutes(15) })
      return ask('seat.lockSeats', cinema)
    },
  },
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
  {
    code: '40001',
    api: 'seat.getScheduleSoldSeats',
    how: 'Set `{"kind":"refuse","code":"40001","api":"seat.getScheduleSoldSeats"}`, then call.',
    async provoke({ ask, fault }) {
      await fault({ kind: 'refuse', code: '40001', api: 'seat.getScheduleSoldSeats' })
      return ask('seat.getScheduleSoldSeats', cinema)
    },
  },
  {
    code: '40002',
    api: 'order.confirmOrder',
    how: 'Set `{"kind":"deny","code":"40002","api":"order.confirmOrder"}`, then confirm: the order stands, and you are told that nobody answered. Repeat the confirm.',
    async provoke({ ask, fault, order, show }) {
      const request = await order(await show())
      await fault({ kind: 'deny', code: '40002', api: 'order.confirmOrder' })
      return ask('order.confirmOrder', request)
    },
  },
  {
    code: '40003',
    api: 'goods.getGoods',
    how: 'Start the sandbox with `--rate 2`, and ask about cinema 681 at once four times as FOYER, four times as FOYER-ONE and four times as FOYER-NEW: no channel asks too often, all together do.',
    rate: 2,
    provoke: ({ ask }) =>
      lastOf(11, index => {
        const channels = [{}, as('FOYER-ONE'), as('FOYER-NEW')]
        return ask('goods.getGoods', cinema, channels[Math.floor(index / 4)])
      }),
  },
]
