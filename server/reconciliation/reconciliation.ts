import type { LocalDate } from '#contract/time.ts'
import type { OrderList } from '../journal/order-list.ts'
import type { OrderStore } from '../journal/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { StaffActs } from '../ordering/staff-acts.ts'
import { daysDue, earliestDay } from './days-due.ts'
import type { FindingsStore } from './findings-store.ts'
import { type Jobs, LostJob } from './jobs.ts'
import type { Reconciled } from './ledgers.ts'
import { type ReconcileParts, reconcile } from './reconcile.ts'
import { watchOrders } from './watch-orders.ts'

export interface Reconciliation {
  start(): void
  /** Begins nothing more, and waits for the step that is being taken. */
  stop(): Promise<void>
  /** Does whatever is due now: what happens by itself once started, for whoever owns the clock. */
  runDue(): Promise<void>
  /** What was found of a day; undefined before it was compared. */
  read(day: LocalDate): Promise<Reconciled | undefined>
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** How often it looks whether something is due; the claims say what is. */
const lookMs = 30_000

/** The jobs that compare what we believe with what others have written down. Each is done by one process. */
export function createReconciliation(parts: {
  jobs: Jobs
  findings: FindingsStore
  ledgers: Omit<ReconcileParts, 'pace' | 'clock'>
  /** Between two questions to the cloud. */
  pause: () => Promise<void>
  list: Pick<OrderList, 'page'>
  store: Pick<OrderStore, 'byId'>
  acts: Pick<StaffActs, 'flag' | 'unflag'>
  clock: Clock
  log: (line: { event: string; error?: unknown }) => void
  after: (ms: number, run: () => void) => () => void
}): Reconciliation {
  const { jobs, findings, ledgers, clock, log, acts, after } = parts
  let closing = false
  let cancel: () => void = () => undefined
  let running: Promise<void> = Promise.resolve()

  const compareDays = async (renew: () => Promise<void>) => {
    const now = clock.now()
    const due = daysDue(now, await findings.firstOrderAt(), await findings.daysSince(earliestDay(now)))
    for (const day of due) {
      const pace = async () => {
        if (closing) throw new Closing()
        await renew()
        await parts.pause()
      }
      const result = await reconcile({ ...ledgers, clock, pace }, day)
      await findings.keep(result)
      await raise(result)
    }
  }

  const raise = async ({ day, verdict, findings: found, unread }: Reconciled) => {
    const orders = new Set(found.flatMap(({ orderId }) => orderId ?? []))
    for (const id of orders) await acts.flag(id, 'ledgers-differ')
    const loose = found.filter(({ orderId }) => orderId === undefined)
    for (const { kind, subject } of loose) log({ event: `the ledgers of ${day} differ: ${kind} ${subject}` })
    if (verdict === 'unreadable') {
      const ledgersOf = [...new Set(unread.map(({ ledger }) => ledger))].join(' and ')
      log({ event: `the ledgers of ${day} could not be compared whole: the ${ledgersOf} could not be read` })
    }
  }

  const runDue = async () => {
    await attempt('watch orders', minuteMs, renew => watchOrders({ ...parts, renew }))
    await attempt('compare ledgers', hourMs, compareDays)
  }

  const attempt = async (
    name: string,
    everyMs: number,
    work: (renew: () => Promise<void>) => Promise<void>,
  ) => {
    try {
      await jobs.once(name, everyMs, ({ renew }) => work(renew))
    } catch (error) {
      if (error instanceof Closing || error instanceof LostJob) return
      log({ event: `the job "${name}" failed`, error })
    }
  }

  const look = () => {
    running = runDue().finally(() => {
      if (!closing) cancel = after(lookMs, look)
    })
  }

  return {
    start() {
      // The engine first takes up what the process before has left.
      cancel = after(lookMs, look)
    },
    async stop() {
      closing = true
      cancel()
      await running
    },
    runDue,
    read: findings.read,
  }
}

/** The house closes: what is left of the job is done at the next start. */
class Closing extends Error {}
