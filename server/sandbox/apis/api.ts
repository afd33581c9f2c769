import type { Channel } from '../cloud/channels.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { Result } from '../protocol/answer.ts'
import type { ApiName } from '../protocol/api-names.ts'
import type { Arguments } from './arguments.ts'

/**
 * How the cinema's own system deals with a confirm, a refund or a card order of this call; a reversal it does at once
 * or not at all.
 */
export interface Ground {
  /** It answers after so long, ms; until then the order waits. */
  delayMs: number
  /** What it answers then is that it could not do it. */
  fails: boolean
}

/** A call that was let in, with all that an interface may look at. */
export interface Call {
  args: Arguments
  cloud: Cloud
  channel: Channel
  /** One instant for the whole call, epoch ms. */
  now: number
  /** At once and without failing, unless a fault says otherwise. */
  ground: Ground
}

/** One interface of the specification. `handle` runs in a transaction of its own. @throws BizRefusal */
export interface Api {
  name: ApiName
  handle: (call: Call) => Result
  /**
   * Its answers depend on nothing but the question, the channel's rights, the buildings and the programme, which are
   * the same from one end of the business day to the other: one answer does for all who ask alike that day.
   */
  sameAllDay?: true
}
