import type { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { classOf } from './codes.ts'
import type { Declaration } from './declare.ts'
import { readEnvelope } from './envelope.ts'
import { sign } from './sign.ts'
import { createTransport, type RawAnswer } from './transport.ts'

export interface ClientOptions {
  url: string
  channel: string
  secret: string
  /** Tried once when the cloud refuses the signature: a rotation may be under way on either side. */
  previousSecret?: string
  method?: 'POST' | 'GET'
  connections?: number
  clock: Clock
}

export interface Page {
  pageNo: number
  /** At most 100 (specification 1.2). */
  pageSize: number
}

/** An outcome that also tells the cloud's own code, when it answered one, for logs and the command line. */
export type CloudOutcome<T> = Outcome<T> & { code?: string; meaning?: string }

export interface MovieCloudClient {
  /** Checks the parameters, sends one signed call, and normalises the answer. */
  call<P extends z.ZodType, R extends z.ZodType>(
    api: Declaration<P, R>,
    params: z.input<P>,
    page?: Page,
  ): Promise<CloudOutcome<z.output<R>>>
  /** Sends a `data` string that was made before, byte for byte (an idempotent call sent again). */
  callFrozen<P extends z.ZodType, R extends z.ZodType>(
    api: Declaration<P, R>,
    data: string,
  ): Promise<CloudOutcome<z.output<R>>>
  close(): Promise<void>
}

/**
 * The Movie Cloud's protocol: signature, time, envelope, codes (specification 1, 2 and 9). Business results are
 * never thrown; parameters that break the declaration throw a ZodError, since then nothing may be sent.
 */
export function createMovieCloudClient(options: ClientOptions): MovieCloudClient {
  const { channel, clock, previousSecret } = options
  const transport = createTransport({
    url: options.url,
    method: options.method ?? 'POST',
    connections: options.connections ?? 32,
    answerLimit: 32 * 1024 * 1024,
  })
  let secret = options.secret
  /** What the cloud's clock is ahead of ours, learnt from its answers, ms. */
  let skewMs = 0

  function exchange(api: Declaration, data: string, page?: Page): Promise<RawAnswer> {
    const parameters: Record<string, string> = {
      api: api.name,
      v: '1.0',
      channelCode: channel,
      timestamp: String(clock.now() + skewMs),
      data,
      ...(page && { pageNo: String(page.pageNo), pageSize: String(page.pageSize) }),
    }
    return transport.send({ ...parameters, sign: sign(parameters, secret) }, api.timeoutMs)
  }

  /** One call; at once a second one when the first was refused for our clock (30004) or secret (30003). */
  async function callData<R extends z.ZodType>(
    api: Declaration<z.ZodType, R>,
    data: string,
    page?: Page,
  ): Promise<CloudOutcome<z.output<R>>> {
    const raw = await exchange(api, data, page)
    const first = read(api, raw)
    if (first.code === '30004' && raw.kind === 'answered' && raw.dateMs !== undefined) {
      skewMs = raw.dateMs - clock.now()
      return read(api, await exchange(api, data, page))
    }
    if (first.code === '30003' && previousSecret !== undefined) {
      const refused = secret
      secret = refused === options.secret ? previousSecret : options.secret
      const second = read(api, await exchange(api, data, page))
      if (second.code === '30003') secret = refused
      return second
    }
    return first
  }

  return {
    call: (api, params, page) => callData(api, JSON.stringify(api.params.parse(params)), page),
    callFrozen: (api, data) => callData(api, data),
    close: () => transport.close(),
  }
}

function read<R extends z.ZodType>(
  api: Declaration<z.ZodType, R>,
  raw: RawAnswer,
): CloudOutcome<z.output<R>> {
  if (raw.kind !== 'answered') return raw
  if (raw.status < 200 || raw.status >= 300) return { kind: 'unknown', reason: `HTTP ${raw.status}` }
  const reading = readEnvelope(raw.body)
  if (reading.kind === 'unreadable') return { kind: 'unknown', reason: reading.reason }
  const { code, message: meaning } = reading
  switch (classOf(code)) {
    case 'done':
      return normalise(api, reading.payload)
    case 'unknown':
      return { kind: 'unknown', reason: `the cloud answered ${code}`, code, meaning }
    case 'refused':
    case 'not-processed':
      return { kind: 'refused', code, meaning }
  }
}

function normalise<R extends z.ZodType>(
  api: Declaration<z.ZodType, R>,
  payload: unknown,
): CloudOutcome<z.output<R>> {
  const parsed = api.result.safeParse(inForm(api.answer, payload))
  if (parsed.success) return { kind: 'done', value: parsed.data }
  const [issue] = parsed.error.issues
  return {
    kind: 'unknown',
    reason: `the answer's ${issue?.path.join('.') || 'data'} is unreadable: ${issue?.message}`,
  }
}

/** Single objects arrive as a list of one now and then, lists as nothing. */
function inForm(answer: Declaration['answer'], payload: unknown): unknown {
  if (answer === 'list') return payload ?? []
  if (answer === 'object' && Array.isArray(payload)) return payload[0]
  return payload
}
