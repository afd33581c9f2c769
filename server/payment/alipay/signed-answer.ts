import type { KeyObject } from 'node:crypto'
import { isSignedBy } from '../rsa.ts'

/** One member of a JSON object, its value as it was written. */
interface Member {
  name: string
  raw: string
}

/**
 * The value of `name` in an answer such as `{"alipay_trade_query_response":{…},"sign":"…"}`, once Alipay's signature
 * over the value's very bytes has been verified; `error_response` takes its place when the gateway itself
 * refused. Undefined when the answer is not of that form, or not signed by one of the keys.
 */
export function readSigned(body: Uint8Array, name: string, keys: readonly KeyObject[]): unknown {
  const members = topLevel(body)
  const value = members?.find(member => member.name === name || member.name === 'error_response')
  const sign = members?.find(member => member.name === 'sign')
  if (value === undefined || sign === undefined) return undefined
  const signature: unknown = JSON.parse(sign.raw)
  if (typeof signature !== 'string') return undefined
  const bytes = Buffer.from(value.raw, 'utf8')
  return keys.some(key => isSignedBy(key, bytes, signature)) ? JSON.parse(value.raw) : undefined
}

/** The members of the outermost object, in the spelling of the text; undefined unless it is JSON with distinct names. */
function topLevel(body: Uint8Array): Member[] | undefined {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
  } catch {
    return undefined
  }
  // From here on the text is known to be valid JSON, so commas and colons outside strings and brackets divide it.
  const inner = text.trim().slice(1, -1)
  const members = split(inner, ',').map(part => {
    const [name = '', ...value] = split(part, ':')
    return { name: nameOf(name), raw: value.join(':').trim() }
  })
  return new Set(members.map(member => member.name)).size === members.length ? members : undefined
}

function nameOf(raw: string): string {
  const name: unknown = raw.trim() === '' ? '' : JSON.parse(raw)
  return typeof name === 'string' ? name : ''
}

/** Splits valid JSON text at a sign, but neither inside strings nor inside brackets. */
function split(text: string, at: ',' | ':'): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '"') i = endOfString(text, i)
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
    else if (char === at && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...parts, text.slice(start)]
}

/** The index of the quote that closes the string opened at `from`. */
function endOfString(text: string, from: number): number {
  let i = from + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i
}
