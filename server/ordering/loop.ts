import type { OrderId } from '#contract/ids.ts'
import type { OrderStore } from '../journal/store.ts'
import type { Clock } from '../kernel/clock.ts'

/** Looks for orders whose time has come and has each driven; woken by news, else by the next one due. */
export interface Loop {
  start(): void
  /** Looks again at once. */
  wake(): void
  /** No more orders are begun; those that run are not waited for. */
  stop(): void
}

/** A cloud that answers nothing for a minute must not keep other orders from being looked at. */
const atOnceMax = 200
/** Even with nothing due it looks this often: a lease of a dead worker runs out unannounced. */
const lookAgainMs = 5_000

export function createLoop(parts: {
  store: Pick<OrderStore, 'due' | 'nextDueAt'>
  clock: Clock
  after: (ms: number, run: () => void) => () => void
  /** Drives one order; must not reject. */
  run: (id: OrderId) => Promise<void>
  /** The store itself failed. */
  onFailure: (error: unknown) => void
}): Loop {
  const { store, clock, after, run, onFailure } = parts
  const running = new Set<OrderId>()
  let stopped = true
  let looking = false
  let lookAgain = false
  let cancel: () => void = () => undefined

  const wake = () => {
    if (stopped) return
    if (looking) {
      lookAgain = true
      return
    }
    cancel()
    looking = true
    look()
      .catch(error => {
        onFailure(error)
        if (!stopped) cancel = after(lookAgainMs, wake)
      })
      .finally(() => {
        looking = false
        if (lookAgain) {
          lookAgain = false
          wake()
        }
      })
  }

  const look = async () => {
    const due = await store.due(clock.now(), atOnceMax)
    for (const id of due) {
      if (stopped || running.has(id) || running.size >= atOnceMax) continue
      running.add(id)
      void run(id).finally(() => {
        running.delete(id)
        wake()
      })
    }
    const nextAt = await store.nextDueAt(clock.now())
    if (stopped) return
    const wait = nextAt === undefined ? lookAgainMs : Math.min(lookAgainMs, nextAt - clock.now())
    // What is due and already running, or one too many, is looked at again when a run ends.
    cancel = after(wait <= 0 ? lookAgainMs : wait, wake)
  }

  return {
    start() {
      stopped = false
      wake()
    },
    wake,
    stop() {
      stopped = true
      cancel()
    },
  }
}
