import { z } from 'zod'
import { signedParameters } from './test-client.ts'
import { startTestCloud } from './test-cloud.ts'

/** A call and its whole answer, as it came over the line. */
export interface Recorded {
  /** The full name of the interface. */
  api: string
  request: object
  body: unknown
}

const Inner = z.object({
  data: z.object({ bizCode: z.string(), data: z.unknown().optional(), dataList: z.unknown().optional() }),
})

export type Recorder = Awaited<ReturnType<typeof openRecorder>>

/** A sandbox, and a guest who asks it over real HTTP and keeps every answer. */
export async function openRecorder() {
  const cloud = await startTestCloud()
  const recorded: Recorded[] = []

  /** `api` is the part behind `ykse.partner.`. @returns the business code, and the object or list */
  async function ask(api: string, request: object = {}): Promise<{ code: string; payload: unknown }> {
    const parameters = signedParameters(cloud.sandbox, api, request, { timestamp: cloud.clock.now() })
    const response = await fetch(`${cloud.sandbox.url}/route`, { method: 'POST', body: parameters })
    const body: unknown = await response.json()
    recorded.push({ api: `ykse.partner.${api}`, request, body })
    const { bizCode, data, dataList } = Inner.parse(body).data
    return { code: bizCode, payload: dataList ?? data }
  }

  /** Asks for what has to succeed. @throws Error when it is refused, ZodError when it has not what is wanted */
  async function must<T>(api: string, request: object, wanted: z.ZodType<T>): Promise<T> {
    const { code, payload } = await ask(api, request)
    if (code !== 'SUCCESS') throw new Error(`${api} is refused with ${code}: ${JSON.stringify(request)}`)
    return wanted.parse(payload)
  }

  /** Every one of them, of which each has to succeed. */
  async function all(api: string, requests: readonly object[]): Promise<void> {
    for (const request of requests) await must(api, request, z.unknown())
  }

  /** Lets the cinema take an hour for what the next call of an interface wants of it, or fail it. */
  const ground = (api: string, by: 'slow' | 'failing') =>
    cloud.control('faults', {
      api,
      ...(by === 'slow' ? { kind: 'slow-tickets', delayMs: 3_600_000 } : { kind: 'fail-tickets' }),
    })

  return { cloud, recorded, ask, must, all, ground, close: cloud.close }
}
