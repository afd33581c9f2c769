import { Agent, request } from 'undici'
import type { NotifyHeaders } from './provider.ts'

/** What came back of one HTTP exchange with a payment provider, before anybody believes it. */
export type Exchange =
  | { kind: 'answered'; status: number; headers: NotifyHeaders; body: Buffer }
  | { kind: 'not-sent'; reason: string }
  | { kind: 'unknown'; reason: string }

export interface HttpRequest {
  url: URL
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** Over the whole exchange; absent means the usual limit. */
  timeoutMs?: number
  /** Longer answers are cut off and count as unknown. */
  answerLimit: number
}

export interface Http {
  send(request: HttpRequest): Promise<Exchange>
  close(): Promise<void>
}

/** System calls that come before the first byte of a request. */
const beforeSending = new Set(['connect', 'getaddrinfo'])

/**
 * Requests out, bytes back: keep-alive, no redirects, no compression (signatures cover the bytes as they come), a
 * limit on time and size. Never throws; reasons quote neither address nor answer.
 */
export function createHttp(usual: { timeoutMs: number } = { timeoutMs: 10_000 }): Http {
  const agent = new Agent({ connections: 16, keepAliveTimeout: 10_000, connect: { timeout: 5_000 } })
  return {
    async send({ url, method, headers, body, timeoutMs = usual.timeoutMs, answerLimit }) {
      try {
        const answer = await request(url, {
          dispatcher: agent,
          method,
          headers,
          signal: AbortSignal.timeout(timeoutMs),
          ...(body !== undefined && { body }),
        })
        return {
          kind: 'answered',
          status: answer.statusCode,
          headers: answer.headers,
          body: await readUpTo(answer.body, answerLimit),
        }
      } catch (error) {
        return { kind: neverLeft(error) ? 'not-sent' : 'unknown', reason: reasonOf(error) }
      }
    },
    close: () => agent.destroy(),
  }
}

async function readUpTo(body: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) throw new Error('the answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Nothing was sent when no connection came about; the same code after that leaves all open. */
function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverLeft)
  if ('code' in error && error.code === 'UND_ERR_CONNECT_TIMEOUT') return true
  return 'syscall' in error && typeof error.syscall === 'string' && beforeSending.has(error.syscall)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  if (error.name === 'TimeoutError') return 'timeout'
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : error.name
}
