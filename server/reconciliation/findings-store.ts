import type { Kysely } from 'kysely'
import { z } from 'zod'
import { OrderId } from '#contract/ids.ts'
import { FindingKind, ReconciliationSums, Unread, Verdict } from '#contract/reconciliation.ts'
import { LocalDate } from '#contract/time.ts'
import type { JournalTables } from '../journal/schema.ts'
import type { Finding, Reconciled } from './ledgers.ts'

/** What came of comparing each day, as it stands in the journal's database. */
export interface FindingsStore {
  /** Replaces what was found of the day before. */
  keep(result: Reconciled): Promise<void>
  read(day: LocalDate): Promise<Reconciled | undefined>
  /** Of the days from `from` on: those that were compared, and whether every ledger could be read. */
  daysSince(from: LocalDate): Promise<Map<LocalDate, Verdict>>
  /** The day of the first order there is; undefined without orders. */
  firstOrderAt(): Promise<number | undefined>
}

const Summary = z.object({ sums: ReconciliationSums, unread: z.array(Unread) })
const Detail = z.object({ expectedFen: z.int().optional(), foundFen: z.int().optional() })

export function createFindingsStore(db: Kysely<JournalTables>): FindingsStore {
  return {
    keep: ({ day, runAt, verdict, sums, unread, findings }) =>
      db.transaction().execute(async tables => {
        const row = { day, run_at: runAt, verdict, summary_json: JSON.stringify({ sums, unread }) }
        await tables
          .insertInto('reconciliation')
          .values(row)
          .onConflict(same => same.column('day').doUpdateSet(row))
          .execute()
        await tables.deleteFrom('finding').where('day', '=', day).execute()
        for (const { kind, subject, orderId, expectedFen, foundFen } of findings)
          await tables
            .insertInto('finding')
            .values({
              day,
              kind,
              subject,
              order_id: orderId ?? null,
              detail_json: JSON.stringify({ expectedFen, foundFen }),
              found_at: runAt,
            })
            .onConflict(same => same.columns(['day', 'kind', 'subject']).doNothing())
            .execute()
      }),

    async read(day) {
      const row = await db.selectFrom('reconciliation').selectAll().where('day', '=', day).executeTakeFirst()
      if (row === undefined) return undefined
      const rows = await db
        .selectFrom('finding')
        .selectAll()
        .where('day', '=', day)
        .orderBy('kind')
        .orderBy('subject')
        .execute()
      const findings = rows.map((one): Finding => {
        const { expectedFen, foundFen } = Detail.parse(JSON.parse(one.detail_json))
        return {
          kind: FindingKind.parse(one.kind),
          subject: one.subject,
          ...(one.order_id !== null && { orderId: OrderId.parse(one.order_id) }),
          ...(expectedFen !== undefined && { expectedFen }),
          ...(foundFen !== undefined && { foundFen }),
        }
      })
      const summary = Summary.parse(JSON.parse(row.summary_json))
      return { day, runAt: row.run_at, verdict: Verdict.parse(row.verdict), ...summary, findings }
    },

    async daysSince(from) {
      const rows = await db
        .selectFrom('reconciliation')
        .select(['day', 'verdict'])
        .where('day', '>=', from)
        .execute()
      return new Map(rows.map(({ day, verdict }) => [LocalDate.parse(day), Verdict.parse(verdict)]))
    },

    async firstOrderAt() {
      const row = await db
        .selectFrom('orders')
        .select('created_at')
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst()
      return row?.created_at
    },
  }
}
