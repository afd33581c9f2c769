import { z } from 'zod'

/** What every API's name begins with. */
export const prefix = 'ykse.partner.'

/** What a call does upstream; decides its patience and whether a breaker may refuse it. */
export type CallKind =
  /** Shows what is on offer. */
  | 'read'
  /** Locks or releases seats: before any money. */
  | 'lock'
  /** Moves money or tickets, or tells what became of them: never refused by a breaker, patient. */
  | 'settle'

/** One API of the specification, said once: everything about it follows from here. */
export interface Declaration<P extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  name: `${typeof prefix}${string}`
  /** Paragraph of the specification. */
  section: string
  kind: CallKind
  /** The parameter by which a repeated call is the same call, if the cloud promises that. */
  idempotentBy?: string
  /** Milliseconds after which the answer counts as lost. */
  timeoutMs: number
  /** How long the specification wants the answer to be kept, ms. */
  cacheMs?: number
  /** Whether the result stands in `data`, in `dataList`, or is nothing but the code. */
  answer: 'object' | 'list' | 'none'
  params: P
  result: R
}

const patienceMs = { read: 15_000, lock: 20_000, settle: 50_000 } as const

type Given<P extends z.ZodType, R extends z.ZodType> = Omit<Declaration<P, R>, 'timeoutMs' | 'name'> & {
  /** The part after `ykse.partner.`. */
  name: string
  timeoutMs?: number
}

/** Declares an API; the timeout follows from its kind unless given. */
export function declare<P extends z.ZodType, R extends z.ZodType>(given: Given<P, R>): Declaration<P, R> {
  return { timeoutMs: patienceMs[given.kind], ...given, name: `${prefix}${given.name}` }
}

/** The API's name without what every name begins with: "order.confirmOrder". */
export const shortName = ({ name }: Pick<Declaration, 'name'>): string => name.slice(prefix.length)

/** The result of an act that answers nothing but its code. */
export const nothing = z.unknown().transform(() => ({}))
