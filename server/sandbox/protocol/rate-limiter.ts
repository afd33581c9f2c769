import { BizRefusal, SystemRefusal } from './refusal.ts'

/** How many calls a second are taken, and how many more at once after a rest. */
export interface RateLimit {
  perSecond: number
  burst: number
}

export interface RateLimits {
  /** Of one channel at one cinema. */
  channel: RateLimit
  /** Of one cinema, whoever calls. */
  cinema: RateLimit
}

/** So many calls a second of one channel at one cinema; all channels together have two and a half times as many. */
export const limitsAt = (perSecond: number): RateLimits => ({
  channel: { perSecond, burst: perSecond * 2 },
  cinema: { perSecond: perSecond * 2.5, burst: perSecond * 5 },
})

interface Bucket {
  tokens: number
  at: number
}

/**
 * What a cinema's own system can bear: a bucket a channel and cinema, and one a cinema for all channels. Time is the
 * sandbox's clock, so that a run can be repeated.
 *
 * @returns throws BizRefusal CINEMA_RATE_LIMIT_EXCEEDED for a channel that asks too often, SystemRefusal 40003 when
 * all together do (9.1, 9.2.1)
 */
export function createRateLimiter(limits: RateLimits) {
  const buckets = new Map<string, Bucket>()

  function take(name: string, { perSecond, burst }: RateLimit, now: number): boolean {
    const { tokens, at } = buckets.get(name) ?? { tokens: burst, at: now }
    const filled = Math.min(burst, tokens + (Math.max(0, now - at) * perSecond) / 1000)
    const granted = filled >= 1
    buckets.set(name, { tokens: granted ? filled - 1 : filled, at: now })
    return granted
  }

  return (channelCode: string, cinemaLinkId: string, now: number): void => {
    if (!take(`${cinemaLinkId} ${channelCode}`, limits.channel, now))
      throw new BizRefusal('CINEMA_RATE_LIMIT_EXCEEDED', `${limits.channel.perSecond} a second`)
    if (!take(cinemaLinkId, limits.cinema, now)) throw new SystemRefusal('40003')
  }
}
