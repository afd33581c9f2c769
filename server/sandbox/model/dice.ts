/** Where a step of a run gets its chances from. */
export interface Dice {
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number
  /** True so often out of a hundred. */
  percent(share: number): boolean
  /** Undefined when there is nothing to choose from. */
  pick<T>(items: readonly T[]): T | undefined
  /** `count` of the items, no two the same; fewer when there are no more. */
  some<T>(items: readonly T[], count: number): T[]
}

/**
 * The dice of one step. They depend on the run's seed and the step's own number alone, so that a step does much the
 * same when others before it are left out: that is what lets a long failing run be shortened.
 */
export function diceFor(seed: number, step: number): Dice {
  let state = Math.imul(seed + 1, 0x9e37_79b1) ^ Math.imul(step + 1, 0x85eb_ca6b)
  // splitmix32
  function next(): number {
    state = (state + 0x9e37_79b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0_aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    percent: share => next() * 100 < share,
    pick: items => items[below(items.length)],
    some(items, count) {
      const left = [...items]
      const chosen: typeof left = []
      while (chosen.length < count && left.length > 0) chosen.push(...left.splice(below(left.length), 1))
      return chosen
    },
  }
}
