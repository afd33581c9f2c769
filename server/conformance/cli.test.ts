import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { alteredCloud, withCode } from './test-support/altered-cloud.ts'

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))

/** The real command, in a process of its own. */
const command = (...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>(resolve => {
    const child = execFile(process.execPath, ['--import', 'tsx', cli, ...args], (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
const against = (url: string) => ['--url', url, '--channel', sandbox.channel, '--secret', sandbox.secret]

test('prints a report by interface, writes it as data, and ends with 0', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'report.json')
  const { code, stdout } = await command(...against(`${sandbox.url}/route`), '--json', file)
  expect(stdout).toMatch(/^Conformance with the Movie Cloud specification 1\.2\.26\n/)
  expect(stdout.split('\n').filter(line => /^(\w+)\.\w+ +[\d.]/.test(line))).toHaveLength(43)
  expect(stdout).toMatch(/\nCONFORMANT as far as it was looked at: \d+ held, 0 broken/)
  expect(stdout).not.toContain('This run buys')
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    specification: '1.2.26',
    mode: 'read-only',
    broken: 0,
    apis: expect.arrayContaining([expect.objectContaining({ api: 'seat.getSeats' })]),
  })
  expect(code).toBe(0)
})

test('in full mode says what it will do before it does it', async () => {
  const { code, stdout } = await command(...against(sandbox.url), '--mode', 'full')
  expect(stdout).toMatch(/^This run buys\. As channel FOYER at cinema 681 /)
  expect(stdout).toContain('\nLEFT BEHIND\n')
  expect(code).toBe(0)
})

test('ends with 1 when a rule is broken, and shows the rule, what was sent and what came', async () => {
  const cloud = await alteredCloud(sandbox, async call =>
    call.api === 'order.getTicketInfo' ? withCode(await call.pass(), 'ORDER_NOT_FOUND') : undefined,
  )
  onTestFinished(() => cloud.close())
  const { code, stdout } = await command(...against(cloud.url))
  expect(stdout).toMatch(/BROKEN\n\n {2}reading\.unknown-getTicketInfo {2}\(specification 9\.2\.11\)\n/)
  expect(stdout).toMatch(/found {2}it was refused with ORDER_NOT_FOUND instead of CONFIRMATIONID_WRONG\n/)
  expect(stdout).toMatch(
    /sent {3}POST \/route api=ykse\.partner\.order\.getTicketInfo .*data=\{"cinemaLinkId"/,
  )
  expect(stdout).toMatch(/came {3}HTTP 200 after \d+ ms: \{"/)
  expect(stdout).toMatch(/\nNOT CONFORMANT: \d+ held, 1 broken/)
  expect(code).toBe(1)
})

test('ends with 2 when rules stay unclear', async () => {
  const cloud = await alteredCloud(sandbox, async call => (call.api === 'goods.getGoods' ? 503 : undefined))
  onTestFinished(() => cloud.close())
  const { code, stdout } = await command(...against(cloud.url))
  expect(stdout).toContain('goods.getGoods was answered HTTP 503\n      protocol.')
  expect(code).toBe(2)
})

test.each([
  [[], /--url is missing[\s\S]*npm run conformance -- --url/],
  [['--url', 'http://127.0.0.1:1', '--channel', 'C', '--secret', 'S'], /It could not run: .*ECONNREFUSED/],
])('with %j it cannot run: 2', async (args, words) => {
  const { code, stdout, stderr } = await command(...args)
  expect(stderr).toMatch(words)
  expect(stdout).toBe('')
  expect(code).toBe(2)
})
