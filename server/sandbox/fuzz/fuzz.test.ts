import { beforeAll, expect, test } from 'vitest'
import { type FuzzResult, fuzz } from './fuzz.ts'

/*
 * What nobody should send gets a code of the protocol or a 4xx, changes nothing, and leaves nothing behind. As many as
 * fit into the suite; `npx tsx server/sandbox/fuzz/main.ts` sends a hundred thousand.
 */

const seed = 20_261_123
/** What the sandbox remembers of its last calls varies by what was in them; a leak of 250 bytes a request is more. */
const mostGrowthBytes = 5 * 2 ** 20

let result: FuzzResult
beforeAll(async () => {
  result = await fuzz({ seed, requests: 30_000 })
}, 300_000)

test(`30,000 malformed requests of seed ${seed} are all answered properly`, () => {
  expect(result.failures.join('\n')).toBe('')
})

test('they came far enough: to the gate, through it, and to every kind of refusal', () => {
  const seen = [...result.outcomes.keys()]
  expect(seen).toEqual(
    expect.arrayContaining([
      ...['HTTP 400', 'HTTP 404', 'HTTP 405', 'HTTP 413', 'HTTP 414', 'HTTP 415', 'HTTP 431'],
      ...['30001', '30002', '30003', '30004', '30005', '30006', 'FORMAT_ERROR', 'NULL_ARGUMENT', 'SUCCESS'],
      ...['SEATID_ERROR', 'LOCK_SEAT_UNSUCCESS', 'PAYMENT_METHOD_ERROR', 'GOODS_INFO_ERROR'],
    ]),
  )
  expect(seen.length).toBeGreaterThan(50)
})

test('memory does not grow with the number of requests', () => {
  const [early, late] = result.heapBytes
  expect(late - early).toBeLessThan(mostGrowthBytes)
})
