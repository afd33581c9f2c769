/** Runs the acts of one key one after another, acts of different keys at the same time. */
export interface Turns {
  take<T>(key: string, act: () => Promise<T>): Promise<T>
  /** Fulfils when nothing is running. */
  idle(): Promise<void>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take(key, act) {
      const before = last.get(key) ?? Promise.resolve()
      const mine = before.then(act, act)
      const settled = mine.then(
        () => undefined,
        () => undefined,
      )
      last.set(key, settled)
      void settled.then(() => {
        if (last.get(key) === settled) last.delete(key)
      })
      return mine
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}
