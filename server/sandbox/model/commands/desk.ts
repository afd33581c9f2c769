import { encipher } from '../../test-cards.ts'
import { type Books, type Lock, orderOfLock } from '../books.ts'
import type { Dice } from '../dice.ts'
import type { Data } from '../verdict.ts'
import type { Show } from '../world.ts'

export interface ModelChannel {
  channelCode: string
  secret: string
  cardKey: string
}

/** A call that somebody makes up; who sends it and how fast the cinema is may be left to the desk. */
export interface Wish {
  api: string
  data: Data
  channel?: ModelChannel
  slowMs?: number
}

/** What whoever makes up a call can look at. */
export interface Desk {
  books: Books
  now: number
  dice: Dice
  /** The first one makes most of the calls. */
  channels: readonly [ModelChannel, ModelChannel]
  /** A number of our own that was never used: the step's own, so that it stays the same when others are left out. */
  fresh(letter: string): string
  /** Enciphers, and notes what it means. */
  cipher(password: string, channel?: ModelChannel): string
}

export const cipherInto =
  (books: Books, first: Pick<ModelChannel, 'cardKey'>) =>
  (password: string, { cardKey } = first): string => {
    const enciphered = encipher(password, cardKey)
    books.ciphers.set(enciphered, { password, cardKey })
    return enciphered
  }

export const keyOf = ({ cinemaLinkId, scheduleId, scheduleKey }: Show) => ({
  cinemaLinkId,
  scheduleId,
  scheduleKey,
})

/** A show: mostly one that sells, and mostly one of a few, so that guests meet. */
export function aShow({ books, dice, now }: Desk): Show | undefined {
  const known = [...books.shows.values()].filter(
    show => show.stopped !== 'unknown' || show.startsAt > now + 3 * 86_400_000,
  )
  const open = known.filter(show => show.stopped === false && now < show.stopsAt)
  if (dice.percent(6)) return dice.pick(known)
  if (dice.percent(15)) return open.reduce<Show | undefined>(sooner, undefined)
  return dice.pick(dice.percent(60) ? popular(open) : open)
}

const sooner = (one: Show | undefined, other: Show): Show =>
  one && one.stopsAt <= other.stopsAt ? one : other

/** The last of each cinema: there is time to give tickets back, and to meet its limits. */
const popular = (shows: readonly Show[]): Show[] => [
  ...new Map(shows.map(show => [show.cinemaLinkId, show])).values(),
]

/** Whether a lock can still be confirmed. */
export const isOpen = ({ books, now }: Desk, lock: Lock): boolean =>
  !lock.released && now < lock.until && !orderOfLock(books, lock.lockOrderId)

/** A lock to go on with, of those that `fits`: mostly one that can still be confirmed. */
export function aLock(desk: Desk, fits: (lock: Lock) => boolean = () => true): Lock | undefined {
  const { books, dice } = desk
  const locks = [...books.locks.values()].filter(fits)
  const open = locks.filter(lock => isOpen(desk, lock))
  return dice.pick(open.length > 0 && dice.percent(88) ? open : locks)
}

export function channelOf({ channels }: Desk, channelCode: string): ModelChannel {
  return channels.find(channel => channel.channelCode === channelCode) ?? channels[0]
}

/** One of the latest, mostly. */
export const aRecent = <T>({ dice }: Desk, items: Iterable<T>): T | undefined => {
  const all = [...items]
  return dice.pick(dice.percent(60) ? all.slice(-6) : all)
}

export const aCinema = ({ books, dice }: Desk): string => dice.pick([...books.houses.keys()]) ?? '681'
