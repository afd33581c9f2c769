import type { Channel } from '../cloud/channels.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { Result } from '../protocol/answer.ts'
import type { ApiName } from '../protocol/api-names.ts'
import type { Arguments } from './arguments.ts'

/** A call that was let in, with all that an interface may look at. */
export interface Call {
  args: Arguments
  cloud: Cloud
  channel: Channel
  /** One instant for the whole call, epoch ms. */
  now: number
  /** How long the cinema's own system takes for tickets, goods or a refund, ms; 0 unless a fault says otherwise. */
  ticketingMs: number
}

/** One interface of the specification. `handle` runs in a transaction of its own. @throws BizRefusal */
export interface Api {
  name: ApiName
  handle: (call: Call) => Result
}
