import { sql } from 'kysely'
import type { Journal } from '../../server/journal/journal.ts'

/** How far the houses have come, as the journal has it. */
export interface Progress {
  /** Orders that nobody has touched since they were laid in. */
  readonly untouched: number
  /** Writes to orders, over all of them. */
  readonly writes: number
}

/** Looks at a journal that other processes write. */
export interface JournalWatch {
  progress(): Promise<Progress>
  /** The orders that some house has for itself at this moment, with their versions. */
  leased(): Promise<ReadonlyMap<string, number>>
  /** How many of these have been written since. */
  movedOn(since: ReadonlyMap<string, number>): Promise<number>
}

/** @param journal of orders that nobody has touched yet, all equally old */
export async function watchJournal({ db }: Journal): Promise<JournalWatch> {
  const first = await db.selectFrom('orders').select('version').limit(1).executeTakeFirst()
  const laidIn = first?.version ?? 0
  return {
    async progress() {
      const { rows } = await sql<{ untouched: number | string; writes: number | string }>`
        SELECT count(CASE WHEN version = ${laidIn} THEN 1 END) AS untouched, sum(version) AS writes FROM orders
      `.execute(db)
      const [row] = rows
      return { untouched: Number(row?.untouched), writes: Number(row?.writes) }
    },
    async leased() {
      const rows = await db
        .selectFrom('orders')
        .select(['id', 'version'])
        .where('lease_owner', 'is not', null)
        .execute()
      return new Map(rows.map(({ id, version }) => [id, version]))
    },
    async movedOn(since) {
      const rows = await db
        .selectFrom('orders')
        .select(['id', 'version'])
        .where('id', 'in', [...since.keys()])
        .execute()
      return rows.filter(({ id, version }) => version > (since.get(id) ?? 0)).length
    },
  }
}
