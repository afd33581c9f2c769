import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Agent, request } from 'undici'

/** What came back of one HTTP exchange, before anybody reads it. */
export type RawAnswer =
  | { kind: 'answered'; status: number; body: string; dateMs?: number }
  | { kind: 'not-sent'; reason: string }
  | { kind: 'unknown'; reason: string }

export interface Transport {
  send(parameters: Readonly<Record<string, string>>, timeoutMs: number): Promise<RawAnswer>
  close(): Promise<void>
}

export interface TransportOptions {
  /** The cloud's address, with or without `/route`. */
  url: string
  method: 'POST' | 'GET'
  /** Connections, and with them calls, at the same time. */
  connections: number
  /** Longer answers are cut off and count as unreadable, bytes after decompression. */
  answerLimit: number
}

const unzip = promisify(gunzip)

/** System calls that come before the first byte of a request. */
const beforeSending = new Set(['connect', 'getaddrinfo'])

/**
 * Signed parameters to bytes and back: keep-alive, gzip, no redirects, a time limit over the whole exchange.
 * POST bodies by default, so that no proxy's log sees a signature. Reasons never quote parameters.
 */
export function createTransport({ url, method, connections, answerLimit }: TransportOptions): Transport {
  const target = new URL(url.endsWith('/route') ? url : `${url.replace(/\/$/, '')}/route`)
  const agent = new Agent({ connections, keepAliveTimeout: 10_000, connect: { timeout: 5_000 } })

  async function send(parameters: Readonly<Record<string, string>>, timeoutMs: number): Promise<RawAnswer> {
    const form = new URLSearchParams(parameters).toString()
    const get = new URL(target)
    get.search = form
    try {
      const answer = await request(method === 'GET' ? get : target, {
        dispatcher: agent,
        method,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          accept: 'application/json',
          'accept-encoding': 'gzip',
          ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' }),
        },
        ...(method === 'POST' && { body: form }),
      })
      const bytes = await readUpTo(answer.body, answerLimit)
      const date = Date.parse(String(answer.headers['date'] ?? ''))
      return {
        kind: 'answered',
        status: answer.statusCode,
        body: await decode(bytes, String(answer.headers['content-encoding'] ?? ''), answerLimit),
        ...(Number.isFinite(date) && { dateMs: date }),
      }
    } catch (error) {
      return failure(error)
    }
  }

  return { send, close: () => agent.destroy() }
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

async function decode(bytes: Buffer, encoding: string, limit: number): Promise<string> {
  const plain = encoding.toLowerCase() === 'gzip' ? await unzip(bytes, { maxOutputLength: limit }) : bytes
  return plain.toString('utf8')
}

function failure(error: unknown): RawAnswer {
  return { kind: neverLeft(error) ? 'not-sent' : 'unknown', reason: reasonOf(error) }
}

/** Nothing was sent when no connection came about; the same code after that (EHOSTUNREACH) leaves all open. */
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
  return typeof code === 'string' ? code : error.message
}
