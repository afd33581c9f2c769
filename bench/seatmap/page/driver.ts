import type { BenchHall } from './bench-hall.ts'

/** Where a seat is drawn at this moment: its centre in CSS pixels of the window, and the distance to the next seat. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly pitch: number
}

export interface Changes {
  readonly bought: readonly number[]
  readonly givenBack: readonly number[]
}

/** What every contestant can be asked, whatever it is made of. */
export interface Driver {
  /** Shows the hall in an element as large as the window. Making the contestant's own input from it is not timed. */
  prepare(hall: BenchHall): Prepared
  /** How one goes nearer: as on a trackpad, by the wheel alone, or not at all; then the wheel scrolls. */
  readonly zoom: 'pinch' | 'wheel' | 'scroll'
  /** From which pitch on, in CSS pixels, seats can be tapped. Absent: from where they can be told apart. */
  readonly tappable?: number
}

export interface Prepared {
  show(root: HTMLElement): void
  place(seat: number): Place | undefined
  /** Seats that the contestant holds to be chosen by the guest. */
  chosen(): readonly number[]
  /** Others have bought some seats and given back some. */
  change(changes: Changes): void
}
