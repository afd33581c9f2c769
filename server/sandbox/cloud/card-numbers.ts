import { toInstant } from '#contract/time.ts'
import type { Db } from './database.ts'

/** Running numbers of cards and their orders, in the shapes of the examples of specification 7 and 8. */
export function cardNumbersIn(db: Db) {
  const count = db
    .prepare<[string], number>(
      'INSERT INTO counter VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
    )
    .pluck()
  const next = (name: string, width: number) => String(count.get(name) ?? 1).padStart(width, '0')
  const date = (now: number) => toInstant(now).slice(0, 10).replaceAll('-', '')

  return {
    /** "5816000007"; those the sandbox begins with are 16100001 and up. */
    memberCard: (cinemaLinkId: string): string => `${cinemaLinkId}16${next('member-card', 6)}`,
    /** "160527947000000002" */
    benefitCard: (now: number): string => `${date(now).slice(2)}947${next('benefit-card', 9)}`,
    /** "20160513XXXX580000015776" */
    memberOrder: (channelCode: string, cinemaLinkId: string, now: number): string =>
      `${date(now)}${channelCode}${cinemaLinkId}${next('card-order', 10)}`,
    /** "160527XXXXXX0000002792" */
    benefitOrder: (channelCode: string, now: number): string =>
      `${date(now).slice(2)}${channelCode}${next('benefit-order', 10)}`,
    /** What the cinema's own system calls a recharge, "582016050504276". */
    rechargeBooking: (cinemaLinkId: string, now: number): string =>
      `${cinemaLinkId}${date(now)}${next('recharge', 5)}`,
  }
}
