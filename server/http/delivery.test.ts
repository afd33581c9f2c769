import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '#contract/problem.ts'
import { sampleCinema, samplePlan, sampleSeat, sampleShow } from '../catalog/test-support/sample.ts'
import { buildHall } from '../seating/build-hall.ts'
import { rawRequest, startHttp } from './test-support/start-http.ts'

const seats = Array.from({ length: 300 }, (_, index) => sampleSeat(`A-${index + 1}`))
const hall = buildHall({
  cinema: sampleCinema(),
  show: sampleShow(),
  plan: samplePlan(seats),
  areas: [],
  maxSeats: 6,
})
const order = 'AAAAAAAAAAAAAAAAAAAAAA'

let web: Awaited<ReturnType<typeof startHttp>>
beforeAll(async () => {
  web = await startHttp({
    getHall: async () => hall,
    getOrder: () => Promise.reject(new Problem('order-not-found')),
    getStatus: async () => ({ mode: 'sandbox', cloud: 'up', now: '2026-11-23T12:00:00+08:00' }),
  })
})
afterAll(() => web.close())

describe('the hall', () => {
  const path = '/api/shows/681~18406/hall'

  it('is not sent again to who has it', async () => {
    const first = await rawRequest(web.url, { path })
    expect(JSON.parse(first.body)).toEqual(hall)
    expect(first.headers['cache-control']).toBe('no-cache')
    const etag = String(first.headers['etag'])
    const again = await rawRequest(web.url, { path, headers: { 'if-none-match': `"other", ${etag}` } })
    expect([again.status, again.body]).toEqual([304, ''])
    expect((await rawRequest(web.url, { path, headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  it.each([
    ['br', 'gzip, deflate, br', (bytes: Buffer) => brotliDecompressSync(bytes)],
    ['gzip', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
  ])('travels packed as %s', async (encoding, accepts, unpack) => {
    const plainLength = JSON.stringify(hall).length
    const answer = await fetchBytes(path, { 'accept-encoding': accepts })
    expect(answer.encoding).toBe(encoding)
    expect(answer.bytes.length).toBeLessThan(plainLength / 4)
    expect(JSON.parse(unpack(answer.bytes).toString())).toEqual(hall)
  })

  async function fetchBytes(at: string, headers: Record<string, string>) {
    return new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
      request(`${web.url}${at}`, { headers }, incoming => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () =>
          resolve({ encoding: incoming.headers['content-encoding'], bytes: Buffer.concat(chunks) }),
        )
      })
        .on('error', reject)
        .end()
    })
  }
})

describe('the screens', () => {
  it.each([
    '/',
    '/kiosk',
    '/kiosk/shows/681~1/seats',
    '/checkout',
    '/checkout/x',
    '/pickup',
    '/pickup?by=code',
  ])('%s is the one page, asked for every time', async path => {
    const answer = await rawRequest(web.url, { path })
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-cache'])
    expect(answer.body).toContain('<title>Foyer</title>')
  })

  it('load files with a hash in their name once and for ever', async () => {
    const answer = await rawRequest(web.url, { path: '/assets/main-abc123.js' })
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(String(answer.headers['content-type'])).toContain('javascript')
  })

  it('send scripts packed, and fonts as they are', async () => {
    const headers = { 'accept-encoding': 'br' }
    const script = await rawRequest(web.url, { path: '/assets/main-abc123.js', headers })
    expect([script.headers['content-encoding'], Number(script.headers['content-length']) < 500]).toEqual([
      'br',
      true,
    ])
    const font = await rawRequest(web.url, { path: '/assets/words-abc123.woff2', headers })
    expect([font.headers['content-encoding'], font.headers['content-length']]).toEqual([undefined, '5000'])
  })

  it.each(['/kiosk', '/api/nothing', '/assets/main-abc123.js', '/healthz'])(
    'bind the browser at %s',
    async path => {
      const { headers } = await rawRequest(web.url, { path })
      const policy = String(headers['content-security-policy'])
      for (const rule of [
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy).toContain(rule)
      }
      expect(policy).not.toContain('unsafe-inline')
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
      })
    },
  )

  it('never let an order or an error lie in a cache', async () => {
    for (const path of [`/api/orders/${order}`, '/api/status']) {
      expect((await rawRequest(web.url, { path })).headers['cache-control']).toBe('no-store')
    }
  })
})
