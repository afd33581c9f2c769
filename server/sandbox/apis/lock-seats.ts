import { businessDay } from '#contract/time.ts'
import { isBeyond } from '../cloud/channels.ts'
import { saleStateOf } from '../cloud/sale-state.ts'
import type { Show } from '../cloud/shows.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Seat, SeatPlan } from '../world/seat-plan.ts'
import { type Cinema, seatsById } from '../world/world.ts'
import type { Api, Call } from './api.ts'
import { type Arguments, isAbsent, text } from './arguments.ts'
import { cinemaOf, showOf } from './lookups.ts'

/** 5.1 Locks all the seats or none of them, for a time that the answer does not tell. */
export const lockSeats: Api = {
  name: 'ykse.partner.seat.lockSeats',
  handle(call) {
    const { args, cloud, channel, now } = call
    const cinema = cinemaOf(call)
    const { show, plan } = showOf(call, cinema)
    const outLockId = outLockIdOf(args)
    const seatIds = seatIdsOf(args)
    checkSale(show, cinema, call)
    if (seatIds.length > cinema.seatsPerLock)
      throw new BizRefusal('OVER_MAX_TICKET', `at most ${cinema.seatsPerLock} seats a lock`)
    checkSeats(plan, seatIds)
    // A second lock under one number is none, not even with the same seats: the first one holds them.
    if (cloud.locks.isUsed(channel.channelCode, outLockId))
      throw new BizRefusal('LOCKSEAT_UNMATCH', `outLockId ${outLockId} was used before`)

    const lockOrderId = cloud.numbers.orderNumber(channel.channelCode, cinema.cinemaLinkId, now)
    const lockedUntil = now + cloud.lockMs
    const taken = cloud.takenSeats.take(show.scheduleId, seatIds, { lockOrderId, lockedUntil, now })
    if (taken !== undefined) throw new BizRefusal('LOCK_SEAT_ERROR', taken)
    cloud.locks.add(
      {
        lockOrderId,
        channelCode: channel.channelCode,
        outLockId,
        cinemaLinkId: cinema.cinemaLinkId,
        scheduleId: show.scheduleId,
        lockedUntil,
      },
      seatIds,
    )
    return { data: { lockOrderId, outLockId, seats: seatIds.map(seatId => ({ seatId })) } }
  },
}

/** At most 20 characters (5.1.3). */
function outLockIdOf(args: Arguments): string {
  const outLockId = text(args, 'outLockId', 20)
  if (!/^[\w-]+$/.test(outLockId))
    throw new BizRefusal('FORMAT_ERROR', 'outLockId may have letters, digits, - and _')
  return outLockId
}

function seatIdsOf(args: Arguments): string[] {
  const list = args['seatIdList']
  if (isAbsent(list)) throw new BizRefusal('SEAT_INFO_NOT_NULL', 'seatIdList')
  if (!Array.isArray(list)) throw new BizRefusal('SEAT_INFO_ERROR', 'seatIdList has to be a list')
  if (list.length === 0) throw new BizRefusal('SEAT_INFO_NOT_NULL', 'seatIdList')
  const seatIds = list.map((seatId: unknown) => {
    if (typeof seatId !== 'string' || !/^\d{16}-[^-]{1,8}-[^-]{1,8}$/.test(seatId))
      throw new BizRefusal('SEATID_ERROR', JSON.stringify(seatId).slice(0, 80))
    return seatId
  })
  if (new Set(seatIds).size < seatIds.length) throw new BizRefusal('SEAT_INFO_ERROR', 'a seat is named twice')
  return seatIds
}

function checkSale(show: Show, cinema: Cinema, { channel, now }: Call): void {
  const state = saleStateOf(show, cinema, now)
  if (state === 'stopped') throw new BizRefusal('SCHEDULE_NOT_OPEN')
  if (state === 'not-yet') throw new BizRefusal('SCHEDULE_OUT_DATE_ERROR')
  if (isBeyond(channel, show, businessDay(now)))
    throw new BizRefusal('OVER_BOOKING_DAY', `${channel.limits?.bookingDays} days ahead`)
  if (now >= show.stopSellingAt) throw new BizRefusal('LOCK_SEAT_OUT_DATE')
}

/** Seats that exist and may be sold, couple seats in pairs (4.3.4). */
function checkSeats(plan: SeatPlan, seatIds: readonly string[]): void {
  const known = seatsById(plan)
  const seats: Seat[] = seatIds.map(seatId => {
    const seat = known.get(seatId)
    if (!seat) throw new BizRefusal('SEAT_NOT_FOUND', seatId)
    return seat
  })
  for (const { seatId, damaged, type, partnerId } of seats) {
    if (damaged || type === 'H') throw new BizRefusal('LOCK_SEAT_ERROR', `${seatId} is not for sale`)
    if (partnerId !== undefined && !seatIds.includes(partnerId))
      throw new BizRefusal('SEAT_INFO_ERROR', `${seatId} is half a couple seat`)
  }
}
