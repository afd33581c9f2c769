import type { Kysely } from 'kysely'
import type { JournalTables } from '../journal/schema.ts'
import type { Clock } from '../kernel/clock.ts'

/** Work that is done once, however many processes share the journal. */
export interface Jobs {
  /**
   * Does `work` when it was last begun at least `everyMs` ago and no other process is at it. A process that dies in the
   * middle leaves it to the others once its lease has run out.
   *
   * @returns whether it was done here
   */
  once(name: string, everyMs: number, work: (lease: Lease) => Promise<void>): Promise<boolean>
}

export interface Lease {
  /** Goes on holding the job. @throws LostJob when another process has taken it over */
  renew(): Promise<void>
}

/** Another process has the job by now: whatever is left of it is that one's. */
export class LostJob extends Error {
  constructor(name: string) {
    super(`The job ${name} was taken over by another process.`)
    this.name = 'LostJob'
  }
}

export const jobLeaseMs = 120_000

export function createJobs(parts: { db: Kysely<JournalTables>; clock: Clock; owner: string }): Jobs {
  const { db, clock, owner } = parts

  /** Compare-and-set on the lease, so that one of many gets it. */
  const claim = async (name: string, everyMs: number): Promise<boolean> => {
    const now = clock.now()
    await db
      .insertInto('job')
      .values({ name, lease_owner: null, lease_until: null, last_run_at: null, done_through: null })
      .onConflict(same => same.column('name').doNothing())
      .execute()
    const claimed = await db
      .updateTable('job')
      .set({ lease_owner: owner, lease_until: now + jobLeaseMs })
      .where('name', '=', name)
      .where(one => one.or([one('lease_until', 'is', null), one('lease_until', '<=', now)]))
      .where(one => one.or([one('last_run_at', 'is', null), one('last_run_at', '<=', now - everyMs)]))
      .executeTakeFirst()
    return claimed.numUpdatedRows === 1n
  }

  const mine = (name: string) =>
    db.updateTable('job').where('name', '=', name).where('lease_owner', '=', owner)

  return {
    async once(name, everyMs, work) {
      if (!(await claim(name, everyMs))) return false
      const begunAt = clock.now()
      let until = begunAt + jobLeaseMs
      const renew = async () => {
        const now = clock.now()
        // No write for each step of the work.
        if (now < until - jobLeaseMs / 2) return
        const renewed = await mine(name)
          .set({ lease_until: now + jobLeaseMs })
          .executeTakeFirst()
        if (renewed.numUpdatedRows !== 1n) throw new LostJob(name)
        until = now + jobLeaseMs
      }
      const free = { lease_owner: null, lease_until: null }
      try {
        await work({ renew })
        await mine(name)
          .set({ ...free, last_run_at: begunAt })
          .execute()
        return true
      } catch (error) {
        // Failed, not done: it is tried again soon, but not at once and not by all others in turn.
        await mine(name)
          .set({ lease_owner: null, lease_until: clock.now() + jobLeaseMs / 2 })
          .execute()
        throw error
      }
    },
  }
}
