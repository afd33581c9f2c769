import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { apis, findApi } from './apis.ts'
import { createMovieCloudClient, type MovieCloudClient } from './client.ts'
import { type AnsweringServer, answeringServer, testSecret } from './test-support/answering-server.ts'

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'))
const requests = z.record(z.string(), z.record(z.string(), z.unknown())).parse(fixture('requests'))
const answers = z
  .record(z.string(), z.object({ section: z.string(), response: z.unknown() }))
  .parse(fixture('answers'))

test('all 43 APIs are declared, under the names and paragraphs of the specification', () => {
  expect(apis).toHaveLength(43)
  expect(new Set(apis.map(api => api.name)).size).toBe(43)
  expect(Object.fromEntries(apis.map(api => [api.name, api.section]))).toEqual(
    Object.fromEntries(Object.entries(answers).map(([name, { section }]) => [name, section])),
  )
})

test.each([
  ['seat.getSeats', 'ykse.partner.seat.getSeats'],
  ['ykse.partner.seat.getSeats', 'ykse.partner.seat.getSeats'],
  ['getSeats', undefined],
  ['', undefined],
])('%s is found as %s', (name, found) => {
  expect(findApi(name)?.name).toBe(found)
})

describe.each([
  ['POST', false],
  ['POST', true],
  ['GET', false],
  ['GET', true],
] as const)('the examples of the specification, %s, gzip %s', (method, zipped) => {
  let server: AnsweringServer
  let client: MovieCloudClient

  beforeAll(async () => {
    server = await answeringServer(({ parameters }, response, request) => {
      const body = JSON.stringify(answers[parameters['api'] ?? '']?.response)
      const gzip = zipped && String(request.headers['accept-encoding']).includes('gzip')
      if (gzip) response.setHeader('content-encoding', 'gzip')
      response.end(gzip ? gzipSync(body) : body)
    })
    client = createMovieCloudClient({
      url: server.url,
      channel: 'YKSE',
      secret: testSecret,
      method,
      clock: { now: () => 1455678273752 },
    })
  })
  afterAll(async () => {
    await client.close()
    await server.close()
  })

  test.each(apis.map(api => [api.name, api] as const))('%s', async (name, api) => {
    const outcome = await client.call(api, requests[name])
    if (name === 'ykse.partner.ticket.printTicket') {
      expect(outcome).toMatchObject({ kind: 'refused', code: 'PRINT_TICKET_NOT_ALLOW' })
    } else {
      expect(outcome.kind, JSON.stringify(outcome)).toBe('done')
    }
    const last = server.received.at(-1)
    expect(last).toMatchObject({ method, signed: true })
    expect(JSON.parse(last?.parameters['data'] ?? '')).toEqual(requests[name])
  })
})

test('an example in full: money in fen, numbers, booleans, Beijing time', async () => {
  const api = findApi('schedule.getSchedules')
  const example = z
    .object({ data: z.object({ dataList: z.unknown() }) })
    .parse(answers['ykse.partner.schedule.getSchedules']?.response)
  expect(api?.result.parse(withRest(example.data.dataList))).toEqual([
    {
      scheduleId: '18406',
      scheduleKey: 'E4CC50D800C27C7B52E75ABBCC1F3794',
      cinemaLinkId: '681',
      hallId: '14',
      showDateTime: '2016-01-15T09:55:00+08:00',
      stopSellingTime: '2016-01-15T09:35:00+08:00',
      standardPriceFen: 9000,
      lowestPriceFen: 2500,
      ticketfeeFen: 0,
      feeType: 'ticket',
      throughStatus: false,
      saleStatus: true,
      sessionCode: '6811601154D68ZH4',
      film: {
        filmCode: '051400832015',
        name: '火星救援',
        shortName: '火星救援 (IMAX 3D)',
        language: '英语',
        duration: 150,
        dimensional: '3D',
        size: 'IMAX',
      },
      benefitCardPrices: [
        { benefitPolicyCode: '2823', benefitPayPriceFen: 11000, eachShowDiscountTickets: 2 },
      ],
      areaSettlePrices: [{ name: '黄金区', settlePriceFen: 11010 }],
    },
  ])
})

/** The second half of the example, which stands on the next page of the document (4.2.5.2). */
function withRest(list: unknown): unknown[] {
  return z
    .array(z.record(z.string(), z.unknown()))
    .parse(list)
    .map(show => ({
      ...show,
      cinemaLinkId: '681',
      hallId: '14',
      scheduleKey: 'E4CC50D800C27C7B52E75ABBCC1F3794',
      ticketFee: '0.00',
      feeType: 'ticket',
      scheduleId: '18406',
      benefitCardPrices: [
        { benefitPolicyCode: '2823', benefitPayPrice: '110.00', eachShowDiscountTickets: 2 },
      ],
      areaSettlePrices: [{ name: '黄金区', settlePrice: '110.10' }],
    }))
}
