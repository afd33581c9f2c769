import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../kernel/clock.ts'
import { runCommand } from './command.ts'
import {
  type AnsweringServer,
  answeringServer,
  envelope,
  testSecret,
} from './test-support/answering-server.ts'

let server: AnsweringServer
beforeAll(async () => {
  server = await answeringServer(({ parameters }, response) => {
    const known = parameters['api'] === 'ykse.partner.seat.getSeats'
    response.end(
      JSON.stringify(
        known
          ? envelope({ data: { hallId: '14', seatPlanList: [] } })
          : { retCode: '0', data: { bizCode: 'CARD_NOT_EXIST_ERROR', bizMsg: '会员卡不存在' } },
      ),
    )
  })
})
afterAll(() => server.close())

const run = (...args: string[]) =>
  runCommand(args, { url: server.url, channel: 'YKSE', secret: testSecret }, systemClock)
const hall = '{"cinemaLinkId":"681","hallId":"14"}'

test.each(['seat.getSeats', 'ykse.partner.seat.getSeats'])('%s prints the normalised answer', async name => {
  const { exitCode, stdout } = await run(name, hall)
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout ?? '')).toEqual({ hallId: '14', seatPlanList: [] })
})

test('a refusal is its code and meaning', async () => {
  expect(await run('benefitCard.getCardDetail', '{"benefitCardNumber":"1"}')).toEqual({
    exitCode: 1,
    stderr: 'CARD_NOT_EXIST_ERROR 会员卡不存在',
  })
})

test('--get sends a GET, --page and --size are sent and signed', async () => {
  await run('seat.getSeats', hall, '--get', '--page', '3', '--size', '10')
  expect(server.received.at(-1)).toMatchObject({
    method: 'GET',
    signed: true,
    parameters: { pageNo: '3', pageSize: '10' },
  })
})

test.each([
  [[], /Which API\?[\s\S]*Usage/],
  [['getSeat'], /no API getSeat.*seat\.getSeats/],
  [['seat.getSeats', '{'], /not a JSON object/],
  [['seat.getSeats', '[]'], /not a JSON object/],
  [['seat.getSeats', '{}'], /cinemaLinkId: is required[\s\S]*hallId/],
  [['seat.getSeats', hall, 'more'], /What is more\?/],
  [['seat.getSeats', hall, '--size', '101'], /--size goes from 1 to 100/],
  [['seat.getSeats', hall, '--fast'], /--fast/],
  [['order.getOrderInfo', '{"cinemaLinkId":"1"}'], /lockOrderId and orderId must not both be absent/],
])('%j is told what is wrong with it, and nothing is sent', async (args, complaint) => {
  const before = server.received.length
  expect(await run(...args)).toEqual({ exitCode: 2, stderr: expect.stringMatching(complaint) })
  expect(server.received).toHaveLength(before)
})

test('without a cloud it says which settings are missing', async () => {
  expect(await runCommand(['seat.getSeats', hall], undefined, systemClock)).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining('MOVIECLOUD_URL'),
  })
})

test('the real command, in a process of its own', async () => {
  const command = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'server/moviecloud/cli.ts', ...args], {
      env: {
        PATH: process.env['PATH'],
        MOVIECLOUD_URL: server.url,
        MOVIECLOUD_CHANNEL: 'YKSE',
        MOVIECLOUD_SECRET: testSecret,
        MOVIECLOUD_CARD_KEY: 'a card key',
      },
    })
  expect(JSON.parse((await command('seat.getSeats', hall)).stdout)).toEqual({
    hallId: '14',
    seatPlanList: [],
  })
  await expect(command('card.getCardDetail', '{"cinemaLinkId":"1","cardNumber":"2"}')).rejects.toMatchObject({
    code: 1,
    stderr: 'CARD_NOT_EXIST_ERROR 会员卡不存在\n',
  })
})
