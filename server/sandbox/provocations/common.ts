import { tradeNo } from '../test-cards.ts'
import { tomorrow } from '../test-cloud.ts'
import { as } from './guest.ts'
import type { Provocation } from './provocation.ts'

const cinema = { cinemaLinkId: '681' }

/** What business calls of all kinds are answered for what they ask (9.2.1). */
export const common: readonly Provocation[] = [
  {
    code: 'SUCCESS',
    api: 'cinema.getCinemas',
    how: 'Ask with `{}` as data.',
    provoke: ({ ask }) => ask('cinema.getCinemas', {}),
  },
  {
    code: 'FORMAT_ERROR',
    api: 'schedule.getSchedules',
    how: 'Ask for a day that no calendar has: startDate `2026-02-30`.',
    provoke: ({ ask }) => ask('schedule.getSchedules', { ...cinema, startDate: '2026-02-30' }),
  },
  {
    code: 'NULL_ARGUMENT',
    api: 'schedule.getSchedules',
    how: 'Send `""` as cinemaLinkId: to the cloud that is none.',
    provoke: ({ ask }) => ask('schedule.getSchedules', { cinemaLinkId: '' }),
  },
  {
    code: 'ILLEGAL_ARGUMENT',
    api: 'schedule.getSchedules',
    how: 'Let endDate lie before startDate.',
    provoke: ({ ask }) =>
      ask('schedule.getSchedules', { ...cinema, startDate: tomorrow, endDate: '2026-11-23' }),
  },
  {
    code: 'DATA_NOT_EXIST',
    api: 'seat.getSeats',
    how: 'Ask cinema 681 for its hall 999.',
    provoke: ({ ask }) => ask('seat.getSeats', { ...cinema, hallId: '999' }),
  },
  {
    code: 'CINEMA_INVALID',
    api: 'goods.getGoods',
    how: 'Ask about cinema 999, which does not exist.',
    provoke: ({ ask }) => ask('goods.getGoods', { cinemaLinkId: '999' }),
  },
  {
    code: 'CHANNEL_CINEMA_NOT_FOUND',
    api: 'schedule.getSchedules',
    how: 'Ask about cinema 114, which has not opened to partners.',
    provoke: ({ ask }) => ask('schedule.getSchedules', { cinemaLinkId: '114' }),
  },
  {
    code: 'CHANNEL_CINEMA_NOT_FOUND',
    api: 'goods.getGoods',
    how: 'Ask about cinema 112 as channel FOYER-ONE, which is bound to 681 alone.',
    provoke: ({ ask }) => ask('goods.getGoods', { cinemaLinkId: '112' }, as('FOYER-ONE')),
  },
  {
    code: 'API_PERMISSION_ERROR',
    api: 'order.reverseOrder',
    how: 'Reverse any order at cinema 112 as channel FOYER-NEW: the cinema has not granted it reversals.',
    provoke: ({ ask }) => ask('order.reverseOrder', { cinemaLinkId: '112', orderId: '1' }, as('FOYER-NEW')),
  },
  {
    code: 'HALL_RETURN_NULL',
    api: 'seat.getSeats',
    how: 'Ask cinema 58 for its hall 1 as channel FOYER-NEW, to which it has opened no hall yet.',
    provoke: ({ ask }) => ask('seat.getSeats', { cinemaLinkId: '58', hallId: '1' }, as('FOYER-NEW')),
  },
  {
    code: 'CINEMA_CHANNEL_NOT_FOUND',
    api: 'seat.getScheduleAreaSeats',
    how: 'Take a show of cinema 681 in hall 5 from the programme of FOYER, and ask for its areas as channel FOYER-NEW, which has halls 2 and 3.',
    provoke: async ({ ask, showIn, key }) =>
      ask('seat.getScheduleAreaSeats', key(await showIn('5')), as('FOYER-NEW')),
  },
  {
    code: 'ORDER_NOT_FOUND',
    api: 'order.getOrderInfo',
    how: 'Lock a seat and ask for the order by its lockOrderId before it is confirmed.',
    async provoke({ ask, order, show }) {
      const { cinemaLinkId, lockOrderId } = await order(await show())
      return ask('order.getOrderInfo', { cinemaLinkId, lockOrderId })
    },
  },
  {
    code: 'ORDER_NOT_FOUND',
    api: 'order.refundGoodsOrder',
    how: 'Buy goods as FOYER and give them back as FOYER-ONE: another channel’s order is as good as none.',
    provoke: async ({ ask, goodsOrder }) =>
      ask('order.refundGoodsOrder', await goodsOrder(), as('FOYER-ONE')),
  },
  {
    code: 'ORDER_NOT_FOUND',
    api: 'card.getCardOrderDetail',
    how: 'Ask for an outTradeNo that was never sent.',
    provoke: ({ ask }) => ask('card.getCardOrderDetail', { outTradeNo: tradeNo() }),
  },
  {
    code: 'OVER_MAX_SCHEDULE_DAY',
    api: 'schedule.getSchedules',
    how: 'Ask for 31 days at once, startDate `2026-12-01`, endDate `2026-12-31`.',
    provoke: ({ ask }) =>
      ask('schedule.getSchedules', { ...cinema, startDate: '2026-12-01', endDate: '2026-12-31' }),
  },
  {
    code: 'SCHEDULE_NOT_FOUND',
    api: 'seat.getScheduleSoldSeats',
    how: 'Ask with a scheduleId that the programme of the cinema does not have: `1`.',
    provoke: ({ ask }) =>
      ask('seat.getScheduleSoldSeats', { ...cinema, scheduleId: '1', scheduleKey: 'A', sectionId: '1' }),
  },
  {
    code: 'SCHEDULE_HAS_CHANGED',
    api: 'seat.lockSeats',
    how: 'Lock a seat with the scheduleId of one show and the scheduleKey of another, as if the show had changed since it was listed.',
    async provoke({ ask, shows, freeSeats, lockRequest }) {
      const [one, another] = await shows('681')
      if (!one || !another) throw new Error('the programme is too short')
      const request = lockRequest(one, await freeSeats(one, 1))
      return ask('seat.lockSeats', { ...request, scheduleKey: another.scheduleKey })
    },
  },
  {
    code: 'SEATID_ERROR',
    api: 'seat.lockSeats',
    how: 'Lock a seatId that is none: `A-1` (the plan’s are like `0000000000000001-A-01`).',
    provoke: async ({ ask, show, lockRequest }) => ask('seat.lockSeats', lockRequest(await show(), ['A-1'])),
  },
  {
    code: 'SEAT_NOT_FOUND',
    api: 'seat.lockSeats',
    how: 'Lock a seat that the plan does not have: `0000000000000001-99-99`.',
    provoke: async ({ ask, show, lockRequest }) =>
      ask('seat.lockSeats', lockRequest(await show(), ['0000000000000001-99-99'])),
  },
  {
    code: 'SEAT_INFO_NOT_NULL',
    api: 'seat.lockSeats',
    how: 'Lock with an empty seatIdList.',
    provoke: async ({ ask, show, lockRequest }) => ask('seat.lockSeats', lockRequest(await show(), [])),
  },
  {
    code: 'SEAT_INFO_ERROR',
    api: 'seat.lockSeats',
    how: 'Lock half a couple seat: a seat of type L without the R beside it (cinema 681, hall 3, the last rows).',
    async provoke({ ask, showIn, freeSeats, lockRequest }) {
      const found = await showIn('3')
      return ask('seat.lockSeats', lockRequest(found, await freeSeats(found, 1, 'L')))
    },
  },
  {
    code: 'SEAT_INFO_ERROR',
    api: 'order.confirmOrder',
    how: 'Lock two seats and name one of them twice in the ticketList.',
    async provoke({ ask, order, show }) {
      const right = await order(await show(), 2)
      return ask('order.confirmOrder', {
        ...right,
        ticketList: right.ticketList.map(() => right.ticketList[0]),
      })
    },
  },
  {
    code: 'GOODS_INFO_NOT_NULL',
    api: 'order.confirmGoodsOrder',
    how: 'Confirm with an empty goodsList.',
    provoke: async ({ ask, goods }) => ask('order.confirmGoodsOrder', { ...(await goods()), goodsList: [] }),
  },
  {
    code: 'GOODS_INFO_ERROR',
    api: 'order.confirmGoodsOrder',
    how: 'Buy a thing that is no package with isPackage true.',
    provoke: async ({ ask, goods }) => ask('order.confirmGoodsOrder', await goods({ isPackage: true })),
  },
  {
    code: 'REQUEST_PARAM_INCONFORMITY_ERROR',
    api: 'order.confirmOrder',
    how: 'Confirm a lock, then confirm it a second time with another mobile number.',
    async provoke({ ask, buy, show }) {
      const { request } = await buy(await show())
      return ask('order.confirmOrder', { ...request, mobile: '13800138001' })
    },
  },
  {
    code: 'REQUEST_PARAM_INCONFORMITY_ERROR',
    api: 'order.confirmGoodsOrder',
    how: 'Buy goods, then buy others under the same thirdOrderId.',
    async provoke({ ask, goods }) {
      const request = await goods()
      await ask('order.confirmGoodsOrder', request)
      const goodsList = request.goodsList.map(line => ({ ...line, count: '2' }))
      return ask('order.confirmGoodsOrder', { ...request, goodsList })
    },
  },
]
