import { type ExpressionBuilder, sql } from 'kysely'
import { OrderId } from '#contract/ids.ts'
import { businessDayBounds, type LocalDate } from '#contract/time.ts'
import type { FieldCipher } from './field-cipher.ts'
import type { Journal } from './journal.ts'
import { pickupCodeDigest } from './order-row.ts'
import type { OrderState } from './record.ts'
import type { JournalTables } from './schema.ts'

/** Which orders staff ask for. */
export type OrderFilter = 'all' | 'doubt' | 'open' | 'refunding'

/** Instants before which something is in doubt, epoch ms. */
export interface DoubtLimits {
  now: number
  /** Due before it, and nobody works on it. */
  overdue: number
  /** Paid before it, and nothing decided. */
  undecided: number
  /** A refund made before it, and not through. */
  refund: number
}

/** Orders as staff look for them: their ids, newest first. */
export interface OrderList {
  page(
    filter: OrderFilter,
    where: { day?: LocalDate; cinemaId?: string; limits: DoubtLimits },
    page: { limit: number; offset: number },
  ): Promise<OrderId[]>
  /** By what somebody has written down: the order's six characters, a payment's or refund's number, a pickup code. */
  byNumber(text: string, limit: number): Promise<OrderId[]>
  /** Shows of that cinema and business day, by the four digits of the guest's phone or of the slip. */
  byDigits(digits: string, where: { cinemaId: string; day: LocalDate }): Promise<OrderId[]>
}

/** The handle's first characters, by which logs and screens name an order. */
export const shortIdLength = 6

/** Orders that still go on by themselves. */
export const openStates: readonly OrderState[] = [
  'DRAFT',
  'LOCKING',
  'LOCK_UNKNOWN',
  'LOCKED',
  'PAYING',
  'CLOSING',
  'PAID',
  'CONFIRMING',
  'REVERSING',
  'RETURNING',
  'REFUNDING',
]

type Where = ExpressionBuilder<JournalTables, 'orders'>

export function createOrderList({ db }: Pick<Journal, 'db'>, cipher: FieldCipher): OrderList {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => OrderId.parse(id))

  return {
    async page(filter, { day, cinemaId, limits }, { limit, offset }) {
      let query = db.selectFrom('orders').select('id')
      if (day !== undefined) {
        const { from, to } = businessDayBounds(day)
        query = query.where('created_at', '>=', from).where('created_at', '<', to)
      }
      if (cinemaId !== undefined) query = query.where('cinema_id', '=', cinemaId)
      if (filter === 'open') query = query.where('state', 'in', openStates)
      if (filter === 'refunding') query = query.where(one => refunding(one))
      if (filter === 'doubt') query = query.where(one => inDoubt(one, limits))
      const rows = await query
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute()
      return ids(rows)
    },

    async byNumber(text, limit) {
      const codeDigest = pickupCodeDigest(cipher, text)
      const rows = await db
        .selectFrom('orders')
        .select('id')
        .where(one =>
          one.or([
            ...(text.length === shortIdLength
              ? [sql<boolean>`substr(id, 1, ${sql.lit(shortIdLength)}) = ${text}`]
              : []),
            one('pickup_code_digest', '=', codeDigest),
            one('id', 'in', select =>
              select.selectFrom('payment').select('order_id').where('out_trade_no', '=', text),
            ),
            one('id', 'in', select =>
              select.selectFrom('refund').select('order_id').where('out_refund_no', '=', text),
            ),
          ]),
        )
        .orderBy('created_at', 'desc')
        .limit(limit)
        .execute()
      return ids(rows)
    },

    async byDigits(digits, { cinemaId, day }) {
      const { from, to } = businessDayBounds(day)
      const rows = await db
        .selectFrom('orders')
        .select(['id', 'mobile_sealed', 'pin_sealed'])
        .where('cinema_id', '=', cinemaId)
        .where('starts_at', '>=', from)
        .where('starts_at', '<', to)
        .orderBy('created_at', 'desc')
        .execute()
      // Digits are sealed, so the few thousand orders of a cinema's day are opened one by one.
      return ids(rows.filter(row => digitsOf(row, cipher) === digits))
    },
  }
}

function digitsOf(
  row: { id: string; mobile_sealed: string | null; pin_sealed: string },
  cipher: FieldCipher,
): string {
  return row.mobile_sealed === null
    ? cipher.open(row.pin_sealed, `orders/pin/${row.id}`)
    : cipher.open(row.mobile_sealed, `orders/mobile/${row.id}`).slice(-4)
}

const openRefund = (one: Where) =>
  one.exists(
    one
      .selectFrom('refund')
      .select('refund.out_refund_no')
      .whereRef('refund.order_id', '=', 'orders.id')
      .where('refund.state', 'not in', ['SUCCESS', 'CLOSED']),
  )

const refunding = (one: Where) => one.or([one('state', 'in', ['REFUNDING', 'RETURNING']), openRefund(one)])

function inDoubt(one: Where, limits: DoubtLimits) {
  const payment = one
    .selectFrom('payment')
    .select('payment.out_trade_no')
    .whereRef('payment.order_id', '=', 'orders.id')
  const refund = one
    .selectFrom('refund')
    .select('refund.out_refund_no')
    .whereRef('refund.order_id', '=', 'orders.id')
  return one.or([
    one('needs_human', 'is not', null),
    one.and([
      one('next_run_at', '<=', limits.overdue),
      one.or([one('lease_until', 'is', null), one('lease_until', '<=', limits.overdue)]),
    ]),
    one.and([one('decision', '=', 'none'), one.exists(payment.where('paid_at', '<=', limits.undecided))]),
    one.exists(
      refund
        .where('refund.state', 'not in', ['SUCCESS', 'CLOSED'])
        .where('refund.created_at', '<=', limits.refund),
    ),
  ])
}
