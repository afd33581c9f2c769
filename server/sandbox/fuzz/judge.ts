import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { isBizCode, isRetCode } from '../protocol/codes.ts'
import type { Attempt } from './attempt.ts'
import type { Reply } from './wire.ts'

/** The outer envelope of specification 1.6. */
const Envelope = z.strictObject({
  api: z.string(),
  v: z.string(),
  retCode: z.string(),
  retMsg: z.string(),
  data: z
    .strictObject({
      bizCode: z.string(),
      bizMsg: z.string(),
      data: z.unknown().optional(),
      dataList: z.array(z.unknown()).optional(),
    })
    .optional(),
})

/** The word that an answer is counted under, and what is wrong with it, if anything is. */
export interface Verdict {
  outcome: string
  wrong?: string
}

/** Codes that speak of the cloud's own failure: no request, however malformed, may bring one about. */
const ownFailures: ReadonlySet<string> = new Set(['10001', 'SYSTEM_ERROR', 'UNKNOWN_ERROR'])

/** Judges one answer: a code of the protocol or a 4xx, and a refusal where nothing else can be right. */
export function judge(attempt: Attempt, reply: Reply): Verdict {
  const { status } = reply
  const outcome = `HTTP ${status}`
  // A control page that was never built is said to be so.
  if (status === 503 && /^\w+ \/sandbox/.test(attempt.bytes.toString('latin1', 0, 20))) return { outcome }
  if (status >= 500) return { outcome, wrong: `answered ${status}` }
  if (status >= 400) return { outcome }
  if (status !== 200) return { outcome, wrong: `answered ${status}` }
  const text = textOf(reply)
  if (attempt.target === 'route') return judgeEnvelope(attempt, text)
  // Bytes that nobody can foresee may make up a call; a strange path may lead to the control page.
  if (Envelope.safeParse(json(text)).success) return judgeEnvelope(attempt, text)
  const page = reply.headers.get('content-type')?.startsWith('text/html')
  return attempt.refused && !page ? { outcome, wrong: 'not refused' } : { outcome }
}

function judgeEnvelope(attempt: Attempt, text: string): Verdict {
  const parsed = Envelope.safeParse(json(text))
  if (!parsed.success) return { outcome: 'no envelope', wrong: `no envelope: ${text.slice(0, 200)}` }
  const { retCode, data } = parsed.data
  const outcome = retCode === '0' ? (data?.bizCode ?? 'no data') : retCode
  const known = retCode === '0' ? data !== undefined && isBizCode(data.bizCode) : isRetCode(retCode) && !data
  if (!known) return { outcome, wrong: `no code of the protocol: ${text.slice(0, 200)}` }
  if (ownFailures.has(outcome)) return { outcome, wrong: `its own failure: ${text.slice(0, 200)}` }
  if (attempt.refused && outcome === 'SUCCESS') return { outcome, wrong: 'not refused' }
  return { outcome }
}

function textOf({ headers, body }: Reply): string {
  const plain = headers.get('content-encoding') === 'gzip' ? gunzipSync(body) : body
  return plain.toString('utf8')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    return cause
  }
}
