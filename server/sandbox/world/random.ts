import { createHash } from 'node:crypto'

/**
 * A stream of numbers in [0, 1) that depends on nothing but the seed and the names given: the same show gets the
 * same crowd whatever was generated before it.
 */
export function randomFor(seed: number, ...names: (string | number)[]): () => number {
  let state = createHash('md5')
    .update([seed, ...names].join('\0'))
    .digest()
    .readUInt32LE(0)
  // mulberry32: 32 bits of state are plenty for data that only has to look natural.
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the items; the list must not be empty. */
export function pick<T>(random: () => number, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random() * items.length)] ?? items[0]
}
