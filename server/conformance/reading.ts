import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { type LocalDate, toInstant } from '#contract/time.ts'
import type { Answer } from './answer.ts'
import { Untried } from './verdict.ts'

/*
 * How the kit reads the fields it goes on with: kindly, so that a wrong type is found once, by the rule about that
 * table, and does not make a dozen others unclear.
 */

/** Text, also where a number stands for it. */
export const Text = z.union([z.string().min(1), z.number().transform(String)])
/** Missing, null and "" are all absent. */
export const OptionalText = z
  .union([z.string(), z.number().transform(String), z.null()])
  .optional()
  .transform(value => (value === null || value === '' ? undefined : value))
export const Count = z
  .union([z.int(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .transform(value => value ?? undefined)

/** An amount of yuan with none to two decimals, as fen; undefined when it is none. */
export function fenOf(text: string | undefined): number | undefined {
  const [, sign, yuan, decimals = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text ?? '') ?? []
  if (yuan === undefined) return undefined
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
  return sign === '-' ? -fen : fen
}

/** "45.00" for 4500 and "-1.50" for -150. */
export const yuanOf = (fen: number): string => (fen < 0 ? `-${yuan(-fen)}` : yuan(fen))

/** Epoch ms of "2015-12-16 23:30:00", Beijing time; undefined when it is none. */
export function instantOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined
  const instant = Date.parse(`${text.replace(' ', 'T')}+08:00`)
  return Number.isNaN(instant) ? undefined : instant
}

/** The calendar day in Beijing, by which cards and their records run (not by the business day of the shows). */
export const calendarDay = (epochMs: number): LocalDate => toInstant(epochMs).slice(0, 10)

/** The object of an answer. @throws Untried unclear when it is another */
export function objectIn<S extends z.ZodType>(answer: Answer, schema: S): z.output<S> {
  // Two interfaces answer an array of one in the specification's examples (7.9.5, 7.10.5).
  const value: unknown = Array.isArray(answer.payload) ? answer.payload[0] : answer.payload
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const at = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
  throw new Untried('unclear', `the answer of ${answer.exchange.api} could not be read${at && ` at ${at}`}`)
}

/** The readable ones among values that should be a list. */
export function readable<S extends z.ZodType>(values: unknown, schema: S): z.output<S>[] {
  if (!Array.isArray(values)) return []
  return values.flatMap((value: unknown) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })
}

/** The rows of an answer that can be read. */
export const rowsIn = <S extends z.ZodType>(answer: Answer, schema: S): z.output<S>[] =>
  readable(answer.payload, schema)
