import { type Channel, isBoundTo, seesHall } from '../cloud/channels.ts'
import type { SeatLock } from '../cloud/locks.ts'
import type { Show } from '../cloud/shows.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { SeatPlan } from '../world/seat-plan.ts'
import { type Cinema, type Hall, planOn } from '../world/world.ts'
import type { Call } from './api.ts'
import { text } from './arguments.ts'

/** The cinema that `cinemaLinkId` names. @throws BizRefusal NULL_ARGUMENT, CINEMA_INVALID, CHANNEL_CINEMA_NOT_FOUND */
export function cinemaOf({ args, cloud, channel }: Call): Cinema {
  const id = text(args, 'cinemaLinkId')
  const cinema = cloud.world.cinemas.find(candidate => candidate.cinemaLinkId === id)
  if (!cinema) throw new BizRefusal('CINEMA_INVALID', id)
  if (!isOpenTo(channel, cinema)) throw new BizRefusal('CHANNEL_CINEMA_NOT_FOUND', id)
  return cinema
}

/** Whether the cinema sells through the channel at all. */
export const isOpenTo = (channel: Channel, { openToPartners, cinemaLinkId }: Cinema): boolean =>
  openToPartners && isBoundTo(channel, cinemaLinkId)

/** The halls that the cinema has opened to the channel (4.1.3). */
export const hallsOpenTo = (channel: Channel, { cinemaLinkId, halls }: Cinema): Hall[] =>
  halls.filter(({ hallId }) => seesHall(channel, cinemaLinkId, hallId))

/** @throws BizRefusal DATA_NOT_EXIST */
export function hallOf(cinema: Cinema, hallId: string): Hall {
  const hall = cinema.halls.find(candidate => candidate.hallId === hallId)
  if (!hall) throw new BizRefusal('DATA_NOT_EXIST', `hall ${hallId}`)
  return hall
}

/** Whether a lock or an order is the caller's own at this cinema; another channel's is as good as none. */
export const isOwn = (
  { channel }: Call,
  cinema: Cinema,
  record: { channelCode: string; cinemaLinkId: string },
): boolean => record.channelCode === channel.channelCode && record.cinemaLinkId === cinema.cinemaLinkId

/** The caller's own lock of that number; undefined when there is none. */
export function lockOf(call: Call, cinema: Cinema, lockOrderId: string): SeatLock | undefined {
  const lock = call.cloud.locks.find(lockOrderId)
  return lock && isOwn(call, cinema, lock) ? lock : undefined
}

export interface ShowInHall {
  show: Show
  hall: Hall
  /** The plan in force on the show's business day. */
  plan: SeatPlan
}

/**
 * The show that `scheduleId` and `scheduleKey` name.
 *
 * @throws BizRefusal NULL_ARGUMENT, SCHEDULE_NOT_FOUND, SCHEDULE_HAS_CHANGED for a key that is not the show's,
 * CINEMA_CHANNEL_NOT_FOUND for a show that the cinema has not opened to the channel
 */
export function showOf({ args, cloud, channel }: Call, cinema: Cinema): ShowInHall {
  const scheduleId = text(args, 'scheduleId')
  const scheduleKey = text(args, 'scheduleKey')
  const show = /^\d{1,12}$/.test(scheduleId) ? cloud.shows.find(Number(scheduleId)) : undefined
  if (!show || show.cinemaLinkId !== cinema.cinemaLinkId)
    throw new BizRefusal('SCHEDULE_NOT_FOUND', scheduleId)
  if (show.scheduleKey !== scheduleKey) throw new BizRefusal('SCHEDULE_HAS_CHANGED')
  if (!seesHall(channel, show.cinemaLinkId, show.hallId))
    throw new BizRefusal('CINEMA_CHANNEL_NOT_FOUND', `hall ${show.hallId}`)
  return inHall(cinema, show)
}

export function inHall(cinema: Cinema, show: Show): ShowInHall {
  const hall = hallOf(cinema, show.hallId)
  return { show, hall, plan: planOn(hall, show.day) }
}
