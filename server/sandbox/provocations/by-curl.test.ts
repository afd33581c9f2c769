import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox.ts'
import { byCurl } from './by-curl.ts'
import { as } from './guest.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const asked = `call goods.getGoods '{"cinemaLinkId":"681"}'`
const { channel, secret } = as('FOYER-TICKETS')

/** What the shell prints when this follows. */
async function run(commands: string): Promise<string> {
  const shell = byCurl.replace('http://127.0.0.1:8800', sandbox.url)
  return (await promisify(execFile)('bash', ['-euc', `${shell}\n${commands}`])).stdout
}

test.each([
  ['calls', asked, '"bizCode":"SUCCESS"'],
  ['errs', `call seat.getSeats '{"cinemaLinkId":"681","hallId":"999"}'`, '"bizCode":"DATA_NOT_EXIST"'],
  [
    'sets faults',
    `control faults '{"kind":"refuse","code":"GOODS_QUERY_ERROR","api":"goods.getGoods"}'; ${asked}`,
    '"bizCode":"GOODS_QUERY_ERROR"',
  ],
  ['takes another account', `channel=${channel} secret=${secret}; ${asked}`, '"CHANNEL_NOT_ALLOW_BUY"'],
])('the shell that the table is told for %s', async (_, commands, expected) => {
  expect(await run(commands)).toContain(expected)
})

test('it moves the clock, and follows it there and back', async () => {
  const printed = await run(
    `control clock '{"forwardMs":900000}'; ${asked}; ahead=900; ${asked}; control reset '{}'; ahead=0; ${asked}`,
  )
  expect(printed.match(/"retCode":"\d+"/g)).toEqual(['"retCode":"30004"', '"retCode":"0"', '"retCode":"0"'])
})
