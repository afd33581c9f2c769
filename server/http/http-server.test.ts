import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '#contract/errors.ts'
import { Problem } from '#contract/problem.ts'
import { holdPath, ownHeaders, rawRequest, startHttp } from './test-support/start-http.ts'

const hold = { intentId: '0f8fad5b-d9cb-469f-a165-70867728950e', showId: '681~1', seatIds: ['A-1'] }
const order = 'AAAAAAAAAAAAAAAAAAAAAA'

let holds = 0
let web: Awaited<ReturnType<typeof startHttp>>
beforeAll(async () => {
  web = await startHttp({
    createHold: async () => {
      holds += 1
      throw new Problem('seats-taken', { seatIds: ['A-1'] })
    },
    getOrder: async () => {
      throw new Error('the secret of the journal')
    },
    findPickup: async () => {
      throw new Problem('too-many-attempts', { retryAfterSeconds: 17 })
    },
  })
})
afterAll(() => web.close())

const post = (path: string, options: { headers?: Record<string, string>; body?: string | Buffer } = {}) =>
  rawRequest(web.url, {
    method: 'POST',
    path,
    headers: options.headers ?? ownHeaders,
    body: options.body ?? JSON.stringify(hold),
  })
const errorOf = (answer: { body: string }) => ApiError.parse(JSON.parse(answer.body))

describe('an error', () => {
  it('has one shape, the guest’s language and the way out', async () => {
    const answer = await post(holdPath, { headers: { ...ownHeaders, 'accept-language': 'en' } })
    expect(answer.status).toBe(409)
    expect(errorOf(answer)).toEqual({
      code: 'seats-taken',
      message: 'A seat you chose has just been taken. Please choose others.',
      retry: 'choose-again',
      seatIds: ['A-1'],
    })
    expect(errorOf(await post(holdPath)).message).toBe('您选的座位刚刚被别人买走，请另选座位。')
  })

  it('says how long to wait, in the body and in Retry-After', async () => {
    const body = JSON.stringify({ by: 'code', code: 'ABCD', pin: '1234' })
    const answer = await post('/api/pickup', { body })
    expect(answer.status).toBe(429)
    expect(answer.headers['retry-after']).toBe('17')
    expect(errorOf(answer).retryAfterSeconds).toBe(17)
  })

  it('tells nothing of what went wrong inside', async () => {
    const answer = await rawRequest(web.url, { path: `/api/orders/${order}` })
    expect(answer.status).toBe(500)
    expect(errorOf(answer).code).toBe('internal')
    expect(answer.body).not.toContain('journal')
  })
})

describe('a malformed hold', () => {
  it.each([
    ['a price from the client', { ...hold, totalFen: 1 }, 'totalFen'],
    ['a price in yuan', { ...hold, price: '0.01' }, 'price'],
    ['no seats', { ...hold, seatIds: [] }, 'seatIds'],
    ['10,000 seats', { ...hold, seatIds: Array.from({ length: 1_000 }, (_, i) => `seat-${i}`) }, 'seatIds'],
    ['a seat that is no text', { ...hold, seatIds: ['A-1', 7] }, 'seatIds.1'],
    ['an endless seat name', { ...hold, seatIds: ['A'.repeat(81)] }, 'seatIds.0'],
    ['an intent that is no uuid', { ...hold, intentId: 'one' }, 'intentId'],
    ['a list instead of an object', [hold], undefined],
    ['nothing', null, undefined],
  ])('with %s is refused and the field named', async (_, body, field) => {
    const before = holds
    const answer = await post(holdPath, { body: JSON.stringify(body) })
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toMatchObject({ code: 'invalid-request', ...(field !== undefined && { field }) })
    expect(holds).toBe(before)
  })

  it.each([
    ['broken JSON', '{"seatIds":', 400],
    ['__proto__', `{"__proto__":{"seatIds":["A-1"]},"seatIds":["A-1"]}`, 400],
    ['constructor.prototype', `{"constructor":{"prototype":{}},"seatIds":["A-1"]}`, 400],
    ['JSON 200 deep', `${'['.repeat(200)}${']'.repeat(200)}`, 400],
    ['JSON 15,000 deep', `${'['.repeat(15_000)}${']'.repeat(15_000)}`, 400],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['2 MiB', `{"a":"${'x'.repeat(2 * 1024 * 1024)}"}`, 413],
    ['an empty body', '', 400],
  ])('made of %s is refused in the one error shape', async (_, body, status) => {
    const answer = await post(holdPath, { body })
    expect(answer.status).toBe(status)
    expect(errorOf(answer).code).toBe('invalid-request')
  })
})

describe('an act', () => {
  const json = { 'content-type': 'application/json' }
  it.each([
    ['without our header', json, 403],
    ['from another origin', { ...ownHeaders, origin: 'https://evil.example' }, 403],
    ['from a sandboxed frame', { ...ownHeaders, origin: 'null' }, 403],
    [
      'from an origin that only begins like ours',
      { ...ownHeaders, origin: 'https://foyer.example.evil.example' },
      403,
    ],
    ['from another site by the browser’s own word', { ...ownHeaders, 'sec-fetch-site': 'cross-site' }, 403],
    ['as a form', { 'x-foyer': '1', 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['as plain text', { 'x-foyer': '1', 'content-type': 'text/plain' }, 400],
    ['without a type', { 'x-foyer': '1' }, 400],
  ])('%s is refused before anything is read', async (_, headers, status) => {
    const before = holds
    const answer = await post(holdPath, { headers })
    expect(answer.status).toBe(status)
    expect(errorOf(answer).code).toBe(status === 403 ? 'not-allowed' : 'invalid-request')
    expect(holds).toBe(before)
  })

  it.each([
    ['our public address', { origin: 'https://foyer.example' }],
    ['the host that was asked', { origin: 'http://kiosk.local:8080', host: 'kiosk.local:8080' }],
    ['no origin at all', {}],
    ['a type with a charset', { 'content-type': 'application/json; charset=utf-8' }],
  ])('from %s is let through', async (_, headers) => {
    expect((await post(holdPath, { headers: { ...ownHeaders, ...headers } })).status).toBe(409)
  })
})

describe('a path', () => {
  it.each([
    ['/api/nothing', 'GET'],
    ['/api', 'GET'],
    ['/api/orders', 'GET'],
    [`/api/orders/${order}/confirm`, 'POST'],
    [`/api/orders/${order}/tickets`, 'POST'],
    ['/api/holds', 'GET'],
    ['/api/cinemas', 'DELETE'],
    ['/api/cinemas', 'PUT'],
  ])('%s by %s is unknown, in the one error shape', async (path, method) => {
    const answer =
      method === 'POST' ? await post(path, { body: '{}' }) : await rawRequest(web.url, { path, method })
    expect(answer.status).toBe(404)
    expect(errorOf(answer).code).toBe('not-found')
  })

  it.each([
    '/.env',
    '/%2eenv',
    '/../../etc/passwd',
    '/assets/../../../etc/passwd',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/main-abc123.js.map',
    '/package.json',
    '/server/main.ts',
    '/kiosk.html',
    '/assets/',
  ])('%s leads nowhere', async path => {
    const answer = await rawRequest(web.url, { path })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toMatch(/SECRET|root:|foyer"/)
  })

  it('that cannot be decoded is refused', async () => {
    const answer = await rawRequest(web.url, { path: '/api/orders/%ZZ' })
    expect(answer.status).toBe(400)
    expect(errorOf(answer).code).toBe('invalid-request')
  })

  it('is not echoed by TRACE', async () => {
    const answer = await rawRequest(web.url, { path: '/kiosk', method: 'TRACE', headers: { cookie: 'a=b' } })
    expect([404, 405]).toContain(answer.status)
    expect(answer.body).not.toContain('a=b')
  })

  it.each(['x', 'AAAAAAAAAAAAAAAAAAAAA', "' or 1=1 --", 'A'.repeat(99)])(
    'with %j for an order is refused before it is looked up',
    async id => {
      const answer = await rawRequest(web.url, { path: `/api/orders/${encodeURIComponent(id)}` })
      expect(answer.status).toBe(400)
      expect(errorOf(answer).field).toBe('orderId')
    },
  )
})

describe('limits', () => {
  it('stop whoever takes holds without end, and say when to come back', async () => {
    const clock = { nowMs: 0, now: () => clock.nowMs }
    const limited = await startHttp({}, { clock })
    const hit = () =>
      rawRequest(limited.url, {
        method: 'POST',
        path: holdPath,
        headers: ownHeaders,
        body: JSON.stringify(hold),
      })
    const statuses = new Set<number>()
    for (let count = 0; count < 60; count++) statuses.add((await hit()).status)
    expect([...statuses]).toEqual([404])
    const refused = await hit()
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '3'])
    clock.nowMs = 3_000
    expect((await hit()).status).toBe(404)
    await limited.close()
  })

  it('cannot be got round by spelling an order in another way', async () => {
    const limited = await startHttp({}, { clock: { now: () => 0 } })
    const statuses: number[] = []
    for (let count = 0; count < 61; count++) {
      const spelt = count % 2 === 0 ? order : `%41${order.slice(1)}`
      statuses.push((await rawRequest(limited.url, { path: `/api/orders/${spelt}?${count}` })).status)
    }
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([404]))
    expect(statuses.at(-1)).toBe(429)
    await limited.close()
  })

  it('cannot be got round by naming another address', async () => {
    const limited = await startHttp({}, { clock: { now: () => 0 } })
    const statuses: number[] = []
    for (let count = 0; count < 61; count++) {
      const headers = { ...ownHeaders, 'x-forwarded-for': `10.0.0.${count}` }
      const answer = await rawRequest(limited.url, {
        method: 'POST',
        path: holdPath,
        headers,
        body: JSON.stringify(hold),
      })
      statuses.push(answer.status)
    }
    expect(statuses.at(-1)).toBe(429)
    await limited.close()
  })
})
