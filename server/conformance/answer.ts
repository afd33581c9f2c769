import { z } from 'zod'
import type { Exchange } from './cloud-client.ts'

/** An answer read as far as its codes, in any of the forms that the specification shows. */
export interface Answer {
  exchange: Exchange
  retCode: string
  bizCode: string
  /** The code that decides: the platform's when it is not "0", else the business's; '' when there is neither. */
  code: string
  /** Its business was done. */
  ok: boolean
  /** The inner `dataList` or `data`. */
  payload: unknown
  /** Why no code could be read. */
  unreadable?: string
}

const Code = z.union([z.string(), z.number().transform(String)])
const Outer = z.object({ retCode: Code, data: z.unknown().optional() })
const Inner = z.object({ bizCode: Code, data: z.unknown().optional(), dataList: z.unknown().optional() })

/** Codes that say the business was done: SUCCESS, and the "yes" of getOrderPrintStatus (9.2.6). */
const doneCodes: ReadonlySet<string> = new Set(['SUCCESS', 'PRINT_TICKET_ALLOW'])

/**
 * Reads an answer as kindly as can be: `data` as a JSON string (1.6), the inner part alone (the example of 4.4.5).
 * What is kindly read here is strictly looked at by the rules about tables and envelope.
 */
export function readAnswer(exchange: Exchange): Answer {
  const body = parseJson(exchange.body)
  const none = { exchange, retCode: '', bizCode: '', code: '', ok: false, payload: undefined }
  if (body === undefined) return { ...none, unreadable: 'the answer is not JSON' }
  const outer = Outer.safeParse(body)
  if (outer.success && outer.data.retCode !== '0')
    return { ...none, retCode: outer.data.retCode, code: outer.data.retCode }
  const inner = Inner.safeParse(outer.success ? unpacked(outer.data.data) : body)
  const retCode = outer.success ? outer.data.retCode : ''
  if (!inner.success) return { ...none, retCode, unreadable: 'the answer has no bizCode' }
  const { bizCode, data, dataList } = inner.data
  return {
    exchange,
    retCode,
    bizCode,
    code: bizCode,
    ok: doneCodes.has(bizCode),
    payload: unpacked(dataList ?? data),
  }
}

const unpacked = (value: unknown) => (typeof value === 'string' ? parseJson(value) : value)

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
