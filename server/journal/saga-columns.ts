import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { FieldCipher } from './field-cipher.ts'
import {
  type Confirm,
  type GiveBack,
  giveBackAnswers,
  type Lock,
  type OrderRecord,
  type Reverse,
  reverseAnswers,
  type TicketEvidence,
  type Upstream,
} from './record.ts'
import type { OrderRow } from './schema.ts'

/** Seals a column of the row at hand. */
export type Seal = (column: string, plain: string | undefined) => string | null
/** Opens one. */
export type Open = (column: string, sealed: string) => string

const Answer = z.enum(reverseAnswers)
const ReturnAnswer = z.enum(giveBackAnswers)
const Evidence = z
  .object({
    pickupCode: z.string(),
    bookingNo: z.string(),
    ticketNos: z.array(z.string()),
    goodsCode: z.string().optional(),
  })
  .transform(({ goodsCode, ...evidence }) =>
    goodsCode === undefined ? evidence : { ...evidence, goodsCode },
  )
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

/** What was sent to the cloud and what it told, as columns and back: lock, confirm, reversal, answers. */
export function lockColumns({ lock }: OrderRecord) {
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

export function lockOf(row: Selectable<OrderRow>): Lock {
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

/** Stands in the place of sealed bytes that are of no more use. */
const erased = 'erased'

/** Whether there was a confirm whose bytes are gone. */
export const isErased = ({ confirm }: Pick<OrderRecord, 'confirm'>): boolean =>
  confirm.kind !== 'none' && confirm.payload === undefined

export function confirmColumns({ confirm }: OrderRecord, cipher: FieldCipher, seal: Seal) {
  const payload = confirm.kind === 'none' ? undefined : confirm.payload
  const sent = confirm.kind === 'sent' ? confirm : undefined
  return {
    confirm_sealed: isErased({ confirm }) ? erased : seal('confirm', payload),
    // Of erased bytes nobody can make the digest again: the store keeps the one that there is.
    confirm_digest: payload === undefined ? null : cipher.digest('confirm', payload),
    confirm_count: sent?.count ?? 0,
    first_confirm_at: sent?.firstAt ?? null,
    last_confirm_at: sent?.lastAt ?? null,
    confirm_not_processed: sent?.notProcessed ?? 0,
    confirm_negatives: sent?.negatives ?? 0,
    confirm_code: sent?.lastCode ?? null,
  }
}

export function confirmOf(row: Selectable<OrderRow>, open: Open): Confirm {
  if (row.confirm_sealed === null) return { kind: 'none' }
  const payload = row.confirm_sealed === erased ? undefined : open('confirm', row.confirm_sealed)
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

export function reverseColumns({ reverse }: OrderRecord) {
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

export function reverseOf(row: Selectable<OrderRow>): Reverse {
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

export function returnColumns({ giveBack }: OrderRecord) {
  const asked = giveBack.kind === 'asked' ? giveBack : undefined
  return {
    return_kind: giveBack.kind,
    return_at: giveBack.kind === 'none' ? null : giveBack.at,
    return_count: asked?.count ?? 0,
    return_last_at: asked?.lastAt ?? null,
    return_not_processed: asked?.notProcessed ?? 0,
    return_answer: asked?.answer ?? null,
    return_answered_at: asked?.answeredAt ?? null,
    return_code: giveBack.kind === 'refused' ? giveBack.code : (asked?.code ?? null),
  }
}

export function returnOf(row: Selectable<OrderRow>): GiveBack {
  const at = row.return_at ?? 0
  switch (row.return_kind) {
    case 'none':
      return { kind: 'none' }
    case 'asked':
      return {
        kind: 'asked',
        at,
        count: row.return_count,
        lastAt: row.return_last_at ?? undefined,
        notProcessed: row.return_not_processed,
        answer: ReturnAnswer.parse(row.return_answer),
        answeredAt: row.return_answered_at ?? undefined,
        code: row.return_code ?? undefined,
      }
    case 'refused':
      return { kind: 'refused', at, code: row.return_code ?? '' }
    case 'done':
      return { kind: 'done', at }
    default:
      throw damaged(row, 'return_kind')
  }
}

export function upstreamColumns({ upstream }: OrderRecord, seal: Seal) {
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

export function upstreamOf(row: Selectable<OrderRow>, open: Open): Upstream {
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

export function known(row: Selectable<OrderRow>, column: 'lock_id' | 'pickup_code_sealed'): string {
  const value = row[column]
  if (value === null) throw damaged(row, column)
  return value
}

export const damaged = (row: Selectable<OrderRow>, column: string) =>
  new Error(`The journal's order ${row.id} is damaged in ${column}.`)
