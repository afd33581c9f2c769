import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { sign } from '../../moviecloud/sign.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'

/** An answer that a test may take apart: its envelope, and what is inside. */
export const Body = z.looseObject({
  retCode: z.string(),
  data: z
    .looseObject({
      bizCode: z.string(),
      data: z.record(z.string(), z.unknown()).optional(),
      dataList: z.array(z.record(z.string(), z.unknown())).optional(),
    })
    .optional(),
})
export type Body = z.infer<typeof Body>

/** A call on its way to the cloud. */
export interface PassingCall {
  /** The part of the interface's name behind `ykse.partner.`. */
  api: string
  parameters: Readonly<Record<string, string>>
  data: Readonly<Record<string, unknown>>
  /** What the cloud answers to it. */
  pass(): Promise<Body>
  /** What it answers to the same call with other parameters, rightly signed; undefined takes one away. */
  passAs(change: Readonly<Record<string, string | undefined>>): Promise<Body>
}

/**
 * What comes back instead of what the cloud says: another body, text that is never compressed, an HTTP status alone;
 * or undefined for the cloud's own words.
 */
export type Alter = (call: PassingCall) => Promise<object | string | number | undefined>

const Data = z.record(z.string(), z.unknown()).catch({})

/** A real HTTP server in front of a sandbox that alters what it answers. */
export async function alteredCloud(sandbox: Sandbox, alter: Alter) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', sandbox.url)
    const form = request.method === 'POST' ? await text(request) : url.search.slice(1)
    const parameters = Object.fromEntries(new URLSearchParams(form))
    const encoding = request.headers['accept-encoding']?.toString()
    const send = (sent: URLSearchParams) =>
      fetch(`${sandbox.url}/route`, {
        method: 'POST',
        body: sent,
        headers: { 'accept-encoding': encoding ?? 'identity' },
      })
    const bodyOf = async (sent: URLSearchParams) => Body.parse(await (await send(sent)).json())
    const altered = await alter({
      api: (parameters['api'] ?? '').replace('ykse.partner.', ''),
      parameters,
      data: Data.parse(json(parameters['data'] ?? '{}')),
      pass: () => bodyOf(new URLSearchParams(form)),
      passAs: change => bodyOf(resigned(parameters, change, sandbox.secret)),
    })
    if (typeof altered === 'number') return void response.writeHead(altered).end('<html></html>')
    if (typeof altered === 'string') return void response.end(altered)
    const answer = altered === undefined ? await send(new URLSearchParams(form)) : Response.json(altered)
    // Whoever accepts gzip gets it, as from the sandbox.
    const body = Buffer.from(await answer.arrayBuffer())
    const zipped = /\bgzip\b/.test(encoding ?? '') && body.length > 1024
    response.writeHead(answer.status, zipped ? { 'content-encoding': 'gzip' } : {})
    response.end(zipped ? gzipSync(body) : body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function resigned(
  parameters: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | undefined>>,
  secret: string,
): URLSearchParams {
  const sent: Record<string, string> = {}
  for (const [name, value] of Object.entries({ ...parameters, ...change }))
    if (name !== 'sign' && value !== undefined) sent[name] = value
  return new URLSearchParams({ ...sent, sign: sign(sent, secret) })
}

function json(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/** The same refusal or success with another code. */
export const withCode = (body: Body, bizCode: string, data?: object): Body => ({
  ...body,
  retCode: '0',
  data: { bizMsg: '', ...body.data, bizCode, ...(data && { data: { ...data } }) },
})
