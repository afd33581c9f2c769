import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Agent, request } from 'undici'
import type { Clock } from '../kernel/clock.ts'
import { sign } from '../moviecloud/sign.ts'

/** One call as a rule wants it; whatever it leaves out is as the specification has it. */
export interface Sending {
  /** The part of the interface's name behind `ykse.partner.`. */
  api: string
  /** The business parameters; text is sent as it stands, absent sends none. */
  data?: object | string
  /** POST, a form in the body, unless it says GET. */
  method?: 'GET' | 'POST'
  /** Whether it accepts gzip; it does unless told otherwise. */
  gzip?: boolean
  /** Public parameters to add or replace; undefined takes one away. They are signed. */
  parameters?: Readonly<Record<string, string | undefined>>
  /** Added or replaced after signing. */
  unsigned?: Readonly<Record<string, string | undefined>>
  /** Signs in another way than that of specification 2. */
  signedBy?: (parameters: Readonly<Record<string, string>>, secret: string) => string
}

/** What went out, and what came back byte for byte (after gzip). */
export interface Exchange {
  api: string
  method: 'GET' | 'POST'
  parameters: Readonly<Record<string, string>>
  status: number
  encoding: string
  body: string
  ms: number
}

/** Nothing came back that could be judged: no connection, a reset, a timeout, an answer without end. */
export class NoAnswer extends Error {
  readonly ms: number
  constructor(reason: string, ms: number, cause: unknown) {
    super(reason, { cause })
    this.name = 'NoAnswer'
    this.ms = ms
  }
}

export interface CloudClient {
  /** @throws NoAnswer */
  send(sending: Sending): Promise<Exchange>
  close(): Promise<void>
}

export interface ClientOptions {
  /** The cloud's address, with or without `/route`. */
  url: string
  channel: string
  secret: string
  timeoutMs: number
  clock: Clock
}

/** Longer answers than this are none, bytes after decompression. */
const answerLimit = 64 * 1024 * 1024
const unzip = promisify(gunzip)

/**
 * Calls the Movie Cloud and hides nothing of what it says. The house's own client forgives what the cloud gets
 * wrong; here that is just what is looked for.
 */
export function createCloudClient({ url, channel, secret, timeoutMs, clock }: ClientOptions): CloudClient {
  const route = new URL(url.endsWith('/route') ? url : `${url.replace(/\/+$/, '')}/route`)
  const agent = new Agent({ connections: 1, connect: { timeout: 5_000 } })

  async function send(sending: Sending): Promise<Exchange> {
    const method = sending.method ?? 'POST'
    const parameters = signed(sending, { channel, secret, now: clock.now() })
    const form = new URLSearchParams(parameters).toString()
    const target = new URL(route)
    if (method === 'GET') target.search = form
    const from = performance.now()
    const ms = () => Math.round(performance.now() - from)
    try {
      const answer = await request(target, {
        dispatcher: agent,
        method,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          ...(sending.gzip === false ? {} : { 'accept-encoding': 'gzip' }),
          ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' }),
        },
        ...(method === 'POST' && { body: form }),
      })
      const encoding = String(answer.headers['content-encoding'] ?? '').toLowerCase()
      const bytes = await readAll(answer.body)
      const plain = encoding === 'gzip' ? await unzip(bytes, { maxOutputLength: answerLimit }) : bytes
      const body = plain.toString('utf8')
      return { api: sending.api, method, parameters, status: answer.statusCode, encoding, body, ms: ms() }
    } catch (error) {
      throw new NoAnswer(reasonOf(error), ms(), error)
    }
  }

  return { send, close: () => agent.destroy() }
}

function signed(
  { api, data, parameters, unsigned, signedBy = sign }: Sending,
  { channel, secret, now }: { channel: string; secret: string; now: number },
): Record<string, string> {
  const sent = present({
    api: `ykse.partner.${api}`,
    v: '1.0',
    channelCode: channel,
    timestamp: String(now),
    data: typeof data === 'object' ? JSON.stringify(data) : data,
    ...parameters,
  })
  return present({ ...sent, sign: signedBy(sent, secret), ...unsigned })
}

const present = (parameters: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

async function readAll(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > answerLimit) throw new Error('the answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  if (error.name === 'TimeoutError') return 'no answer in time'
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : error.message
}
