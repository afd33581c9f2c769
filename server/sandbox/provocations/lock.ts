import type { Provocation } from './provocation.ts'

/** What locks and their release are answered (9.2.2). */
export const lock: readonly Provocation[] = [
  {
    code: 'SCHEDULE_OUT_DATE_ERROR',
    api: 'seat.lockSeats',
    how: 'Lock a seat at cinema 58 for a show five days ahead: it sells five days, today included, and lists the others with saleStatus N.',
    async provoke({ ask, shows, freeSeats, lockRequest }) {
      const [show] = await shows('58', '2026-11-28')
      if (!show) throw new Error('the programme is too short')
      return ask('seat.lockSeats', lockRequest(show, await freeSeats(show, 1)))
    },
  },
  {
    code: 'SCHEDULE_NOT_OPEN',
    api: 'seat.lockSeats',
    how: 'Lock a seat of a show of tomorrow whose saleStatus is N (cinemas 112, 92, 206 and 7788 have some): the cinema has taken it off sale.',
    async provoke({ ask, shows, freeSeats, lockRequest }) {
      const tomorrows = (await Promise.all(['112', '92', '206', '7788'].map(at => shows(at)))).flat()
      const show = tomorrows.find(({ saleStatus }) => saleStatus === 'N')
      if (!show) throw new Error('every show is on sale')
      return ask('seat.lockSeats', lockRequest(show, await freeSeats(show, 1)))
    },
  },
  {
    code: 'LOCK_SEAT_OUT_DATE',
    api: 'seat.lockSeats',
    how: 'Move the clock past the stopSellingTime of a show (`POST /control/clock`), then lock a seat of it.',
    async provoke({ ask, show, freeSeats, lockRequest, until }) {
      const found = await show()
      const seatIds = await freeSeats(found, 1)
      await until(found.stopSellingTime, 0)
      return ask('seat.lockSeats', lockRequest(found, seatIds))
    },
  },
  {
    code: 'LOCK_SEAT_ERROR',
    api: 'seat.lockSeats',
    how: 'Sell a seat to somebody else (`POST /control/sell`), then lock it.',
    async provoke({ ask, control, show, freeSeats, lockRequest }) {
      const found = await show()
      const seatIds = await freeSeats(found, 1)
      await control('sell', { scheduleId: found.scheduleId, seatIds })
      return ask('seat.lockSeats', lockRequest(found, seatIds))
    },
  },
  {
    code: 'LOCK_SEAT_ERROR',
    api: 'seat.lockSeats',
    how: 'Lock a seat whose damage is Y.',
    async provoke({ ask, shows, seats, lockRequest }) {
      for (const found of await shows('681')) {
        const broken = (await seats(found)).find(({ damage }) => damage === 'Y')
        if (broken) return ask('seat.lockSeats', lockRequest(found, [broken.seatId]))
      }
      throw new Error('nothing is broken')
    },
  },
  {
    code: 'SHOW_REF_SEQ_NO_UNMATCH',
    api: 'order.confirmOrder',
    how: 'Lock a seat of one show, and confirm with the scheduleId and scheduleKey of another.',
    provoke: async ({ ask, order, showIn, key }) =>
      ask('order.confirmOrder', { ...(await order(await showIn('2'))), ...key(await showIn('5')) }),
  },
  {
    code: 'LOCKSEAT_UNMATCH',
    api: 'seat.releaseSeats',
    how: 'Release a lockOrderId that was never given: `1`.',
    provoke: ({ ask }) => ask('seat.releaseSeats', { cinemaLinkId: '681', lockOrderId: '1' }),
  },
  {
    code: 'LOCKSEAT_UNMATCH',
    api: 'seat.lockSeats',
    how: 'Lock two seats one after the other with the same outLockId.',
    async provoke({ ask, show, freeSeats, lockRequest }) {
      const found = await show()
      const [first = '', second = ''] = await freeSeats(found, 2)
      const request = lockRequest(found, [first])
      await ask('seat.lockSeats', request)
      return ask('seat.lockSeats', { ...request, seatIdList: [second] })
    },
  },
  {
    code: 'UN_LOCK_SEAT_UNSUCCESS',
    api: 'seat.releaseSeats',
    how: 'Confirm a lock, then release it.',
    async provoke({ ask, buy, show }) {
      const { lockOrderId } = await buy(await show())
      return ask('seat.releaseSeats', { cinemaLinkId: '681', lockOrderId })
    },
  },
]
