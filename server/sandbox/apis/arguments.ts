import { BizRefusal } from '../protocol/refusal.ts'

/** The business parameters of a call, read but not yet believed. */
export type Arguments = Readonly<Record<string, unknown>>

/** The specification's deepest parameter is a payment's card inside a ticket inside the list. */
const deepest = 8

/** Reads the `data` parameter; none means no parameters (specification 1.2). @throws BizRefusal FORMAT_ERROR */
export function parseArguments(data: string): Arguments {
  if (data === '') return {}
  let value: unknown
  try {
    value = JSON.parse(data)
  } catch (cause) {
    throw new BizRefusal('FORMAT_ERROR', `data is not JSON: ${cause instanceof Error ? cause.message : ''}`)
  }
  if (!isObject(value)) throw new BizRefusal('FORMAT_ERROR', 'data has to be a JSON object')
  if (isDeeperThan(value, deepest)) throw new BizRefusal('FORMAT_ERROR', 'data is nested too deeply')
  return value
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some(inner => isDeeperThan(inner, levels - 1))
}

/** Missing, null and "" are all "not given" to the cloud. */
export const isAbsent = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === ''

/** @throws BizRefusal FORMAT_ERROR when it is given, but is no string of at most `longest` characters */
export function optionalText(args: Arguments, name: string, longest = 64): string | undefined {
  const value = args[name]
  if (isAbsent(value)) return undefined
  if (typeof value !== 'string') throw new BizRefusal('FORMAT_ERROR', `${name} has to be a string`)
  if (value.length > longest)
    throw new BizRefusal('FORMAT_ERROR', `${name} is longer than ${longest} characters`)
  return value
}

/** @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR */
export function text(args: Arguments, name: string, longest = 64): string {
  const value = optionalText(args, name, longest)
  if (value === undefined) throw new BizRefusal('NULL_ARGUMENT', name)
  return value
}

/** A calendar day `yyyy-MM-dd` that exists. @throws BizRefusal FORMAT_ERROR */
export function optionalDay(args: Arguments, name: string): string | undefined {
  const value = optionalText(args, name)
  if (value === undefined) return undefined
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== value)
    throw new BizRefusal('FORMAT_ERROR', `${name} has to be a day, yyyy-MM-dd`)
  return value
}

/** Missing is false. @throws BizRefusal FORMAT_ERROR when it is anything but true or false */
export function flag(args: Arguments, name: string): boolean {
  const value = args[name]
  if (isAbsent(value)) return false
  if (typeof value !== 'boolean') throw new BizRefusal('FORMAT_ERROR', `${name} has to be true or false`)
  return value
}

/** An amount of yuan, a string of at most two decimals, as fen. @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR */
export function fen(args: Arguments, name: string): number {
  const value = text(args, name)
  const [, yuan, decimals = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(value) ?? []
  if (yuan === undefined) throw new BizRefusal('FORMAT_ERROR', `${name} has to be an amount such as "45.00"`)
  return Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
}

/** One writing for one meaning: object keys sorted at every level. Repetitions of a request are told by it. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}
