import type { Cinema } from '../world/world.ts'
import type { Call } from './api.ts'

/** The caller's own lock at this cinema; another channel's is as good as none. */
export function lockOf({ cloud, channel }: Call, cinema: Cinema, lockOrderId: string) {
  const lock = cloud.locks.find(lockOrderId)
  return lock?.channelCode === channel.channelCode && lock.cinemaLinkId === cinema.cinemaLinkId
    ? lock
    : undefined
}
