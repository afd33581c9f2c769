import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { CinemaId, OrderId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import { call } from './call.ts'
import { isUnclear, problemOf } from './query-client.ts'

let server: Server
let answer: (request: IncomingMessage, body: string, response: ServerResponse) => void
const asked: { method?: string; url?: string; headers: IncomingMessage['headers']; body: string }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      asked.push({
        ...(request.method && { method: request.method }),
        ...(request.url && { url: request.url }),
        headers: request.headers,
        body,
      })
      answer(request, body, response)
    })
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  // A browser completes our addresses with the page's own origin; Node has no page.
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    fetch(`http://127.0.0.1:${address.port}${path}`, init),
  )
})
afterEach(() => asked.splice(0))
afterAll(async () => {
  vi.unstubAllGlobals()
  await new Promise(closed => server.close(closed))
})

const reply = (status: number, body: unknown) => {
  answer = (_request, _body, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

const order = OrderId.parse('abcdefghijklmnopqrstuv')

describe('a call', () => {
  test('fills the path, leaves out what was not given, and says the guest’s language', async () => {
    reply(200, {
      cinemaId: 'a/b',
      date: '2026-11-23',
      days: [],
      films: [],
      shows: [],
      fetchedAt: '2026-11-23T09:00:00+08:00',
      stale: false,
    })
    const input = { params: { cinemaId: CinemaId.parse('a/b') }, query: {} }
    const programme = await call('getProgramme', input, { language: 'en' })
    expect(programme.date).toBe('2026-11-23')
    expect(asked[0]).toMatchObject({ method: 'GET', url: '/api/cinemas/a%2Fb/shows', body: '' })
    expect(asked[0]?.headers).toMatchObject({ 'accept-language': 'en', 'x-foyer': '1' })
  })

  test('needs no body where the endpoint has none', async () => {
    reply(200, { mode: 'sandbox', cloud: 'up', now: '2026-11-23T09:00:00+08:00' })
    expect((await call('getStatus', {}, { language: 'zh' })).cloud).toBe('up')
  })

  test('sends what it posts as JSON', async () => {
    reply(404, { code: 'order-not-found', message: '没有找到这笔订单。' })
    const input = { params: { orderId: order }, body: {} }
    await expect(call('cancelOrder', input, { language: 'zh' })).rejects.toMatchObject({
      code: 'order-not-found',
    })
    expect(asked[0]).toMatchObject({ method: 'POST', url: `/api/orders/${order}/cancel`, body: '{}' })
    expect(asked[0]?.headers['content-type']).toBe('application/json')
  })
})

describe('what goes wrong is one kind of error', () => {
  const read = () => call('getOrder', { params: { orderId: order } }, { language: 'zh' })

  test('a refusal keeps its code and the seats it is about', async () => {
    reply(409, { code: 'seats-taken', message: '…', seatIds: ['s1'], retry: 'choose-again' })
    const error = await read().catch(problemOf)
    expect(error).toMatchObject({ code: 'seats-taken', seatIds: ['s1'] })
    expect(isUnclear(error)).toBe(false)
  })

  test.each([
    ['an answer that is no JSON', 502, '<html>Bad Gateway</html>', 'internal'],
    ['a code we do not know', 400, { code: 'teapot', message: '' }, 'internal'],
  ] as const)('%s', async (_, status, body, code) => {
    reply(status, body)
    const error = await read().catch(problemOf)
    expect(error).toBeInstanceOf(Problem)
    expect(error).toMatchObject({ code })
    expect(isUnclear(error)).toBe(true)
  })

  test('a connection that breaks leaves the outcome unclear', async () => {
    answer = request => request.socket.destroy()
    const error = await read().catch(problemOf)
    expect(error).toMatchObject({ code: 'cinema-unavailable' })
    expect(isUnclear(error)).toBe(true)
  })

  test('an answer that breaks the contract is not passed on', async () => {
    reply(200, { id: order, status: 'sold' })
    await expect(read()).rejects.toThrow()
  })
})
