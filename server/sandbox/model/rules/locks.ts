import { z } from 'zod'
import { type Books, type Lock, orderOfLock, takenSeats } from '../books.ts'
import { businessDayAt, daysAfter } from '../calendar.ts'
import { type Ask, type Broken, type Expected, matches, text, verdict } from '../verdict.ts'
import type { House, Show } from '../world.ts'
import { houseOf, isOwn, noteNumber, showOf } from './lookups.ts'

/** 5.1 */
export function lockSeats(books: Books, ask: Ask, lockMs: number): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  const show = showOf(books, ask, house, broken)
  const outLockId = text(ask.data, 'outLockId', broken, 20)
  const lockMark = `${ask.channel.channelCode} ${outLockId}`
  if (books.outLockIds.has(lockMark)) broken.add('LOCKSEAT_UNMATCH')
  const seatIds = wantedSeats(ask, broken)
  if (house && show) {
    checkSale(show, house, ask.now, broken)
    checkSeats(books, show, house, seatIds, ask.now, broken)
  }
  return verdict(broken, data => {
    if (!show || outLockId === undefined) return
    const { lockOrderId } = z.looseObject({ lockOrderId: z.string() }).parse(data)
    matches(data, { outLockId, seats: seatIds.map(seatId => ({ seatId })) })
    noteNumber(books, lockOrderId)
    books.outLockIds.add(lockMark)
    books.locks.set(lockOrderId, {
      lockOrderId,
      channel: ask.channel.channelCode,
      cinemaLinkId: show.cinemaLinkId,
      scheduleId: show.scheduleId,
      seatIds,
      until: ask.now + lockMs,
      released: false,
    })
  })
}

function wantedSeats({ data }: Ask, broken: Broken): string[] {
  const list = data['seatIdList']
  if (!Array.isArray(list) || list.length === 0) {
    broken.add('SEAT_INFO_NOT_NULL')
    return []
  }
  const seatIds = list.map(String)
  if (new Set(seatIds).size < seatIds.length) broken.add('SEAT_INFO_ERROR')
  return seatIds
}

function checkSale(show: Show, house: House, now: number, broken: Broken): void {
  if (show.stopped !== false) broken.add('SCHEDULE_NOT_OPEN')
  if (show.day >= daysAfter(businessDayAt(now), house.unspoken.presaleDays))
    broken.add('SCHEDULE_OUT_DATE_ERROR')
  if (now >= show.stopsAt) broken.add('LOCK_SEAT_OUT_DATE')
}

function checkSeats(
  books: Books,
  show: Show,
  house: House,
  seatIds: string[],
  now: number,
  broken: Broken,
): void {
  if (seatIds.length > house.unspoken.seatsPerLock) broken.add('OVER_MAX_TICKET')
  const taken = takenSeats(books, show, now)
  for (const seatId of seatIds) {
    const seat = show.seats.get(seatId)
    if (!/^\d{16}-\w+-\w+$/.test(seatId)) broken.add('SEATID_ERROR')
    else if (!seat) broken.add('SEAT_NOT_FOUND')
    else {
      if (seat.damaged || seat.type === 'H' || taken.has(seatId)) broken.add('LOCK_SEAT_ERROR')
      if (seat.partnerId !== undefined && !seatIds.includes(seat.partnerId)) broken.add('SEAT_INFO_ERROR')
    }
  }
}

/** 5.2 */
export function releaseSeats(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  const lock = ownLock(books, ask, house, broken, 'LOCKSEAT_UNMATCH')
  if (lock && orderOfLock(books, lock.lockOrderId)) broken.add('UN_LOCK_SEAT_UNSUCCESS')
  return verdict(broken, data => {
    if (!lock) return
    matches(data, { cinemaLinkId: lock.cinemaLinkId, lockOrderId: lock.lockOrderId })
    lock.released = true
  })
}

export function ownLock(
  books: Books,
  ask: Ask,
  house: House | undefined,
  broken: Broken,
  code: string,
): Lock | undefined {
  const lockOrderId = text(ask.data, 'lockOrderId', broken)
  if (lockOrderId === undefined || !house) return undefined
  const lock = books.locks.get(lockOrderId)
  if (lock && isOwn(ask, house, lock)) return lock
  broken.add(code)
  return undefined
}
