import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Sandbox } from './sandbox.ts'
import { bizCodeOf, call, dataOf } from './test-client.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** Starts the command and reads until its last line; answers with what it printed. */
async function start(...options: string[]): Promise<{ child: ChildProcess; printed: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0', ...options])
  running.push(child)
  let printed = ''
  child.stdout.setEncoding('utf8')
  for await (const chunk of child.stdout) {
    printed += String(chunk)
    if (/A whole sale: .*\n/.test(printed)) return { child, printed }
  }
  throw new Error(`it ended: ${printed}`)
}
const sandboxAt = (printed: string): Sandbox => ({
  url: addressIn(printed),
  channel: 'FOYER',
  secret: 'sandbox-secret-not-for-production',
  cardKey: '',
  close: async () => undefined,
})
const addressIn = (printed: string) => /http:\S+(?=\/route)/.exec(printed)?.[0] ?? ''

test('prints an address, an account and a first call that works when it is pasted', async () => {
  const { child, printed } = await start('--channel', 'PARTNER', '--secret', 'partner-secret')
  expect(printed).toContain('channel   PARTNER\n')
  expect(printed).toContain('secret    partner-secret\n')
  const [, example = ''] = /md5sum:\n\n([\s\S]*?)\n\nA whole sale/.exec(printed) ?? []
  const { stdout } = await promisify(execFile)('bash', ['-c', example])
  expect(stdout).toContain('"retCode":"0"')
  expect(stdout).toContain('"cinemaLinkId":"681"')

  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})

test('a killed one goes on where it was', async () => {
  const data = await mkdtemp(join(tmpdir(), 'sandbox-'))
  try {
    const first = await start('--data', data)
    const script = fileURLToPath(new URL('examples/sell-a-ticket.sh', import.meta.url))
    const { stdout } = await promisify(execFile)('bash', [script, addressIn(first.printed)])
    const goodsList = [{ goodsId: '1728', count: 1, isPackage: false, salePrice: '18.00' }]
    const goods = { cinemaLinkId: '681', thirdOrderId: 'BEFORE', goodsList }
    const bought = await call(sandboxAt(first.printed), 'order.confirmGoodsOrder', goods)
    expect(bizCodeOf(bought)).toBe('SUCCESS')
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    const second = await start('--data', data)
    const sandbox = sandboxAt(second.printed)
    const confirmationId = /pickup number (\d+)/.exec(stdout)?.[1]
    const answer = await call(sandbox, 'order.getTicketInfo', { cinemaLinkId: '681', confirmationId })
    expect(bizCodeOf(answer)).toBe('SUCCESS')
    const again = await call(sandbox, 'order.confirmGoodsOrder', goods)
    expect(again).toEqual(bought)
    // Numbers go on where they were, so the next order is another.
    const next = await call(sandbox, 'order.confirmGoodsOrder', { ...goods, thirdOrderId: 'AFTER' })
    const Numbered = z.looseObject({ goodsOrderId: z.string() })
    expect(dataOf(next, Numbered).goodsOrderId).not.toBe(dataOf(bought, Numbered).goodsOrderId)
  } finally {
    await rm(data, { recursive: true, force: true })
  }
})

test.each([[['--port', 'eighty']], [['--seed', '-1']], [['--colour', 'red']]])(
  '%o is refused with the usage',
  async options => {
    const child = spawn(process.execPath, ['--import', 'tsx', main, ...options])
    running.push(child)
    const errors: string[] = []
    child.stderr.on('data', chunk => errors.push(String(chunk)))
    const [code] = await once(child, 'close')
    expect(code).toBe(1)
    expect(errors.join('')).toContain('npm run sandbox --')
  },
)
