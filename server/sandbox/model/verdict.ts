import { AssertionError } from 'node:assert'

export type Data = Readonly<Record<string, unknown>>

/** A call as the model sees it: by whom, of what, when. */
export interface Ask {
  /** The part behind the vendor's prefix. */
  api: string
  data: Data
  channel: { channelCode: string; cardKey: string }
  now: number
  /** How long the cinema will take for it; 0 is at once. */
  slowMs: number
}

/**
 * What has to come of a call. `codes` are all the codes that would be right: where several rules are broken at once
 * the specification does not say which is told.
 */
export interface Expected {
  codes: ReadonlySet<string>
  /** Looks at the answer's inner data and writes into the books what the call has done. */
  then?: (data: unknown) => void
}

/** The rules that a call breaks, gathered. */
export type Broken = Set<string>

/** Refused for any of the rules broken; done, and looked at with `then`, when there are none. */
export const verdict = (broken: Broken, then: (data: unknown) => void): Expected =>
  broken.size > 0 ? { codes: broken } : { codes: new Set(['SUCCESS']), then }

export const answers = (code: string, then?: (data: unknown) => void): Expected =>
  then ? { codes: new Set([code]), then } : { codes: new Set([code]) }

export const isAbsent = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === ''

export const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A parameter that has to be there, as text; undefined when a rule was broken. */
export function text(data: Data, name: string, broken: Broken, longest = 64): string | undefined {
  if (isAbsent(data[name])) broken.add('NULL_ARGUMENT')
  return optional(data, name, broken, longest)
}

export function optional(data: Data, name: string, broken: Broken, longest = 64): string | undefined {
  const value = data[name]
  if (isAbsent(value)) return undefined
  if (typeof value === 'string' && value.length <= longest) return value
  broken.add('FORMAT_ERROR')
  return undefined
}

/** An amount of yuan as fen. */
export function fenOf(data: Data, name: string, broken: Broken): number | undefined {
  const value = text(data, name, broken)
  if (value === undefined) return undefined
  if (/^\d{1,7}(\.\d{1,2})?$/.test(value)) return fen(value)
  broken.add('FORMAT_ERROR')
  return undefined
}

/** "45.5" and "-45.50" as fen, without floating. */
export function fen(value: string): number {
  const [whole = '', decimals = ''] = value.replace('-', '').split('.')
  const amount = Number(`${whole}${decimals.padEnd(2, '0')}`)
  return value.startsWith('-') ? -amount : amount
}

/** "-45.50" for -4550. */
export function yuan(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** One writing for one meaning. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )

/**
 * Compares an answer with what the model knows: every field it names has to be so, lists item by item; fields that
 * it does not name may be anything, and undefined means that there has to be none.
 *
 * @throws AssertionError with the place where they differ
 */
export function matches(actual: unknown, expected: unknown, place = 'data'): void {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) throw differ(place, actual, expected)
    expected.forEach((item, index) => {
      matches(actual[index], item, `${place}[${index}]`)
    })
  } else if (isObject(expected)) {
    if (!isObject(actual)) throw differ(place, actual, expected)
    for (const [name, value] of Object.entries(expected)) matches(actual[name], value, `${place}.${name}`)
  } else if (actual !== expected) throw differ(place, actual, expected)
}

const differ = (place: string, actual: unknown, expected: unknown) =>
  new AssertionError({
    message: `${place}: the cloud says ${shortly(actual)}, the model ${shortly(expected)}`,
    actual,
    expected,
  })

const shortly = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 400)
