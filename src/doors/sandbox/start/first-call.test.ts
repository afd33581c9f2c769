import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadEnv } from '../../../../server/config/env.ts'
import { type Sandbox, startSandbox } from '../../../../server/sandbox/sandbox.ts'
import { firstCall, foyerHere, wholeSale } from './first-call.ts'

const account = { channelCode: 'PARTNER', secret: 'partner-secret', cardKey: 'partner-card-key' }
let sandbox: Sandbox

beforeAll(async () => {
  const { channelCode: channel, ...keys } = account
  sandbox = await startSandbox({ channel, ...keys })
})
afterAll(() => sandbox.close())

const inShell = async (command: string) => (await promisify(execFile)('bash', ['-c', command])).stdout

test('the first call works when it is pasted', async () => {
  expect(await inShell(firstCall(sandbox.url, account))).toContain('"cinemaLinkId":"681"')
})

test('so does the whole sale', async () => {
  expect(await inShell(wholeSale(sandbox.url, account))).toMatch(/pickup number \d+/)
})

test('a house started with the settings shown sells against this sandbox', async () => {
  const settings = await inShell(foyerHere(sandbox.url, account).replace('npm start', 'env -u _'))
  const given = settings
    .split('\n')
    .flatMap(line => (line.startsWith('MOVIECLOUD_') ? [line.split('=')] : []))
  const { cloud } = loadEnv(Object.fromEntries(given))
  expect(cloud).toMatchObject({ kind: 'remote', url: `${sandbox.url}/route`, channel: 'PARTNER' })
})
