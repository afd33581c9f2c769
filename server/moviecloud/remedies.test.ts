import { describe, expect, test } from 'vitest'
import { getCinemas } from './apis/cinema.get-cinemas.ts'
import { getOrderInfo } from './apis/order.get-order-info.ts'
import { getSeats } from './apis/seat.get-seats.ts'
import { findApi } from './apis.ts'
import { sign } from './sign.ts'
import { always, envelope, type Respond, testSecret } from './test-support/answering-server.ts'
import { cloudThat } from './test-support/cloud-that.ts'

const hall = { cinemaLinkId: '681', hallId: '14' }
const order = { cinemaLinkId: '681', lockOrderId: '1' }
const json = (value: unknown) => JSON.stringify(value)
const cinemas = json(envelope({ dataList: [] }))
const cloudNow = 1_800_000_000_000
const isFresh = (parameters: Record<string, string>) =>
  Math.abs(Number(parameters['timestamp']) - cloudNow) < 60_000

test('a clock that is off is put right by the answer’s date, with one more call', async () => {
  const { client, server } = await cloudThat(({ parameters }, response) => {
    response.setHeader('date', new Date(cloudNow).toUTCString())
    response.end(isFresh(parameters) ? cinemas : json({ retCode: '30004', retMsg: 'time expired' }))
  })
  expect(await client.call(getCinemas, {})).toEqual({ kind: 'done', value: [] })
  expect(server.received).toHaveLength(2)
  await client.call(getCinemas, {})
  expect(server.received).toHaveLength(3)
})

test('a clock that stays wrong is refused, not called for ever', async () => {
  const { client, server } = await cloudThat(always({ retCode: '30004', retMsg: 'time expired' }))
  expect(await client.call(getCinemas, {})).toMatchObject({ kind: 'refused', code: '30004' })
  expect(server.received).toHaveLength(2)
})

test('a clock that is off cannot be put right by an answer without a date', async () => {
  const { client, server } = await cloudThat((_, response) => {
    response.sendDate = false
    response.end(json({ retCode: '30004', retMsg: 'time expired' }))
  })
  expect(await client.call(getCinemas, {})).toMatchObject({ kind: 'refused', code: '30004' })
  expect(server.received).toHaveLength(1)
})

describe('rotation of the secret', () => {
  const strict: Respond = ({ signed }, response) =>
    response.end(signed ? cinemas : json({ retCode: '30003', retMsg: 'invalid sign' }))

  test('the cloud still has the previous one: used, and remembered', async () => {
    const { client, server } = await cloudThat(strict, { previousSecret: 'old-secret' }, 'old-secret')
    expect(await client.call(getCinemas, {})).toEqual({ kind: 'done', value: [] })
    expect(await client.call(getCinemas, {})).toEqual({ kind: 'done', value: [] })
    expect(server.received.map(call => call.signed)).toEqual([false, true, true])
  })

  test('neither is right: refused after two calls', async () => {
    const { client, server } = await cloudThat(strict, { previousSecret: 'old-secret' }, 'a third one')
    expect(await client.call(getCinemas, {})).toMatchObject({ kind: 'refused', code: '30003' })
    expect(server.received).toHaveLength(2)
  })

  test('the cloud changes over while calls are under way: none of them is lost', async () => {
    let current = 'old-secret'
    const { client, server } = await cloudThat(
      ({ parameters }, response) => {
        const signed = parameters['sign'] === sign(parameters, current)
        response.end(signed ? cinemas : json({ retCode: '30003', retMsg: 'invalid sign' }))
      },
      { previousSecret: 'old-secret' },
    )
    const many = () => Promise.all(Array.from({ length: 8 }, () => client.call(getCinemas, {})))
    expect((await many()).map(outcome => outcome.kind)).toEqual(Array(8).fill('done'))
    current = testSecret
    expect((await many()).map(outcome => outcome.kind)).toEqual(Array(8).fill('done'))
    const before = server.received.length
    await client.call(getCinemas, {})
    expect(server.received).toHaveLength(before + 1)
  })

  test.each(['30003 first', '30004 first'])('secret and clock are both off, %s', async order => {
    const { client, server } = await cloudThat(
      ({ parameters, signed }, response) => {
        response.setHeader('date', new Date(cloudNow).toUTCString())
        const wrong = [
          ...(signed ? [] : [{ retCode: '30003' }]),
          ...(isFresh(parameters) ? [] : [{ retCode: '30004' }]),
        ]
        if (order.startsWith('30004')) wrong.reverse()
        response.end(wrong[0] ? json(wrong[0]) : cinemas)
      },
      { previousSecret: 'old-secret' },
      'old-secret',
    )
    expect(await client.call(getCinemas, {})).toEqual({ kind: 'done', value: [] })
    expect(server.received).toHaveLength(3)
  })
})

describe('a cloud that does not answer', () => {
  function silence() {
    const state = { silent: true, now: 1_700_000_000_000 }
    const respond: Respond = (_, response) => {
      if (state.silent) response.destroy()
      else response.end(json(envelope({ data: { orderId: '1', status: 'wait_ticket', seatPlanList: [] } })))
    }
    return { state, respond, clock: { now: () => state.now } }
  }

  test('is spared reads and locks after five in a row, until one of them is answered', async () => {
    const { state, respond, clock } = silence()
    const { client, server } = await cloudThat(respond, { clock })
    for (let i = 0; i < 5; i++) expect((await client.call(getSeats, hall)).kind).toBe('unknown')
    expect(await client.call(getSeats, hall)).toEqual({
      kind: 'not-sent',
      reason: 'the cloud does not answer',
    })
    expect(server.received).toHaveLength(5)
    state.silent = false
    state.now += 2_000
    expect((await client.call(getSeats, hall)).kind).toBe('done')
    expect((await client.call(getSeats, hall)).kind).toBe('done')
  })

  test('is asked about orders, tickets and their print all the same', () => {
    const asked = [
      'order.getOrderInfo',
      'order.getGoodsOrderInfo',
      'order.getTicketInfo',
      'order.reverseOrder',
    ]
    const also = ['ticket.getOrderPrintStatus', 'card.getCardOrderDetail', 'card.getCardConsumeRecords']
    expect([...asked, ...also].map(name => findApi(name)?.kind)).toEqual(Array(7).fill('settle'))
  })

  test('gets every call that is about an order', async () => {
    const { respond, clock } = silence()
    const { client, server } = await cloudThat(respond, { clock })
    for (let i = 0; i < 8; i++) expect((await client.call(getOrderInfo, order)).kind).toBe('unknown')
    expect(server.received).toHaveLength(8)
  })

  test('is not one that refuses, or that answers what we cannot read', async () => {
    const { client, server } = await cloudThat(always(envelope({ data: { seatPlanList: 'none' } })))
    for (let i = 0; i < 8; i++) expect((await client.call(getSeats, hall)).kind).toBe('unknown')
    expect(server.received).toHaveLength(8)
  })
})

test('a crowd of readers that wait keeps no order waiting', async () => {
  const waiting: (() => void)[] = []
  const { client, server } = await cloudThat(({ parameters }, response) => {
    if (parameters['api'] === 'ykse.partner.order.getOrderInfo') {
      response.end(json(envelope({ data: { orderId: '1', status: 'wait_ticket' } })))
    } else {
      waiting.push(() => response.end(json(envelope({ data: { seatPlanList: [] } }))))
    }
  })
  const crowd = Array.from({ length: 60 }, () => client.call(getSeats, hall))
  await expect.poll(() => waiting.length).toBe(24)
  expect((await client.call(getOrderInfo, order)).kind).toBe('done')
  expect(server.received).toHaveLength(25)
  const served = setInterval(() => {
    for (const answer of waiting.splice(0)) answer()
  }, 1)
  expect((await Promise.all(crowd)).every(outcome => outcome.kind === 'done')).toBe(true)
  clearInterval(served)
})
