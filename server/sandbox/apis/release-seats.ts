import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { text } from './arguments.ts'
import { cinemaOf, lockOf } from './lookups.ts'

/** 5.2 Gives locked seats back. It can be repeated, and a lock that ran out by itself may still be given back. */
export const releaseSeats: Api = {
  name: 'ykse.partner.seat.releaseSeats',
  handle(call) {
    const { args, cloud } = call
    const cinema = cinemaOf(call)
    const lockOrderId = text(args, 'lockOrderId')
    const lock = lockOf(call, cinema, lockOrderId)
    if (!lock) throw new BizRefusal('LOCKSEAT_UNMATCH', lockOrderId)
    if (cloud.orders.byLock(lockOrderId))
      throw new BizRefusal('UN_LOCK_SEAT_UNSUCCESS', 'the order was confirmed')
    cloud.locks.release(lockOrderId)
    cloud.takenSeats.free(lockOrderId)
    return { data: { cinemaLinkId: cinema.cinemaLinkId, lockOrderId } }
  },
}
