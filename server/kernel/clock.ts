/** The only sources of time and randomness of the server; both are handed in, so that a test can own them. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
