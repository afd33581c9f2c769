import { gunzipSync } from 'node:zlib'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox.ts'
import { type CallOptions, call, signedParameters } from '../test-client.ts'
import { apiNames } from './api-names.ts'
import { signatureOf } from './signature.ts'

const now = Date.parse('2026-11-23T20:00:00+08:00')
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ clock: { now: () => now } })
})
afterAll(() => sandbox.close())

const ask = (options: CallOptions, api = 'cinema.getCinemas') =>
  call(sandbox, api, {}, { timestamp: now, ...options })

test('the signature is the one of the specification’s worked example', () => {
  const parameters = new Map([
    ['v', '1.0'],
    ['api', 'ykse.partner.seat.getSeats'],
    ['channelCode', 'YKSE'],
    ['timestamp', '1455678273752'],
    ['data', '{"cinemaLinkId":"888","hallId":"1"}'],
    ['sign', 'anything'],
  ])
  expect(signatureOf(parameters, '12345')).toBe('1dac7e94adf6fe5a28621c0ddba27ea5')
})

describe('the gate', () => {
  const refused: [string, CallOptions, string][] = [
    [
      'an interface that is not in the specification',
      { parameters: { api: 'ykse.partner.seat.bogus' } },
      '30001',
    ],
    ['a channel nobody knows', { channel: 'NOBODY' }, '30002'],
    ['no interface', { parameters: { api: undefined } }, '30005'],
    ['no version', { parameters: { v: undefined } }, '30005'],
    ['no channel', { parameters: { channelCode: undefined } }, '30005'],
    ['no timestamp', { parameters: { timestamp: undefined } }, '30005'],
    ['an empty signature', { sign: '' }, '30005'],
    ['another version', { parameters: { v: '2.0' } }, '30006'],
    ['a timestamp in seconds', { parameters: { timestamp: '1455678273' } }, '30006'],
    ['page 0', { parameters: { pageNo: '0' } }, '30006'],
    ['101 rows a page', { parameters: { pageSize: '101' } }, '30006'],
    ['a wrong secret', { secret: 'guess' }, '30003'],
    ['a signature in capitals', { sign: 'D41D8CD98F00B204E9800998ECF8427E' }, '30003'],
    ['a timestamp of eleven minutes ago', { timestamp: now - 11 * 60_000 }, '30004'],
    ['a timestamp of eleven minutes ahead', { timestamp: now + 11 * 60_000 }, '30004'],
  ]
  test.each(refused)('refuses %s', async (_, options, retCode) => {
    const answer = await ask(options)
    expect(answer.retCode).toBe(retCode)
    expect(answer.data).toBeUndefined()
  })

  const admitted: [string, CallOptions][] = [
    ['GET', {}],
    ['POST', { method: 'POST' }],
    ['no data at all', { parameters: { data: undefined } }],
    ['a timestamp of nine minutes ago', { timestamp: now - 9 * 60_000 }],
    ['a parameter of the caller’s own, signed like the rest', { parameters: { appVersion: '2.9 +1&中' } }],
    ['the largest page', { parameters: { pageNo: '1', pageSize: '100' } }],
  ]
  test.each(admitted)('lets in %s', async (_, options) => {
    const answer = await ask(options)
    expect(answer).toMatchObject({ retCode: '0', retMsg: 'success', data: { bizCode: 'SUCCESS' } })
  })

  test('lets in a POST that is half query, half form', async () => {
    const form = signedParameters(sandbox, 'cinema.getCinemas', {}, { timestamp: now })
    const query = new URLSearchParams()
    for (const name of ['api', 'sign']) {
      query.set(name, form.get(name) ?? '')
      form.delete(name)
    }
    const response = await fetch(`${sandbox.url}/route?${query}`, { method: 'POST', body: form })
    expect(await response.json()).toMatchObject({ retCode: '0' })
  })

  test('a parameter that was not signed is refused', async () => {
    const parameters = signedParameters(sandbox, 'cinema.getCinemas', {}, { timestamp: now })
    parameters.set('appVersion', '1')
    const response = await fetch(`${sandbox.url}/route?${parameters}`)
    expect(await response.json()).toMatchObject({ retCode: '30003' })
  })

  test('a parameter that comes twice is refused', async () => {
    const parameters = signedParameters(sandbox, 'cinema.getCinemas', {}, { timestamp: now })
    const response = await fetch(`${sandbox.url}/route?${parameters}&v=1.0`)
    expect(await response.json()).toMatchObject({ retCode: '30006' })
  })

  test('opens all 43 interfaces', async () => {
    expect(apiNames).toHaveLength(43)
    for (const name of apiNames) {
      const answer = await ask({}, name.replace('ykse.partner.', ''))
      expect(answer.retCode, name).toBe('0')
    }
  })
})

describe('business parameters', () => {
  test.each([
    ['text that is no JSON', '{"cinemaLinkId":', 'FORMAT_ERROR'],
    ['a list', '["681"]', 'FORMAT_ERROR'],
    ['null', 'null', 'FORMAT_ERROR'],
    ['a number for a string', '{"cinemaLinkId":681}', 'FORMAT_ERROR'],
    ['an object for a string', '{"cinemaLinkId":{"a":1}}', 'FORMAT_ERROR'],
    ['a string without end', `{"cinemaLinkId":"${'6'.repeat(5000)}"}`, 'FORMAT_ERROR'],
    ['endless nesting', `{"cinemaLinkId":${'['.repeat(500)}${']'.repeat(500)}}`, 'FORMAT_ERROR'],
    ['nothing', '{}', 'NULL_ARGUMENT'],
    ['an empty string', '{"cinemaLinkId":""}', 'NULL_ARGUMENT'],
    ['a prototype’s name', '{"cinemaLinkId":"__proto__"}', 'CINEMA_INVALID'],
  ])('%s', async (_, data, bizCode) => {
    const answer = await call(sandbox, 'schedule.getSchedules', data, { timestamp: now })
    expect(answer).toMatchObject({ retCode: '0', data: { bizCode } })
  })
})

describe('HTTP', () => {
  test('answers are compressed for those who accept it, and only for them', async () => {
    const url = `${sandbox.url}/route?${signedParameters(sandbox, 'cinema.getCinemas', {}, { timestamp: now })}`
    const plain = await request(url)
    const zipped = await request(url, { headers: { 'accept-encoding': 'gzip' } })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(zipped.headers['content-encoding']).toBe('gzip')
    const unzipped = gunzipSync(Buffer.from(await zipped.body.arrayBuffer())).toString('utf8')
    expect(unzipped).toBe(await plain.body.text())
  })

  const form = 'application/x-www-form-urlencoded'
  test.each([
    ['another path', 404, '/', {}],
    ['another method', 405, '/route', { method: 'PUT' as const }],
    ['a broken escape', 400, '/route?data=%zz', {}],
    ['bytes that are no UTF-8', 400, '/route?data=%ff%fe', {}],
    ['a long address', 414, `/route?data=${'x'.repeat(20_000)}`, {}],
    ['a JSON body', 415, '/route', { method: 'POST' as const, type: 'application/json', body: '{}' }],
    ['a large body', 413, '/route', { method: 'POST' as const, type: form, body: 'x'.repeat(70_000) }],
  ])('%s is answered %s %s', async (_, status, path, { method, type, body }: HttpCase) => {
    const response = await request(`${sandbox.url}${path}`, {
      method: method ?? 'GET',
      ...(type === undefined ? {} : { headers: { 'content-type': type } }),
      ...(body === undefined ? {} : { body }),
    })
    await response.body.dump()
    expect(response.statusCode).toBe(status)
  })
})

interface HttpCase {
  method?: 'PUT' | 'POST'
  type?: string
  body?: string
}
