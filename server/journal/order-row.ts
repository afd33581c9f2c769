import type { Selectable } from 'kysely'
import { z } from 'zod'
import { AttentionReason } from '#contract/attention.ts'
import { RefundRule } from '#contract/catalog.ts'
import { CinemaId, IntentId, OrderId, TicketToken } from '#contract/ids.ts'
import { OrderCinema, OrderKind, OrderReason, OrderShow, Quote } from '#contract/order.ts'
import type { FieldCipher } from './field-cipher.ts'
import { paymentOf, refundOf } from './payment-row.ts'
import { type Attention, type Decision, type OrderRecord, orderStates } from './record.ts'
import {
  confirmColumns,
  confirmOf,
  damaged,
  known,
  lockColumns,
  lockOf,
  type Open,
  returnColumns,
  returnOf,
  reverseColumns,
  reverseOf,
  type Seal,
  upstreamColumns,
  upstreamOf,
} from './saga-columns.ts'
import type { OrderRow, PaymentRow, RefundRow } from './schema.ts'
import { shareColumns, sharesOf } from './share-columns.ts'

const State = z.enum(orderStates)
const Show = z.union([OrderShow, OrderCinema])
const Flag = z.object({ reason: AttentionReason, at: z.number() })
const Flags = z.array(Flag)
const SettledFlags = z.array(Flag.extend({ settled: z.object({ at: z.number(), by: z.string() }) }))

/** Digest under which a ticket is found by what stands on it; code and pin together, so neither is told apart. */
export function pickupDigest(cipher: FieldCipher, code: string, pin: string): string {
  return cipher.digest('pickup', `${code}|${pin}`)
}

/** Digest under which staff find a ticket by its code alone. */
export function pickupCodeDigest(cipher: FieldCipher, code: string): string {
  return cipher.digest('pickup code', code)
}

export function tokenDigest(cipher: FieldCipher, token: string): string {
  return cipher.digest('ticket token', token)
}

export function mobileDigest(cipher: FieldCipher, mobile: string): string {
  return cipher.digest('mobile', mobile)
}

/** The record that a row and its payments and refunds hold. @throws ZodError or Error when the row is damaged */
export function recordOf(
  row: Selectable<OrderRow>,
  payments: Selectable<PaymentRow>[],
  refunds: Selectable<RefundRow>[],
  cipher: FieldCipher,
): OrderRecord {
  const open = (column: string, sealed: string) => cipher.open(sealed, place(row.id, column))
  return {
    id: OrderId.parse(row.id),
    intentId: IntentId.parse(row.intent_id),
    intentDigest: row.intent_digest,
    createdAt: row.created_at,
    lockRequestId: row.lock_request_id,
    ticketToken: TicketToken.parse(open('ticket_token', row.ticket_token_sealed)),
    kind: OrderKind.parse(row.kind),
    ref: refOf(row),
    show: Show.parse(JSON.parse(row.show_json)),
    quote: Quote.parse(JSON.parse(row.quote_json)),
    refundRule: RefundRule.parse(JSON.parse(row.refund_rule_json)),
    startsAt: row.starts_at,
    sellsUntil: row.sells_until,
    guest: {
      mobile: row.mobile_sealed === null ? undefined : open('mobile', row.mobile_sealed),
      mintedPin: open('pin', row.pin_sealed),
    },
    ...sharesOf(row, open),
    state: State.parse(row.state),
    reason: row.reason === null ? undefined : OrderReason.parse(row.reason),
    lock: lockOf(row),
    payments: payments.map(paymentOf),
    refunds: refunds.map(refundOf),
    confirm: confirmOf(row, open),
    reverse: reverseOf(row),
    upstream: upstreamOf(row, open),
    decision: decisionOf(row, open),
    giveBack: returnOf(row),
    attention: attentionOf(row),
    nextRunAt: row.next_run_at ?? undefined,
    lease:
      row.lease_owner === null || row.lease_until === null
        ? undefined
        : { owner: row.lease_owner, until: row.lease_until },
    fence: row.fence,
    version: row.version,
  }
}

/** The row of a record, but for the chain's head, which the store keeps. */
export function rowOf(
  order: OrderRecord,
  cipher: FieldCipher,
): Omit<Selectable<OrderRow>, 'event_seq' | 'event_hash'> {
  const seal = (column: string, plain: string | undefined) =>
    plain === undefined ? null : cipher.seal(plain, place(order.id, column))
  return {
    ...wishColumns(order),
    ticket_token_sealed: cipher.seal(order.ticketToken, place(order.id, 'ticket_token')),
    ticket_token_digest: tokenDigest(cipher, order.ticketToken),
    mobile_sealed: seal('mobile', order.guest.mobile),
    mobile_digest: order.guest.mobile === undefined ? null : mobileDigest(cipher, order.guest.mobile),
    pin_sealed: cipher.seal(order.guest.mintedPin, place(order.id, 'pin')),
    ...shareColumns(order, cipher, seal),
    state: order.state,
    reason: order.reason ?? null,
    ...attentionColumns(order),
    ...decisionColumns(order, cipher, seal),
    ...lockColumns(order),
    ...confirmColumns(order, cipher, seal),
    ...reverseColumns(order),
    ...upstreamColumns(order, seal),
    ...returnColumns(order),
    next_run_at: order.nextRunAt ?? null,
    lease_owner: order.lease?.owner ?? null,
    lease_until: order.lease?.until ?? null,
    fence: order.fence,
    version: order.version,
  }
}

const place = (id: string, column: string) => `orders/${column}/${id}`

/** Goods alone belong to no show. */
function refOf(row: Selectable<OrderRow>): OrderRecord['ref'] {
  const cinemaId = CinemaId.parse(row.cinema_id)
  const { schedule_id: scheduleId, schedule_key: scheduleKey } = row
  return scheduleId === '' ? { cinemaId } : { cinemaId, scheduleId, scheduleKey }
}

function wishColumns(order: OrderRecord) {
  return {
    id: order.id,
    intent_id: order.intentId,
    intent_digest: order.intentDigest,
    kind: order.kind,
    created_at: order.createdAt,
    cinema_id: order.ref.cinemaId,
    schedule_id: 'scheduleId' in order.ref ? order.ref.scheduleId : '',
    schedule_key: 'scheduleKey' in order.ref ? order.ref.scheduleKey : '',
    seat_ids_json: JSON.stringify(order.quote.lines.map(line => line.seatId)),
    show_json: JSON.stringify(order.show),
    quote_json: JSON.stringify(order.quote),
    quote_hash: order.quote.hash,
    amount_fen: order.quote.totalFen,
    refund_rule_json: JSON.stringify(order.refundRule),
    starts_at: order.startsAt,
    sells_until: order.sellsUntil,
    lock_request_id: order.lockRequestId,
  }
}

/** What is open can be found by its column; what was settled is only kept. */
function attentionColumns({ attention }: OrderRecord) {
  const json = (flags: readonly Attention[]) => (flags.length === 0 ? null : JSON.stringify(flags))
  return {
    needs_human: json(attention.filter(flag => flag.settled === undefined)),
    settled_attention: json(attention.filter(flag => flag.settled !== undefined)),
  }
}

function attentionOf(row: Selectable<OrderRow>): Attention[] {
  const open = row.needs_human === null ? [] : Flags.parse(JSON.parse(row.needs_human))
  const settled = row.settled_attention === null ? [] : SettledFlags.parse(JSON.parse(row.settled_attention))
  return [...settled, ...open]
}

function decisionColumns({ decision, guest, kind }: OrderRecord, cipher: FieldCipher, seal: Seal) {
  const ticket = decision.kind === 'TICKET' ? decision : undefined
  const pin = guest.mobile?.slice(-4) ?? guest.mintedPin
  return {
    decision: decision.kind,
    decided_at: decision.kind === 'none' ? null : decision.at,
    pickup_code_sealed: seal('pickup_code', ticket?.pickupCode),
    // The counter's codes have four digits (T11): goods alone are found by their QR only.
    pickup_digest:
      ticket === undefined || kind === 'goods' ? null : pickupDigest(cipher, ticket.pickupCode, pin),
    pickup_code_digest: ticket === undefined ? null : pickupCodeDigest(cipher, ticket.pickupCode),
    booking_no: ticket?.bookingNo ?? null,
    goods_code_sealed: seal('goods_code', ticket?.goodsCode),
  }
}

function decisionOf(row: Selectable<OrderRow>, open: Open): Decision {
  const at = row.decided_at ?? 0
  switch (row.decision) {
    case 'none':
      return { kind: 'none' }
    case 'REFUND':
      return { kind: 'REFUND', at }
    case 'TICKET': {
      const pickupCode = open('pickup_code', known(row, 'pickup_code_sealed'))
      const { goods_code_sealed: sealed } = row
      const goodsCode = sealed === null ? {} : { goodsCode: open('goods_code', sealed) }
      return { kind: 'TICKET', at, pickupCode, bookingNo: row.booking_no ?? '', ...goodsCode }
    }
    default:
      throw damaged(row, 'decision')
  }
}
