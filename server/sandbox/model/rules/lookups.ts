import type { Books, Lock, Order } from '../books.ts'
import { type Ask, type Broken, isAbsent, text } from '../verdict.ts'
import type { House, Show } from '../world.ts'

/** The cinema of a call; one that exists and has not opened to partners has a code of its own. */
export function houseOf(books: Books, { data }: Ask, broken: Broken): House | undefined {
  const id = text(data, 'cinemaLinkId', broken)
  if (id === undefined) return undefined
  const house = books.houses.get(id)
  if (!house) broken.add(id === '114' ? 'CHANNEL_CINEMA_NOT_FOUND' : 'CINEMA_INVALID')
  return house
}

export function showOf(
  books: Books,
  { data }: Ask,
  house: House | undefined,
  broken: Broken,
): Show | undefined {
  const scheduleId = text(data, 'scheduleId', broken)
  const scheduleKey = text(data, 'scheduleKey', broken)
  if (!house || scheduleId === undefined) return undefined
  const show = books.shows.get(scheduleId)
  if (!show || show.cinemaLinkId !== house.cinemaLinkId) {
    broken.add('SCHEDULE_NOT_FOUND')
    return undefined
  }
  if (scheduleKey !== undefined && scheduleKey !== show.scheduleKey) broken.add('SCHEDULE_HAS_CHANGED')
  return show
}

/** Another channel's, or one at another cinema, is as good as none. */
export const isOwn = (
  { channel }: Ask,
  house: House,
  record: Pick<Lock | Order, 'channel' | 'cinemaLinkId'>,
): boolean => record.channel === channel.channelCode && record.cinemaLinkId === house.cinemaLinkId

export function sectionOf({ data }: Ask, show: Show | undefined, broken: Broken): string | undefined {
  const sectionId = text(data, 'sectionId', broken)
  if (show && sectionId !== undefined && !show.sectionIds.includes(sectionId)) broken.add('DATA_NOT_EXIST')
  return sectionId
}

/** Eleven digits of a mobile number (5.3.3). */
export function mobileIn({ data }: Ask, broken: Broken, needed: boolean): string | undefined {
  const mobile = data['mobile']
  if (isAbsent(mobile)) {
    if (needed) broken.add('NULL_ARGUMENT')
    return undefined
  }
  if (typeof mobile === 'string' && /^1[3-9]\d{9}$/.test(mobile)) return mobile
  broken.add('FORMAT_ERROR')
  return undefined
}

/** A number that the cloud gives out has to be new. */
export function noteNumber(books: Books, number: string): void {
  if (books.numbers.has(number)) throw new Error(`${number} was given out twice`)
  books.numbers.add(number)
}
