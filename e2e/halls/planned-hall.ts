import type { Evening } from './shape.ts'

/** A hall to be drawn and looked at, with what is known of it before anybody has drawn it. */
export interface PlannedHall {
  /** Also the name of its picture. */
  readonly id: string
  readonly about: string
  readonly facts: HallFacts
  evening(): Evening
}

export interface HallFacts {
  readonly seats: number
  readonly rows: number
  /** Pairs of halves that are sold together. */
  readonly couples: number
  /** Parts with coordinates of their own. */
  readonly blocks: number
  /** Section names that are written. */
  readonly titles: number
}
