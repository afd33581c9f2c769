import type { Kysely, Selectable, Transaction } from 'kysely'
import { OrderId } from '#contract/ids.ts'
import { chain, isIntact } from './event-chain.ts'
import type { FieldCipher } from './field-cipher.ts'
import type { Journal } from './journal.ts'
import { pickupDigest, recordOf, rowOf, tokenDigest } from './order-row.ts'
import { paymentRow, refundRow } from './payment-row.ts'
import type { OrderRecord, OrderState } from './record.ts'
import { isErased } from './saga-columns.ts'
import type { JournalTables, OrderRow } from './schema.ts'
import { cardDigest } from './share-columns.ts'
import type { Log, OrderStore } from './store.ts'

type Tables = Kysely<JournalTables> | Transaction<JournalTables>

/** Orders in a SQL database. Personal fields pass through `cipher`. */
export function createSqlStore({ db, dialect, close }: Journal, cipher: FieldCipher): OrderStore {
  const load = async (tables: Tables, row: Selectable<OrderRow> | undefined) => {
    if (row === undefined) return undefined
    const payments = await tables
      .selectFrom('payment')
      .selectAll()
      .where('order_id', '=', row.id)
      .orderBy('created_at')
      .orderBy('out_trade_no')
      .execute()
    const refunds = await tables
      .selectFrom('refund')
      .selectAll()
      .where('order_id', '=', row.id)
      .orderBy('created_at')
      .orderBy('out_refund_no')
      .execute()
    return recordOf(row, payments, refunds, cipher)
  }

  const rowBy = (
    column: 'id' | 'intent_id' | 'ticket_token_digest' | 'pickup_digest',
    value: string,
  ): Promise<Selectable<OrderRow> | undefined> =>
    db
      .selectFrom('orders')
      .selectAll()
      .where(column, '=', value)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst()

  /** The row, and nobody else's until the transaction ends; `skip`: not at all when somebody else has it now. */
  const lockRow = (tables: Transaction<JournalTables>, id: string, whenHeld: 'wait' | 'skip' = 'wait') => {
    const query = tables.selectFrom('orders').selectAll().where('id', '=', id)
    // A SQLite transaction has the whole file for itself from its begin on.
    if (dialect === 'sqlite') return query.executeTakeFirst()
    const locking = query.forUpdate()
    return (whenHeld === 'skip' ? locking.skipLocked() : locking).executeTakeFirst()
  }

  const lockRowOfTrade = async (tables: Transaction<JournalTables>, outTradeNo: string) => {
    const payment = await tables
      .selectFrom('payment')
      .select('order_id')
      .where('out_trade_no', '=', outTradeNo)
      .executeTakeFirst()
    return payment && lockRow(tables, payment.order_id)
  }

  /** Writes what changed from `before` to `after`; the row itself must be the one that `head` was read from. */
  const write = async (
    tables: Tables,
    head: Selectable<OrderRow>,
    before: OrderRecord,
    after: OrderRecord,
    log: Log,
  ): Promise<OrderRecord> => {
    const next = { ...after, version: head.version + 1 }
    const lines = chain(cipher, next.id, { seq: head.event_seq, hash: head.event_hash }, log.events)
    const last = lines.at(-1)
    await tables
      .updateTable('orders')
      .set({
        ...rowOf(next, cipher),
        ...(isErased(next) && { confirm_digest: head.confirm_digest }),
        event_seq: last?.seq ?? head.event_seq,
        event_hash: last?.hash ?? head.event_hash,
      })
      .where('id', '=', next.id)
      .execute()
    for (const payment of next.payments.filter(one => !before.payments.includes(one))) {
      const row = paymentRow(next.id, payment)
      await tables
        .insertInto('payment')
        .values(row)
        .onConflict(clash => clash.column('out_trade_no').doUpdateSet(row))
        .execute()
    }
    for (const refund of next.refunds.filter(one => !before.refunds.includes(one))) {
      const row = refundRow(next.id, refund)
      await tables
        .insertInto('refund')
        .values(row)
        .onConflict(clash => clash.column('out_refund_no').doUpdateSet(row))
        .execute()
    }
    if (lines.length > 0)
      await tables
        .insertInto('event')
        .values(lines.map(line => ({ order_id: next.id, ...line })))
        .execute()
    if (log.attempt !== undefined)
      await tables
        .insertInto('attempt')
        .values({
          order_id: next.id,
          fence: next.fence,
          ...log.attempt,
          outcome: log.attempt.outcome ?? null,
        })
        .execute()
    return next
  }

  const learnRow = async (
    tables: Tables,
    row: Selectable<OrderRow> | undefined,
    merge: (order: OrderRecord) => OrderRecord,
    log: Log,
  ) => {
    const before = await load(tables, row)
    if (row === undefined || before === undefined) return undefined
    return write(tables, row, before, merge(before), log)
  }

  const read = async (row: Promise<Selectable<OrderRow> | undefined>) => load(db, await row)

  return {
    shared: dialect === 'postgres',
    insert: (order, event) =>
      db.transaction().execute(async tables => {
        const [line] = chain(cipher, order.id, { seq: 0, hash: '' }, [event])
        if (line === undefined) throw new Error('An order begins with an event.')
        const inserted = await tables
          .insertInto('orders')
          .values({ ...rowOf(order, cipher), event_seq: line.seq, event_hash: line.hash })
          .onConflict(same => same.column('intent_id').doNothing())
          .executeTakeFirst()
        if (inserted.numInsertedOrUpdatedRows === 0n) return 'intent-exists' as const
        await tables
          .insertInto('event')
          .values({ order_id: order.id, ...line })
          .execute()
        return 'inserted' as const
      }),
    byId: id => read(rowBy('id', id)),
    byIntent: intentId => read(rowBy('intent_id', intentId)),
    byTicketToken: token => read(rowBy('ticket_token_digest', tokenDigest(cipher, token))),
    byPickup: (code, pin) => read(rowBy('pickup_digest', pickupDigest(cipher, code, pin))),

    async byCard(number, { cinemaId, scheduleId }) {
      const rows = await db
        .selectFrom('orders')
        .selectAll()
        .where('card_digest', '=', cardDigest(cipher, number))
        .where('cinema_id', '=', cinemaId)
        .where('schedule_id', '=', scheduleId)
        .where('state', 'in', [...standing])
        .execute()
      const orders = await Promise.all(rows.map(row => load(db, row)))
      return orders.filter(order => order !== undefined)
    },

    claim: (id, { owner, now, until }) =>
      db.transaction().execute(async tables => {
        const row = await lockRow(tables, id, 'skip')
        const before = await load(tables, row)
        if (row === undefined || before === undefined) return undefined
        if (before.lease !== undefined && before.lease.until > now) return undefined
        const after = { ...before, lease: { owner, until }, fence: before.fence + 1 }
        return write(tables, row, before, after, { events: [] })
      }),
    commit: (before, after, log) =>
      db.transaction().execute(async tables => {
        const row = await lockRow(tables, before.id)
        if (row === undefined || row.version !== before.version || row.fence !== before.fence)
          return undefined
        return write(tables, row, before, after, log)
      }),
    learn: (id, merge, log) =>
      db.transaction().execute(async tables => {
        const learnt = await learnRow(tables, await lockRow(tables, id), merge, log)
        if (learnt === undefined) throw new Error('Evidence about an order that is not in the journal.')
        return learnt
      }),
    learnOnce: (message, merge, log) =>
      db.transaction().execute(async tables => {
        const noted = await tables
          .insertInto('inbox')
          .values({
            provider: message.provider,
            notify_id: message.notifyId,
            out_trade_no: message.outTradeNo,
            received_at: message.receivedAt,
          })
          .onConflict(same => same.columns(['provider', 'notify_id']).doNothing())
          .executeTakeFirst()
        if (noted.numInsertedOrUpdatedRows === 0n) return 'seen' as const
        const row = await lockRowOfTrade(tables, message.outTradeNo)
        const learnt = await learnRow(tables, row, merge, log)
        return learnt ?? ('no-order' as const)
      }),

    async due(now, limit) {
      const duePlainly = db.selectFrom('orders').select('id').where('next_run_at', '<=', now).limit(limit)
      // Two questions, each answered from an index of its own, however many orders are due.
      const forsaken = await duePlainly.where('lease_until', '<=', now).orderBy('lease_until').execute()
      const others = await duePlainly.where('lease_until', 'is', null).orderBy('next_run_at').execute()
      return [...forsaken, ...others].slice(0, limit).map(row => OrderId.parse(row.id))
    },
    async nextDueAt(now) {
      const row = await db
        .selectFrom('orders')
        .select(({ fn }) => [fn.min<number | null>('next_run_at').as('at')])
        .where('next_run_at', 'is not', null)
        .where(held => held.or([held('lease_until', 'is', null), held('lease_until', '<=', now)]))
        .executeTakeFirst()
      return row?.at ?? undefined
    },
    async dropLeases() {
      await db
        .updateTable('orders')
        .set({ lease_owner: null, lease_until: null })
        .where('lease_until', 'is not', null)
        .execute()
    },

    async history(id) {
      const rows = await events(db, id)
      return rows.map(({ seq, at, kind, detail_json }) => ({
        seq,
        at,
        kind,
        detail: JSON.parse(detail_json),
      }))
    },
    async verifyHistory(id) {
      const row = await rowBy('id', id)
      if (row === undefined) return false
      const head = { seq: row.event_seq, hash: row.event_hash }
      return isIntact(cipher, id, head, await events(db, id))
    },
    close,
  }
}

/** States in which an order's tickets are out or may yet be. */
const standing: readonly OrderState[] = ['PAID', 'CONFIRMING', 'REVERSING', 'TICKETED', 'RETURNING']

const events = (db: Kysely<JournalTables>, id: string) =>
  db.selectFrom('event').selectAll().where('order_id', '=', id).orderBy('seq').execute()
