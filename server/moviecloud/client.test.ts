import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { getCinemas } from './apis/cinema.get-cinemas.ts'
import { confirmOrder } from './apis/order.confirm-order.ts'
import { getSchedules } from './apis/schedule.get-schedules.ts'
import { getSeats } from './apis/seat.get-seats.ts'
import { releaseSeats } from './apis/seat.release-seats.ts'
import { createMovieCloudClient } from './client.ts'
import { always, envelope, type Respond } from './test-support/answering-server.ts'
import { cloudThat, impatient } from './test-support/cloud-that.ts'

const hall = { cinemaLinkId: '681', hallId: '14' }

describe('answers that settle nothing are unknown', () => {
  const cases: [name: string, respond: Respond, reason: RegExp][] = [
    ['an answer that never comes', () => undefined, /timeout/],
    [
      'a connection reset in the middle of the answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"retCode":')
        setImmediate(() => response.destroy())
      },
      /./,
    ],
    [
      'a gateway’s HTML',
      (_, response) => response.writeHead(502).end('<html>Bad Gateway</html>'),
      /HTTP 502/,
    ],
    ['truncated JSON', (_, response) => response.end('{"retCode":"0","da'), /not JSON/],
    ['nothing at all', (_, response) => response.end(), /not JSON/],
    ['JSON without a code', always({ hello: 1 }), /bizCode/],
    [
      'a redirect, which is not followed',
      (_, r) => r.writeHead(302, { location: '/route' }).end(),
      /HTTP 302/,
    ],
    ['a code of tomorrow', always({ retCode: '0', data: { bizCode: 'NEW_CODE' } }), /NEW_CODE/],
    ['a busy system', always({ retCode: '10001', retMsg: 'system busy' }), /10001/],
    ['a success in the wrong place', always({ retCode: 'SUCCESS' }), /SUCCESS/],
    ['another success in the wrong place', always({ retCode: '0', data: { bizCode: '0' } }), /answered 0/],
    [
      'a result without its plan’s seats',
      always(envelope({ data: { seatPlanList: 'none' } })),
      /seatPlanList/,
    ],
    [
      'an answer without end',
      (_, response) => {
        response.write('[')
        for (let i = 0; i < 40; i++) response.write(Buffer.alloc(1024 * 1024, 32))
        response.end(']')
      },
      /too long/,
    ],
  ]
  test.each(cases)('%s', async (_, respond, reason) => {
    const { client, server } = await cloudThat(respond)
    const outcome = await client.call(impatient(getSeats, 1_500), hall)
    expect(outcome).toMatchObject({ kind: 'unknown', reason: expect.stringMatching(reason) })
    expect(server.received).toHaveLength(1)
    expect(JSON.stringify(outcome)).not.toMatch(/sign=|12345|681/)
  })
})

test('a small answer that unpacks to a huge one is cut', async () => {
  const answer = JSON.stringify(envelope({ data: { seatPlanList: [] } }))
  const packed = (spaces: number) => gzipSync(answer + ' '.repeat(spaces))
  const bodies = [packed(1024), packed(30 * 1024 * 1024)]
  const { client } = await cloudThat((_, response) =>
    response.setHeader('content-encoding', 'gzip').end(bodies.shift()),
  )
  expect((await client.call(getSeats, hall)).kind).toBe('done')
  expect((await client.call(getSeats, hall)).kind).toBe('unknown')
})

test('a name that nobody has was never called', async () => {
  const client = createMovieCloudClient({
    url: 'http://movie-cloud.invalid',
    channel: 'YKSE',
    secret: 'secret',
    clock: { now: () => 0 },
  })
  expect((await client.call(getSeats, hall)).kind).toBe('not-sent')
  await client.close()
})

test('a cloud that is not there never got the request', async () => {
  const { client, server } = await cloudThat(always({}))
  await server.close()
  expect(await client.call(getSeats, hall)).toEqual({ kind: 'not-sent', reason: 'ECONNREFUSED' })
})

test('a refusal keeps its code and meaning', async () => {
  const { client } = await cloudThat(
    always({ retCode: '0', data: { bizCode: 'CINEMA_INVALID', bizMsg: '影院不可用' } }),
  )
  expect(await client.call(getSeats, hall)).toEqual({
    kind: 'refused',
    code: 'CINEMA_INVALID',
    meaning: '影院不可用',
  })
})

test.each([
  [{ cinemaLinkId: '', hallId: '1' }, /must not be empty/],
  [{ cinemaLinkId: '1', hallId: '1', hall: '1' }, /hall/],
])('%j break the declaration and are not sent', async (params, rule) => {
  const { client, server } = await cloudThat(always({}))
  await expect(client.call(getSeats, params)).rejects.toThrow(rule)
  expect(server.received).toHaveLength(0)
})

test('connections are kept and used again', async () => {
  const ports = new Set<number | undefined>()
  const { client } = await cloudThat((_, response, request) => {
    ports.add(request.socket.remotePort)
    response.end(JSON.stringify(envelope({ dataList: [] })))
  })
  for (let i = 0; i < 12; i++) await client.call(getCinemas, {})
  expect(ports.size).toBeLessThanOrEqual(3)
})

test('an act is done by its code alone; a read without its data is not known', async () => {
  const { client } = await cloudThat(always({ retCode: '0', data: { bizCode: 'SUCCESS', data: null } }))
  expect(await client.call(releaseSeats, { cinemaLinkId: '1', lockOrderId: '2' })).toEqual({
    kind: 'done',
    value: {},
  })
  expect(await client.call(getSchedules, { cinemaLinkId: '1' })).toEqual({ kind: 'done', value: [] })
  expect((await client.call(getCinemas, {})).kind).toBe('unknown')
  expect((await client.call(getSeats, hall)).kind).toBe('unknown')
})

test('the page is sent and signed', async () => {
  const { client, server } = await cloudThat(always(envelope({ dataList: [] })))
  await client.call(getCinemas, {}, { pageNo: 2, pageSize: 50 })
  expect(server.received[0]).toMatchObject({ signed: true, parameters: { pageNo: '2', pageSize: '50' } })
})

test('a frozen call is sent byte for byte', async () => {
  const { client, server } = await cloudThat(always({ retCode: '40002' }))
  const frozen = '{ "mobile":"13800138000", "cinemaLinkId" :"681","名":"&=+%"}'
  await client.callFrozen(confirmOrder, frozen)
  await client.callFrozen(confirmOrder, frozen)
  expect(server.received.map(call => [call.signed, call.parameters['data']])).toEqual([
    [true, frozen],
    [true, frozen],
  ])
})
