import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { sign } from '../sign.ts'

export interface Received {
  method: string
  parameters: Record<string, string>
  signed: boolean
}

export type Respond = (received: Received, response: ServerResponse, request: IncomingMessage) => void

export interface AnsweringServer {
  url: string
  received: Received[]
  close(): Promise<void>
}

export const testSecret = '12345'

/** A real HTTP server that reads signed calls as the cloud would, notes them, and answers as the test says. */
export async function answeringServer(
  respond: Respond,
  secret: string = testSecret,
): Promise<AnsweringServer> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://cloud')
    const form = request.method === 'GET' ? url.search.slice(1) : await text(request)
    const parameters = Object.fromEntries(new URLSearchParams(form))
    const call = {
      method: request.method ?? '',
      parameters,
      signed: url.pathname === '/route' && parameters['sign'] === sign(parameters, secret),
    }
    received.push(call)
    respond(call, response, request)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Answers every call with one JSON document. */
export const always =
  (answer: unknown): Respond =>
  (_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  }

/** The cloud's envelope around a business answer. */
export const envelope = (payload: { data: unknown } | { dataList: unknown }) => ({
  api: 'x',
  v: '1.0',
  retCode: '0',
  retMsg: 'success',
  data: { bizCode: 'SUCCESS', bizMsg: '操作成功', ...payload },
})
