import type { OrderKind } from '#contract/order.ts'
import type { CloudInProcess, OrderCall } from '../test-support/cloud-in-process.ts'
import type { PaymentsInProcess } from '../test-support/payments-in-process.ts'
import type { VirtualTime } from '../test-support/virtual-time.ts'
import type { Audit } from './audit.ts'
import type { Dice } from './dice.ts'
import type { Note } from './faults.ts'
import type { Weather } from './weather.ts'

/** A request as the cloud reads it. */
export interface Asked {
  call: OrderCall
  kind: OrderKind
  /** `''` where there is no lock yet. */
  lockId: string
  /** The exact bytes. */
  data: string
}

/** One call as it left our house. */
export interface Sent extends Asked {
  at: number
  node: string
}

/** What everybody in one simulated world shares. */
export interface World {
  readonly dice: Dice
  /** Draws what guests want to buy and how to pay it, so that a new wish leaves the weather of a seed as it is. */
  readonly taste: Dice
  readonly weather: Weather
  readonly time: VirtualTime
  readonly cloud: CloudInProcess
  readonly payments: PaymentsInProcess
  /** The cashier's drawer. */
  readonly cash: PaymentsInProcess
  readonly audit: Audit
  readonly note: Note
  /** A line of the trace. */
  readonly trace: (line: string) => void
  /** Every call of an order that left our house. */
  readonly sent: Sent[]
  /** What our processes wrote into their logs. */
  readonly logged: string[]
  readonly startsAt: number
  readonly sellsUntil: number
  /** The film starts sooner than we were told. */
  readonly filmMovedTo: number | undefined
  /** Our clocks, less the true time. */
  skewMs: number
  /** What has put calls out of step with the clock by which they were planned, or lost what was heard. */
  readonly bent: { slow: boolean; paused: boolean; skewed: boolean; lossy: boolean }
  /** How many answers to confirms our processes have heard, by lock. */
  readonly heard: Map<string, number>
}
