import type { Kysely, Selectable } from 'kysely'
import { type LocalDate, toInstant } from '#contract/time.ts'
import type { Clock } from '../../kernel/clock.ts'
import { done } from '../../kernel/outcome.ts'
import type { BillRow, PaymentFacts, PaymentProvider } from '../provider.ts'
import type { CashPaymentRow, CashTables } from './cash-tables.ts'

/** Cash, with a cashier who takes it and gives it back. */
export interface CashDrawer extends PaymentProvider {
  /**
   * The cashier has the money in hand. It can be repeated: what the same cashier took stays taken once.
   *
   * @param by the member of staff
   * @returns what is now known of the payment; undefined when it is closed, too late, or taken by somebody else
   */
  take(outTradeNo: string, by: string): Promise<PaymentFacts | undefined>
  /** The cashier has handed the money of a refund out. @returns whether it was still to be handed out */
  payOut(outRefundNo: string, by: string): Promise<boolean>
}

/**
 * The cash drawer as a provider like the others: its books are tables of the journal's database, so that several
 * processes see one drawer, and every act is one statement that succeeds once.
 */
export function createCashDrawer(parts: { db: Kysely<CashTables>; clock: Clock }): CashDrawer {
  const { db, clock } = parts

  const rowOf = (outTradeNo: string) =>
    db.selectFrom('cash_payment').selectAll().where('out_trade_no', '=', outTradeNo).executeTakeFirst()

  /** Writes a payment down unless there is one of this number. */
  const note = async (payment: {
    outTradeNo: string
    amountFen: number
    expireAt: number
    state: 'open' | 'closed'
  }): Promise<void> => {
    await db
      .insertInto('cash_payment')
      .values({
        out_trade_no: payment.outTradeNo,
        amount_fen: payment.amountFen,
        expires_at: payment.expireAt,
        state: payment.state,
        taken_at: null,
        taken_by: null,
      })
      .onConflict(same => same.column('out_trade_no').doNothing())
      .execute()
  }

  const move = async (outTradeNo: string, to: Partial<CashPaymentRow>, before?: number): Promise<boolean> => {
    let update = db
      .updateTable('cash_payment')
      .set(to)
      .where('out_trade_no', '=', outTradeNo)
      .where('state', '=', 'open')
    if (before !== undefined) update = update.where('expires_at', '>=', before)
    return (await update.executeTakeFirst()).numUpdatedRows > 0n
  }

  return {
    name: 'cash',
    settledBy: 'staff',
    async create({ outTradeNo, amountFen, expireAt }) {
      await note({ outTradeNo, amountFen, expireAt, state: 'open' })
      const row = await rowOf(outTradeNo)
      return row?.state === 'closed'
        ? { kind: 'refused', code: 'CLOSED', meaning: 'the payment was closed before' }
        : done({ qr: undefined })
    },
    query: async outTradeNo => done(factsOf(await rowOf(outTradeNo))),
    async close(outTradeNo) {
      // One that was never opened is closed for ever, in case its opening is still on the way.
      await note({ outTradeNo, amountFen: 0, expireAt: clock.now(), state: 'closed' })
      await move(outTradeNo, { state: 'closed' })
      const row = await rowOf(outTradeNo)
      return done(row?.state === 'taken' ? ('ALREADY_PAID' as const) : ('CLOSED' as const))
    },
    async refund({ outTradeNo, outRefundNo, amountFen }) {
      const payment = await rowOf(outTradeNo)
      if (payment?.state !== 'taken' || amountFen > payment.amount_fen)
        return { kind: 'refused', code: 'NOT_TAKEN', meaning: 'the drawer never took that much for it' }
      await db
        .insertInto('cash_refund')
        .values({
          out_refund_no: outRefundNo,
          out_trade_no: outTradeNo,
          amount_fen: amountFen,
          asked_at: clock.now(),
          paid_at: null,
          paid_by: null,
        })
        .onConflict(same => same.column('out_refund_no').doNothing())
        .execute()
      return this.queryRefund(outRefundNo, outTradeNo)
    },
    async queryRefund(outRefundNo) {
      const row = await db
        .selectFrom('cash_refund')
        .select('paid_at')
        .where('out_refund_no', '=', outRefundNo)
        .executeTakeFirst()
      if (row === undefined) return done('NOT_FOUND')
      return done(row.paid_at === null ? 'PROCESSING' : 'SUCCESS')
    },
    // Nobody sends messages about cash.
    parseNotify: () => 'REJECT',
    async *bill(day) {
      const taken = await db.selectFrom('cash_payment').selectAll().where('state', '=', 'taken').execute()
      const paidOut = await db
        .selectFrom('cash_refund')
        .selectAll()
        .where('paid_at', 'is not', null)
        .execute()
      for (const { out_trade_no: outTradeNo, amount_fen: amountFen, taken_at: at } of taken)
        yield* onDay(day, { kind: 'payment', outTradeNo, outRefundNo: undefined, amountFen, at: at ?? 0 })
      for (const row of paidOut)
        yield* onDay(day, {
          kind: 'refund',
          outTradeNo: row.out_trade_no,
          outRefundNo: row.out_refund_no,
          amountFen: row.amount_fen,
          at: row.paid_at ?? 0,
        })
    },

    async take(outTradeNo, by) {
      const now = clock.now()
      await move(outTradeNo, { state: 'taken', taken_at: now, taken_by: by }, now)
      const row = await rowOf(outTradeNo)
      const facts = factsOf(row)
      return facts.status === 'PAID' && row?.taken_by === by ? facts : undefined
    },
    async payOut(outRefundNo, by) {
      const paid = await db
        .updateTable('cash_refund')
        .set({ paid_at: clock.now(), paid_by: by })
        .where('out_refund_no', '=', outRefundNo)
        .where('paid_at', 'is', null)
        .executeTakeFirst()
      return paid.numUpdatedRows > 0n
    },
  }
}

function factsOf(row: Selectable<CashPaymentRow> | undefined): PaymentFacts {
  switch (row?.state) {
    case undefined:
      return { status: 'NOT_CREATED' }
    case 'taken':
      return {
        status: 'PAID',
        paidFen: row.amount_fen,
        paidAt: row.taken_at ?? 0,
        transactionId: `cash ${row.out_trade_no}`,
      }
    case 'closed':
      return { status: 'CLOSED' }
    default:
      return { status: 'UNPAID', declined: false }
  }
}

function* onDay(day: LocalDate, row: BillRow): Iterable<BillRow> {
  if (toInstant(row.at).startsWith(day)) yield row
}
