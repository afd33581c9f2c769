import type { Contestant } from './contestants.ts'
import type { Figures } from './visit.ts'

/** One hall at one speed. */
export interface Setting {
  readonly seats: number
  readonly slowdown: number
}
export interface Row {
  readonly contestant: Contestant
  readonly setting: Setting
  /** Of every round, as far as it went. */
  readonly rounds: Figures[]
  /** Why a round ended early. */
  readonly failures: string[]
}
