import { createHash } from 'node:crypto'
import { toInstant } from '#contract/time.ts'
import { randomFor } from '../world/random.ts'
import type { Db } from './database.ts'

/** Running numbers in the shapes of the specification's examples: they start with the day and hold the cinema's id. */
export function numbersIn(db: Db, seed: number) {
  const count = db
    .prepare<[string], number>(
      'INSERT INTO counter VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
    )
    .pluck()
  const next = (name: string): number => count.get(name) ?? 1
  const date = (now: number) => toInstant(now).slice(0, 10).replaceAll('-', '')
  const digits = (value: number, width: number) => String(value).padStart(width, '0')
  /** Eight digits without a system, no two alike among a hundred thousand. */
  function scattered(name: string, cinemaLinkId: string): string {
    const serial = next(name)
    // The serial's own digits inside keep two numbers apart whatever the dice say.
    const dice = Math.floor(randomFor(seed, name, cinemaLinkId, serial)() * 1000)
    return `${digits((serial * 61_507 + 40_213) % 100_000, 5)}${digits(dice, 3)}`
  }

  return {
    /** Of a lock or an order, "20160114XXX68100000031". */
    orderNumber: (channelCode: string, cinemaLinkId: string, now: number): string =>
      `${date(now)}${channelCode}${cinemaLinkId}${digits(next('order'), 8)}`,
    /** Of the cinema's own system, "6810160114002148". */
    bookingNumber: (cinemaLinkId: string, now: number): string =>
      `${cinemaLinkId}0${date(now).slice(2)}${digits(next('booking'), 6)}`,
    /** What a guest types at the cinema, "2016011541719556": the show's day and eight digits without a system. */
    confirmationNumber: (cinemaLinkId: string, showStartsAt: number): string =>
      `${date(showStartsAt)}${scattered('confirmation', cinemaLinkId)}`,
    /** Of an order of goods alone, "160112aaaa920000001": the day, the channel, the cinema. */
    goodsOrderNumber: (channelCode: string, cinemaLinkId: string, now: number): string =>
      `${date(now).slice(2)}${channelCode}${cinemaLinkId}${digits(next('goods-order'), 7)}`,
    /** Of goods put aside at the till, "92120151229001230". */
    holdNumber: (cinemaLinkId: string, now: number): string =>
      `${cinemaLinkId}1${date(now)}${digits(next('goods-hold'), 6)}`,
    /** What a guest says at the counter, four to twenty digits: the month, the day and eight without a system. */
    pickUpCode: (cinemaLinkId: string, now: number): string =>
      `${date(now).slice(4)}${scattered('pick-up', cinemaLinkId)}`,
    /** "6811601140112256" */
    ticketNumber: (cinemaLinkId: string, now: number): string =>
      `${cinemaLinkId}${date(now).slice(2)}${digits(next('ticket'), 7)}`,
    /** What the QR on a ticket says: its number and a mark that does not follow from it. */
    qrContent(ticketNo: string): string {
      const mark = createHash('md5').update(`${seed}\0ticket\0${ticketNo}`).digest('hex')
      return `${ticketNo}${mark.slice(0, 12).toUpperCase()}`
    },
  }
}
