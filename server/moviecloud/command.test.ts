import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { systemClock } from '../kernel/clock.ts'
import { startSandbox } from '../sandbox/sandbox.ts'
import { decryptCardPassword } from './card-cipher.ts'
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

const connection = () => ({ url: server.url, channel: 'YKSE', secret: testSecret, cardKey: 'a card key' })
const run = (...args: string[]) => runCommand(args, connection(), systemClock)
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
  [['seat.getSeats', '{"cinemaLinkId":"1","hallId":"2","hall":"3"}'], /hall: is not a parameter/],
  [['order.getOrderInfo', '{"cinemaLinkId":"1"}'], /lockOrderId and orderId must not both be absent/],
])('%j is told what is wrong with it, and nothing is sent', async (args, complaint) => {
  const before = server.received.length
  expect(await run(...args)).toEqual({ exitCode: 2, stderr: expect.stringMatching(complaint) })
  expect(server.received).toHaveLength(before)
})

test('a code without words is given those of the specification, and none that a terminal obeys', async () => {
  const answers = ['{"retCode":"40003"}', '{"retCode":"10001","retMsg":"\\u001b[2Jbusy"}']
  const silent = await answeringServer((_, response) => response.end(answers.shift()))
  onTestFinished(() => silent.close())
  const ask = () => runCommand(['cinema.getCinemas'], { ...connection(), url: silent.url }, systemClock)
  expect(await ask()).toEqual({ exitCode: 1, stderr: '40003 cinema inadequate processing capacity' })
  expect(await ask()).toEqual({ exitCode: 1, stderr: '10001  [2Jbusy' })
})

test('a card password is enciphered before it is sent', async () => {
  const card = { cinemaLinkId: '58', cardNumber: '5816100001' }
  await run('card.queryBalance', JSON.stringify({ ...card, cardPassword: '123456' }))
  const sent: unknown = JSON.parse(server.received.at(-1)?.parameters['data'] ?? '')
  const { cardPassword, ...rest } = z.record(z.string(), z.string()).parse(sent)
  expect(rest).toEqual(card)
  expect(decryptCardPassword(cardPassword ?? '', 'a card key')).toBe('123456')
})

test('where no cloud is configured and no sandbox listens, it says which settings are missing', async () => {
  const nobody = await answeringServer(() => undefined)
  await nobody.close()
  const assumed = { ...connection(), url: nobody.url, assumed: true }
  expect(await runCommand(['seat.getSeats', hall], assumed, systemClock)).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining('MOVIECLOUD_URL'),
  })
  expect(await runCommand(['seat.getSeats', hall], { ...assumed, assumed: false }, systemClock)).toEqual({
    exitCode: 1,
    stderr: 'Nothing was sent: ECONNREFUSED',
  })
})

describe('the real command, in a process of its own', () => {
  const command = (environment: Record<string, string>, ...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'server/moviecloud/cli.ts', ...args], {
      env: { PATH: process.env['PATH'], ...environment },
    })
  const configured = () => ({
    MOVIECLOUD_URL: `${server.url}/route`,
    MOVIECLOUD_CHANNEL: 'YKSE',
    MOVIECLOUD_SECRET: testSecret,
    MOVIECLOUD_CARD_KEY: 'a card key',
  })

  test('calls the configured cloud, at an address with or without /route', async () => {
    expect(JSON.parse((await command(configured(), 'seat.getSeats', hall)).stdout)).toEqual({
      hallId: '14',
      seatPlanList: [],
    })
  })

  test('leaves with 1 after a refusal, and nothing on stdout', async () => {
    const card = '{"cinemaLinkId":"1","cardNumber":"2"}'
    await expect(command(configured(), 'card.getCardDetail', card)).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'CARD_NOT_EXIST_ERROR 会员卡不存在\n',
    })
  })

  test('calls the sandbox on this machine when no cloud is configured', async () => {
    const sandbox = await startSandbox()
    onTestFinished(() => sandbox.close())
    const { stdout } = await command({ SANDBOX_PORT: new URL(sandbox.url).port }, 'cinema.getCinemas')
    expect(JSON.parse(stdout)).toEqual(
      expect.arrayContaining([expect.objectContaining({ cinemaLinkId: '681' })]),
    )
  })
})
