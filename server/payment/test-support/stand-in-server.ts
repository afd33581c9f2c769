import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'

export interface Call {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface Reply {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/**
 * What can befall a call: `drop` (closed before anything was done), `lose` (done, and no answer), `cut` (done, and half an
 * answer), `hold` (done, answered when let go or after a while), `page` (a proxy's 502), `busy` (the provider's own "try again"), and
 * answers that are `unsigned` or `forged`.
 */
export type Trouble = 'drop' | 'lose' | 'cut' | 'hold' | 'page' | 'busy' | 'unsigned' | 'forged'

/** A call that was recognised: its name, and what doing it answers. */
export interface Route {
  api: string
  work(trouble: Trouble | undefined): Reply
}

export interface StandInServer {
  /** `http://127.0.0.1:8123` */
  origin: string
  /** The next `times` calls of `api` meet this, `*` being any call; what is held goes on by itself after `holdMs`. */
  trouble(api: string, trouble: Trouble, times: number, holdMs?: number): void
  /** Answers everything that is held. */
  letGo(): void
  /** The names of the calls in their order. */
  calls: string[]
  close(): Promise<void>
}

/** A real HTTP server on this machine that answers calls, after what trouble was asked for has befallen them. */
export async function openStandInServer(parts: {
  port: number
  route(call: Call, origin: string): Route
  control(body: unknown): Promise<unknown>
}): Promise<StandInServer> {
  const troubles: { api: string; trouble: Trouble; left: number; holdMs: number | undefined }[] = []
  const held = new Set<() => void>()
  const calls: string[] = []
  let origin = ''

  const troubleFor = (api: string) => {
    const found = troubles.find(one => one.left > 0 && (one.api === api || one.api === '*'))
    if (found !== undefined) found.left--
    return found
  }
  const hold = (go: () => void, ms: number | undefined) => {
    const once = () => held.delete(once) && go()
    held.add(once)
    if (ms !== undefined) setTimeout(once, ms).unref()
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url ?? '/', origin)
    const body = Buffer.concat(chunks)
    if (url.pathname === '/stand-in/control') {
      const result = await parts.control(JSON.parse(body.toString('utf8')))
      return send(response, { status: 200, headers: {}, body: Buffer.from(JSON.stringify(result ?? null)) })
    }
    const route = parts.route({ method: request.method ?? '', url, headers: request.headers, body }, origin)
    calls.push(route.api)
    const { trouble, holdMs } = troubleFor(route.api) ?? {}
    if (trouble === 'drop') return void response.destroy()
    if (trouble === 'page') return send(response, badGateway)
    const reply = route.work(trouble)
    if (trouble === 'lose') return void response.destroy()
    if (trouble === 'hold') return hold(() => send(response, reply), holdMs)
    if (trouble === 'cut') {
      response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length })
      response.write(reply.body.subarray(0, reply.body.length / 2), () => response.destroy())
      return
    }
    send(response, reply)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      send(response, { status: 500, headers: {}, body: Buffer.from(String(error)) })
    })
  })
  server.listen(parts.port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://127.0.0.1:${address.port}`

  return {
    origin,
    calls,
    trouble: (api, trouble, left, holdMs) => void troubles.push({ api, trouble, left, holdMs }),
    letGo() {
      for (const go of [...held]) go()
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const badGateway: Reply = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<html><h1>502 Bad Gateway</h1></html>'),
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers)
  response.end(status === 204 ? undefined : body)
}
