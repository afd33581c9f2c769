import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BizCode, bizMessages, retMessages } from './codes.ts'
import { type Packed, packed } from './packed.ts'
import { BizRefusal, type HttpRefusal, SystemRefusal } from './refusal.ts'

/**
 * What an interface answers: one object or a list, as its table says, or a code other than SUCCESS although its
 * work stands, with the object where the examples have both (a refusal is thrown instead, and undoes the work).
 */
export type Result = { data: object } | { dataList: object[] } | { bizCode: BizCode; data?: object }

/** The inner part of an answer: `data` of specification 1.6. */
type Business = { bizCode: string; bizMsg: string }

/** What came of a call: an answer, a refusal, or the sandbox's own failure. */
export type Outcome = Business | Error

/** An answer of no table: with a code that callers have never heard of. */
export const unheardOf: Outcome = { bizCode: 'PHOENIX_8_UNDOCUMENTED', bizMsg: '未收录的返回码' }

export function answered(result: Result): Business {
  const bizCode = 'bizCode' in result ? result.bizCode : 'SUCCESS'
  return { ...result, bizCode, bizMsg: bizMessages[bizCode] }
}

const refused = (refusal: BizRefusal): Business => ({ bizCode: refusal.bizCode, bizMsg: refusal.message })

/**
 * The outer envelope of specification 1.6. A refusal of the platform has no `data`: there was no business.
 * Anything that is no refusal is the sandbox's own failure, 10001.
 */
export function envelope(head: { api: string; v: string }, outcome: Outcome): string {
  if (outcome instanceof SystemRefusal)
    return JSON.stringify({ ...head, retCode: outcome.retCode, retMsg: outcome.message })
  if (outcome instanceof Error && !(outcome instanceof BizRefusal))
    return JSON.stringify({ ...head, retCode: '10001', retMsg: retMessages['10001'] })
  const data = outcome instanceof BizRefusal ? refused(outcome) : outcome
  return JSON.stringify({ ...head, retCode: '0', retMsg: retMessages['0'], data })
}

/** Below this a compressed answer is hardly shorter. */
const worthCompressing = 1024

/** Sends JSON, compressed when the caller accepts gzip (specification 1.7). @returns its bytes before that */
export const sendJson = (response: ServerResponse, json: string, acceptEncoding?: string): Promise<number> =>
  sendPacked(response, packed(json), acceptEncoding)

/** The same of JSON that may have been sent before. */
export async function sendPacked(
  response: ServerResponse,
  answer: Packed,
  acceptEncoding = '',
): Promise<number> {
  const { plain } = answer
  const zip = plain.length >= worthCompressing && /\bgzip\b/.test(acceptEncoding)
  const body = zip ? await answer.zipped() : plain
  response.writeHead(200, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    vary: 'accept-encoding',
    ...(zip ? { 'content-encoding': 'gzip' } : {}),
  })
  response.end(body)
  return plain.length
}

const badGateway =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n' +
  '<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n'

/** What a gateway in front of the cloud says when it gets no answer from it. */
export function sendBadGateway(response: ServerResponse): number {
  response.writeHead(502, {
    'content-type': 'text/html',
    'content-length': Buffer.byteLength(badGateway),
  })
  response.end(badGateway)
  return 0
}

/** Half the JSON, as if that were all. */
export function sendHalf(response: ServerResponse, { plain }: Packed): number {
  const half = plain.subarray(0, Math.floor(plain.length / 2))
  response.writeHead(200, { 'content-type': 'application/json;charset=UTF-8', 'content-length': half.length })
  response.end(half)
  return half.length
}

/** Half the JSON of an answer that promised all of it, then the connection is reset. */
export function breakOff(request: IncomingMessage, response: ServerResponse, { plain }: Packed): number {
  const half = plain.subarray(0, Math.floor(plain.length / 2))
  response.writeHead(200, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': plain.length,
  })
  response.write(half, () => request.socket.resetAndDestroy())
  return half.length
}

/** Lets the answer bear the time of the sandbox's own clock, which callers may set theirs by. */
export function stampDate(response: ServerResponse, now: number): void {
  response.setHeader('date', new Date(now).toUTCString())
}

/** Answers what is no call at all; the connection is not kept, for its rest may be unread. */
export function sendHttpRefusal(response: ServerResponse, refusal: HttpRefusal): void {
  const body = `${refusal.message}\n`
  response.writeHead(refusal.status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  })
  response.end(body)
}
