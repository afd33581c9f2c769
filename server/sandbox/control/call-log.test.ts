import { expect, test } from 'vitest'
import { createCallLog } from './call-log.ts'

const call = {
  at: 0,
  ms: 1,
  bytes: 2,
  method: 'GET',
  api: 'ykse.partner.seat.getSeats',
  channelCode: 'FOYER',
  data: '{}',
  signature: 'wrong' as const,
  faults: [] as string[],
  repeated: false,
}

test('no text of a call is kept beyond four thousand characters, whoever made it long', () => {
  const log = createCallLog()
  const long = 'x'.repeat(60_000)
  const texts = {
    api: long,
    channelCode: long,
    cinemaLinkId: long,
    data: long,
    signedText: long,
    message: long,
  }
  log.add({ ...call, ...texts })
  const [entry] = log.after(0, 1)
  for (const name of Object.keys(texts)) expect(entry).toHaveProperty(name, 'x'.repeat(4000))
})

test('the last thousand calls are kept, oldest first', () => {
  const log = createCallLog()
  for (let nth = 1; nth <= 5000; nth++) log.add({ ...call, data: String(nth) })
  expect(log.count()).toBe(5000)
  const calls = log.after(0, 10_000)
  expect(calls.length).toBeGreaterThanOrEqual(1000)
  expect(calls.length).toBeLessThan(2000)
  expect(calls.at(-1)).toMatchObject({ id: 5000, data: '5000' })
})

test('a password is covered even as the cipher that it is', () => {
  const log = createCallLog()
  log.add({ ...call, data: '{"cardPassword":"WUtT\\"RTEy","newPassword" : "x"}' })
  expect(log.after(0, 1)[0]?.data).toBe('{"cardPassword":"***","newPassword" : "***"}')
})
