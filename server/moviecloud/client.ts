import type { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import { type Answer, type CloudOutcome, read, toOutcome } from './answer.ts'
import { createBreaker } from './breaker.ts'
import type { CallKind, Declaration } from './declare.ts'
import { sign } from './sign.ts'
import { createTransport } from './transport.ts'

export interface ClientOptions {
  url: string
  channel: string
  secret: string
  /** Tried once when the cloud refuses the signature: a rotation may be under way on either side. */
  previousSecret?: string
  method?: 'POST' | 'GET'
  clock: Clock
}

export interface Page {
  pageNo: number
  /** At most 100 (specification 1.2). */
  pageSize: number
}

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

/** Calls at the same time, apart by kind: a crowd that reads never keeps a confirm waiting. */
const connectionsFor: Readonly<Record<CallKind, number>> = { read: 24, lock: 16, settle: 32 }
const answerLimit = 20 * 1024 * 1024

/**
 * The Movie Cloud's protocol: signature, time, envelope, codes (specification 1, 2 and 9). Business results are
 * never thrown; parameters that break the declaration reject with a ZodError, since then nothing may be sent.
 */
export function createMovieCloudClient(options: ClientOptions): MovieCloudClient {
  const { url, channel, clock, previousSecret, method = 'POST' } = options
  const open = (kind: CallKind) =>
    createTransport({ url, method, connections: connectionsFor[kind], answerLimit })
  const transports = { read: open('read'), lock: open('lock'), settle: open('settle') }
  const breaker = createBreaker(clock)
  let secret = options.secret
  /** What the cloud's clock is ahead of ours, learnt from its answers, ms. */
  let skewMs = 0

  async function attempt(
    api: Declaration,
    data: string,
    page: Page | undefined,
    key: string,
  ): Promise<Answer> {
    const parameters: Record<string, string> = {
      api: api.name,
      v: '1.0',
      channelCode: channel,
      timestamp: String(clock.now() + skewMs),
      data,
      ...(page && { pageNo: String(page.pageNo), pageSize: String(page.pageSize) }),
    }
    const signed = { ...parameters, sign: sign(parameters, key) }
    return read(await transports[api.kind].send(signed, api.timeoutMs))
  }

  /**
   * One exchange, and another at once when it was turned away at the door for our clock (30004) or our secret
   * (30003): once for each, since both prove that the call did nothing.
   */
  async function exchange(api: Declaration, data: string, page?: Page): Promise<Answer> {
    let key = secret
    const remedies = new Map<string | undefined, (answer: Answer) => boolean>([
      [
        '30004',
        ({ dateMs }) => {
          if (dateMs === undefined) return false
          skewMs = dateMs - clock.now()
          return true
        },
      ],
      [
        '30003',
        () => {
          if (previousSecret === undefined) return false
          key = key === options.secret ? previousSecret : options.secret
          return true
        },
      ],
    ])
    let answer = await attempt(api, data, page, key)
    while (remedies.get(answer.code)?.(answer)) {
      remedies.delete(answer.code)
      answer = await attempt(api, data, page, key)
    }
    // Others may be under way with either secret: one that the cloud took is remembered.
    if (answer.code !== undefined && answer.code !== '30003') secret = key
    return answer
  }

  async function callData<R extends z.ZodType>(
    api: Declaration<z.ZodType, R>,
    data: string,
    page?: Page,
  ): Promise<CloudOutcome<z.output<R>>> {
    const stoppable = api.kind !== 'settle'
    if (stoppable && !breaker.allows()) return { kind: 'not-sent', reason: 'the cloud does not answer' }
    const answer = await exchange(api, data, page)
    if (stoppable) breaker.note(answer.code === undefined ? 'unanswered' : 'answered')
    return toOutcome(api, answer.reading)
  }

  return {
    call: async (api, params, page) => callData(api, JSON.stringify(api.params.parse(params)), page),
    callFrozen: (api, data) => callData(api, data),
    async close() {
      await Promise.all(Object.values(transports).map(transport => transport.close()))
    },
  }
}
