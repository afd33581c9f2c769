import { z } from 'zod'
import type { CodeLevel } from './codes.ts'

/** An answer's body, read as far as its codes. */
export type Reading =
  | { kind: 'code'; level: CodeLevel; code: string; message: string; payload: unknown }
  | { kind: 'unreadable'; reason: string }

const code = z.union([z.string(), z.number().transform(String)])
const Outer = z.object({ retCode: code, retMsg: z.string().nullish(), data: z.unknown().optional() })
const Inner = z.object({
  bizCode: code,
  bizMsg: z.string().nullish(),
  data: z.unknown().optional(),
  dataList: z.unknown().optional(),
})

/**
 * Reads the envelope in all the forms that the specification shows: `{retCode, data: {bizCode, data | dataList}}`,
 * `data` as a JSON string (1.6), and the inner part alone (the example of 4.4.5).
 */
export function readEnvelope(body: string): Reading {
  const parsed = parseJson(body)
  if (parsed === undefined) return { kind: 'unreadable', reason: 'the answer is not JSON' }
  const outer = Outer.safeParse(parsed)
  if (!outer.success) return readInner(parsed)
  if (outer.data.retCode !== '0') {
    return {
      kind: 'code',
      level: 'system',
      code: outer.data.retCode,
      message: outer.data.retMsg ?? '',
      payload: undefined,
    }
  }
  const { data } = outer.data
  return readInner(unpacked(data))
}

function readInner(value: unknown): Reading {
  const inner = Inner.safeParse(value)
  if (!inner.success) return { kind: 'unreadable', reason: 'the answer has no bizCode' }
  const { bizCode, bizMsg, data, dataList } = inner.data
  return {
    kind: 'code',
    level: 'business',
    code: bizCode,
    message: bizMsg ?? '',
    payload: unpacked(dataList ?? data),
  }
}

/** `data` is a String by the table of 1.6, and JSON by every example. */
const unpacked = (data: unknown) => (typeof data === 'string' ? parseJson(data) : data)

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
