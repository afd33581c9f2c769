import type { OrderId } from '#contract/ids.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { Clock } from '../kernel/clock.ts'

/** A call of the other process may take as long as this; after it the guest is told where the order stands. */
const othersMs = 8_000
const lookAgainMs = 150

/**
 * Makes the function that drives an order as far as it goes now and answers it as it then stands. Where several
 * processes share the journal, another one's worker may have taken the order up first: then the guest is answered
 * what that one makes of it, and not the order as it stood when it was taken.
 *
 * @param parts.drive undefined: another worker holds the order
 */
export function createSettle(parts: {
  drive: (id: OrderId) => Promise<OrderRecord | undefined>
  read: (id: OrderId) => Promise<OrderRecord>
  isShared: boolean
  clock: Clock
  after: (ms: number, run: () => void) => () => void
}): (id: OrderId) => Promise<OrderRecord> {
  const { drive, read, isShared, clock, after } = parts
  return async id => {
    const until = clock.now() + othersMs
    for (;;) {
      const driven = await drive(id)
      if (driven !== undefined) return driven
      if (!isShared || clock.now() >= until) return read(id)
      await new Promise<void>(resolve => after(lookAgainMs, resolve))
    }
  }
}
