import type { Selectable } from 'kysely'
import { z } from 'zod'
import { RefundRule } from '#contract/catalog.ts'
import { CinemaId, IntentId, OrderId, TicketToken } from '#contract/ids.ts'
import { OrderReason, OrderShow, Quote } from '#contract/order.ts'
import type { FieldCipher } from './field-cipher.ts'
import { paymentOf, refundOf } from './payment-row.ts'
import {
  attentionReasons,
  type Confirm,
  type Decision,
  type Lock,
  type OrderRecord,
  orderStates,
  type Reverse,
  reverseAnswers,
  type TicketEvidence,
  type Upstream,
} from './record.ts'
import type { OrderRow, PaymentRow, RefundRow } from './schema.ts'

const State = z.enum(orderStates)
const Answer = z.enum(reverseAnswers)
const Flags = z.array(z.object({ reason: z.enum(attentionReasons), at: z.number() }))
const Evidence = z.object({ pickupCode: z.string(), bookingNo: z.string(), ticketNos: z.array(z.string()) })
const UpstreamStatus = z.enum([
  'wait_ticket',
  'ticket_success',
  'ticket_failed',
  'refunding',
  'refund_success',
  'refund_failed',
  'reverse_success',
  'other',
])

/** Digest under which a ticket is found by what stands on it; code and pin together, so neither is told apart. */
export function pickupDigest(cipher: FieldCipher, code: string, pin: string): string {
  return cipher.digest('pickup', `${code}|${pin}`)
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
    ref: {
      cinemaId: CinemaId.parse(row.cinema_id),
      scheduleId: row.schedule_id,
      scheduleKey: row.schedule_key,
    },
    show: OrderShow.parse(JSON.parse(row.show_json)),
    quote: Quote.parse(JSON.parse(row.quote_json)),
    refundRule: RefundRule.parse(JSON.parse(row.refund_rule_json)),
    startsAt: row.starts_at,
    sellsUntil: row.sells_until,
    guest: {
      mobile: row.mobile_sealed === null ? undefined : open('mobile', row.mobile_sealed),
      mintedPin: open('pin', row.pin_sealed),
    },
    state: State.parse(row.state),
    reason: row.reason === null ? undefined : OrderReason.parse(row.reason),
    lock: lockOf(row),
    payments: payments.map(paymentOf),
    refunds: refunds.map(refundOf),
    confirm: confirmOf(row, open),
    reverse: reverseOf(row),
    upstream: upstreamOf(row, open),
    decision: decisionOf(row, open),
    attention: row.needs_human === null ? [] : Flags.parse(JSON.parse(row.needs_human)),
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
    state: order.state,
    reason: order.reason ?? null,
    needs_human: order.attention.length === 0 ? null : JSON.stringify(order.attention),
    ...decisionColumns(order, cipher, seal),
    ...lockColumns(order),
    ...confirmColumns(order, cipher, seal),
    ...reverseColumns(order),
    ...upstreamColumns(order, seal),
    next_run_at: order.nextRunAt ?? null,
    lease_owner: order.lease?.owner ?? null,
    lease_until: order.lease?.until ?? null,
    fence: order.fence,
    version: order.version,
  }
}

type Seal = (column: string, plain: string | undefined) => string | null
type Open = (column: string, sealed: string) => string

const place = (id: string, column: string) => `orders/${column}/${id}`

function wishColumns(order: OrderRecord) {
  return {
    id: order.id,
    intent_id: order.intentId,
    intent_digest: order.intentDigest,
    kind: 'ticket',
    created_at: order.createdAt,
    cinema_id: order.ref.cinemaId,
    schedule_id: order.ref.scheduleId,
    schedule_key: order.ref.scheduleKey,
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

function decisionColumns({ decision, guest }: OrderRecord, cipher: FieldCipher, seal: Seal) {
  const ticket = decision.kind === 'TICKET' ? decision : undefined
  const pin = guest.mobile?.slice(-4) ?? guest.mintedPin
  return {
    decision: decision.kind,
    decided_at: decision.kind === 'none' ? null : decision.at,
    pickup_code_sealed: seal('pickup_code', ticket?.pickupCode),
    pickup_digest: ticket === undefined ? null : pickupDigest(cipher, ticket.pickupCode, pin),
    booking_no: ticket?.bookingNo ?? null,
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
      return { kind: 'TICKET', at, pickupCode, bookingNo: row.booking_no ?? '' }
    }
    default:
      throw damaged(row, 'decision')
  }
}

function lockColumns({ lock }: OrderRecord) {
  const held = lock.kind === 'held' ? lock : undefined
  return {
    lock_kind: lock.kind,
    lock_at: 'at' in lock ? lock.at : null,
    lock_id: 'lockId' in lock ? lock.lockId : null,
    lock_code: lock.kind === 'refused' ? lock.code : null,
    release_tries: held?.releaseTries ?? 0,
    release_at: held?.releaseAt ?? null,
  }
}

function lockOf(row: Selectable<OrderRow>): Lock {
  const at = row.lock_at ?? 0
  switch (row.lock_kind) {
    case 'unsent':
    case 'not-sent':
      return { kind: row.lock_kind }
    case 'sent':
    case 'unknown':
      return { kind: row.lock_kind, at }
    case 'refused':
      return { kind: 'refused', code: row.lock_code ?? '' }
    case 'held':
      return {
        kind: 'held',
        at,
        lockId: known(row, 'lock_id'),
        releaseTries: row.release_tries,
        releaseAt: row.release_at ?? undefined,
      }
    case 'released':
      return { kind: 'released', at, lockId: known(row, 'lock_id') }
    default:
      throw damaged(row, 'lock_kind')
  }
}

function confirmColumns({ confirm }: OrderRecord, cipher: FieldCipher, seal: Seal) {
  const payload = confirm.kind === 'none' ? undefined : confirm.payload
  const sent = confirm.kind === 'sent' ? confirm : undefined
  return {
    confirm_sealed: seal('confirm', payload),
    confirm_digest: payload === undefined ? null : cipher.digest('confirm', payload),
    confirm_count: sent?.count ?? 0,
    first_confirm_at: sent?.firstAt ?? null,
    last_confirm_at: sent?.lastAt ?? null,
    confirm_not_processed: sent?.notProcessed ?? 0,
    confirm_negatives: sent?.negatives ?? 0,
    confirm_code: sent?.lastCode ?? null,
  }
}

function confirmOf(row: Selectable<OrderRow>, open: Open): Confirm {
  if (row.confirm_sealed === null) return { kind: 'none' }
  const payload = open('confirm', row.confirm_sealed)
  if (row.first_confirm_at === null || row.last_confirm_at === null) return { kind: 'frozen', payload }
  return {
    kind: 'sent',
    payload,
    firstAt: row.first_confirm_at,
    lastAt: row.last_confirm_at,
    count: row.confirm_count,
    notProcessed: row.confirm_not_processed,
    negatives: row.confirm_negatives,
    lastCode: row.confirm_code ?? undefined,
  }
}

function reverseColumns({ reverse }: OrderRecord) {
  const sent = reverse.kind === 'sent' ? reverse : undefined
  return {
    reverse_count: sent?.count ?? 0,
    first_reverse_at: sent?.firstAt ?? null,
    last_reverse_at: sent?.lastAt ?? null,
    reverse_answer: sent?.answer ?? null,
    reverse_answered_at: sent?.answeredAt ?? null,
    reverse_ever_done: sent?.everDone === true ? 1 : 0,
  }
}

function reverseOf(row: Selectable<OrderRow>): Reverse {
  if (row.first_reverse_at === null || row.last_reverse_at === null) return { kind: 'none' }
  return {
    kind: 'sent',
    firstAt: row.first_reverse_at,
    lastAt: row.last_reverse_at,
    count: row.reverse_count,
    answer: Answer.parse(row.reverse_answer),
    answeredAt: row.reverse_answered_at ?? undefined,
    everDone: row.reverse_ever_done === 1,
  }
}

function upstreamColumns({ upstream }: OrderRecord, seal: Seal) {
  return {
    cloud_order_id: upstream.cloudOrderId ?? null,
    last_query_at: upstream.lastAskedAt ?? null,
    upstream_status: upstream.status?.is ?? null,
    upstream_status_at: upstream.status?.askedAt ?? null,
    not_found_count: upstream.notFound?.count ?? 0,
    not_found_since: upstream.notFound?.firstAt ?? null,
    not_found_last: upstream.notFound?.lastAt ?? null,
    tickets_sealed: seal('tickets', upstream.tickets && JSON.stringify(upstream.tickets)),
  }
}

function upstreamOf(row: Selectable<OrderRow>, open: Open): Upstream {
  const { not_found_count: count, not_found_since: firstAt, not_found_last: lastAt } = row
  const tickets: TicketEvidence | undefined =
    row.tickets_sealed === null ? undefined : Evidence.parse(JSON.parse(open('tickets', row.tickets_sealed)))
  return {
    cloudOrderId: row.cloud_order_id ?? undefined,
    lastAskedAt: row.last_query_at ?? undefined,
    status:
      row.upstream_status === null
        ? undefined
        : { is: UpstreamStatus.parse(row.upstream_status), askedAt: row.upstream_status_at ?? 0 },
    notFound: firstAt === null || lastAt === null ? undefined : { count, firstAt, lastAt },
    tickets,
  }
}

function known(row: Selectable<OrderRow>, column: 'lock_id' | 'pickup_code_sealed'): string {
  const value = row[column]
  if (value === null) throw damaged(row, column)
  return value
}

const damaged = (row: Selectable<OrderRow>, column: string) =>
  new Error(`The journal's order ${row.id} is damaged in ${column}.`)
