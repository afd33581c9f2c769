import { PickupRequest } from '#contract/pickup.ts'

/** What a guest has typed so far: the pickup code and the four digits beside it, without spaces. */
export interface CodeEntry {
  readonly code: string
  readonly pin: string
}

export const emptyEntry: CodeEntry = { code: '', pin: '' }

const pinLength = 4
const codeMax = 32

/** What is wrong with a field, for the screen to put into words. */
export type EntryFault = 'missing' | 'malformed'

export type CheckedEntry =
  | { ok: true; request: PickupRequest }
  | { ok: false; code: EntryFault | undefined; pin: EntryFault | undefined }

/** The request when both fields can be asked with, or what is wrong with each. */
export function checkEntry({ code, pin }: CodeEntry): CheckedEntry {
  const asked = { by: 'code', code, pin }
  const parsed = PickupRequest.safeParse(asked)
  if (parsed.success) return { ok: true, request: parsed.data }
  const bad = new Set(parsed.error.issues.map(issue => issue.path[0]))
  return {
    ok: false,
    code: bad.has('code') ? (code === '' ? 'missing' : 'malformed') : undefined,
    pin: bad.has('pin') ? (pin === '' ? 'missing' : 'malformed') : undefined,
  }
}

/** The code as typed or pasted: letters and digits only, full-width ones as plain ones. */
export const codeTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, codeMax)

/** The digits as typed or pasted; of a whole phone number its last four. */
export function pinTyped(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/g, '')
  return digits.length >= 11 ? digits.slice(-pinLength) : digits.slice(0, pinLength)
}

/**
 * Both fields from one pasted text, such as a message saying "取票码 2016011541719556，后四位 0000". Undefined
 * when it does not plainly hold both: then it is a code like any other.
 */
export function entryPasted(text: string): CodeEntry | undefined {
  const [code, pin, ...others] = text.normalize('NFKC').match(/[A-Za-z0-9]*\d[A-Za-z0-9]*/g) ?? []
  if (code === undefined || pin === undefined || others.length > 0) return undefined
  return code.length > pinLength && code.length <= codeMax && /^\d{4}$/.test(pin) ? { code, pin } : undefined
}

/** A code in groups of four, as it is printed, read out and compared. */
export const codeInGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

/** Where the caret stands in the grouped code when `before` letters and digits stand before it. */
export const caretInGroups = (before: number, length: number): number =>
  before + (before === length ? Math.max(0, Math.ceil(before / 4) - 1) : Math.floor(before / 4))
