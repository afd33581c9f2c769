import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Sandbox } from './sandbox.ts'

/** What a test reads of an answer; its inner data is looked at by each test with the schema it expects. */
export const Answer = z.object({
  api: z.string(),
  v: z.string(),
  retCode: z.string(),
  retMsg: z.string(),
  data: z
    .object({
      bizCode: z.string(),
      bizMsg: z.string(),
      data: z.unknown().optional(),
      dataList: z.array(z.unknown()).optional(),
    })
    .optional(),
})
export type Answer = z.infer<typeof Answer>

/** Signs with the tests' own few lines, so that sandbox and tests cannot be wrong together. */
export function sign(parameters: Record<string, string>, secret: string): string {
  const names = Object.keys(parameters).sort()
  const text = names.map(name => `${name}${parameters[name]}`).join('')
  return createHash('md5')
    .update(text + secret)
    .digest('hex')
}

export interface CallOptions {
  method?: 'GET' | 'POST'
  timestamp?: number
  /** Public parameters to add or replace; undefined takes one away. They are signed. */
  parameters?: Record<string, string | undefined>
  /** A signature of the test's own making. */
  sign?: string
  channel?: string
  secret?: string
}

/** The public parameters of a call, signed. */
export function signedParameters(
  sandbox: Sandbox,
  api: string,
  data: unknown,
  options: CallOptions = {},
): URLSearchParams {
  const wanted: Record<string, string | undefined> = {
    api: `ykse.partner.${api}`,
    v: '1.0',
    channelCode: options.channel ?? sandbox.channel,
    timestamp: String(options.timestamp ?? Date.now()),
    data: typeof data === 'string' ? data : JSON.stringify(data),
    ...options.parameters,
  }
  const sent: Record<string, string> = {}
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) sent[name] = value
  return new URLSearchParams({ ...sent, sign: options.sign ?? sign(sent, options.secret ?? sandbox.secret) })
}

/** One call over real HTTP. `api` is the part behind `ykse.partner.`. */
export async function call(
  sandbox: Sandbox,
  api: string,
  data: unknown = {},
  options: CallOptions = {},
): Promise<Answer> {
  const parameters = signedParameters(sandbox, api, data, options)
  const response =
    options.method === 'POST'
      ? await fetch(`${sandbox.url}/route`, { method: 'POST', body: parameters })
      : await fetch(`${sandbox.url}/route?${parameters}`)
  return Answer.parse(await response.json())
}

/** The business code of a call that passed the gate. */
export function bizCodeOf(answer: Answer): string {
  return answer.retCode === '0' && answer.data ? answer.data.bizCode : `retCode ${answer.retCode}`
}

/** The inner data of a successful call. @throws Error when it was refused, ZodError when it has another shape */
export function dataOf<T>(answer: Answer, schema: z.ZodType<T>): T {
  if (answer.data?.bizCode !== 'SUCCESS') throw new Error(`refused: ${JSON.stringify(answer)}`)
  return schema.parse(answer.data.dataList ?? answer.data.data)
}
