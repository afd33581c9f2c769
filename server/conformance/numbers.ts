import type { Clock } from '../kernel/clock.ts'

/** The numbers that a run gives its own requests; none is given twice. */
export interface Numbers {
  /** For outLockId, outTradeNo and thirdOrderId: 19 digits, a timestamp and six more (5.1.3). */
  next(): string
  /**
   * An eleven-digit mobile number that rings nowhere: numbers that begin with 144 belong to machines and have
   * thirteen digits.
   */
  mobile(): string
}

const sixDigits = 1_000_000

/** @param random 0 to 1, as Math.random */
export function createNumbers(clock: Clock, random: () => number): Numbers {
  let last = Math.trunc(random() * sixDigits)
  return {
    next() {
      last = (last + 1) % sixDigits
      return `${clock.now()}${String(last).padStart(6, '0')}`
    },
    mobile: () => `144${String(Math.trunc(random() * 100_000_000)).padStart(8, '0')}`,
  }
}
