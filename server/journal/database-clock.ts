import type { Clock } from '../kernel/clock.ts'

/** A clock that all processes on one database share. */
export interface DatabaseClock extends Clock {
  /** Asks the database for its time again. @throws Error when it does not answer; the clock goes on all the same */
  sync(): Promise<void>
}

/** An answer that took longer says too little about when it was given. */
const promptMs = 1000

/**
 * The database's time: leases and deadlines mean the same in every process, however wrong a machine's own clock is,
 * or becomes. Between two askings it runs by the machine's monotonic counter, and it never goes back.
 *
 * @param ask the database's time, epoch ms
 * @param counter a count of ms that only grows, such as performance.now()
 */
export async function openDatabaseClock(
  ask: () => Promise<number>,
  counter: () => number,
): Promise<DatabaseClock> {
  let base: { at: number; count: number } | undefined
  let latest = 0

  async function sync(): Promise<void> {
    const before = counter()
    const at = await ask()
    const after = counter()
    // A first answer is taken however slow it was; later a slow one is worth less than what is known.
    if (base === undefined || after - before <= promptMs) base = { at, count: (before + after) / 2 }
  }
  await sync()

  return {
    now() {
      if (base === undefined) throw new Error('the database has not told its time')
      latest = Math.max(latest, Math.round(base.at + counter() - base.count))
      return latest
    },
    sync,
  }
}
