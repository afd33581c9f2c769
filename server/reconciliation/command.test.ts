import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLedger } from '../payment/sandbox/ledger.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { createStaffMember } from '../test-support/staff-member.ts'
import { startHouse } from '../test-support/start-house.ts'
import { runReconcileCommand } from './command.ts'

const day = '2026-11-23'
const run = promisify(execFile)

/** The command as an operator runs it, beside a server with the same settings. */
async function reconcile(environment: Record<string, string>, ...args: string[]) {
  const { PATH = '' } = process.env
  const env = { PATH, NODE_ENV: 'development', ...environment }
  const done = await run('node_modules/.bin/tsx', ['server/reconcile.ts', ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  return { code: done.code, out: done.stdout, err: done.stderr }
}

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

describe.each(['SQLite', 'PostgreSQL'])('npm run reconcile, on %s', name => {
  let house: Awaited<ReturnType<typeof startHouse>>
  let settings: Record<string, string>
  let outTradeNo: string
  beforeAll(async () => {
    const environment: Record<string, string> =
      name === 'SQLite'
        ? {}
        : { DATABASE_URL: await postgres.newDatabase(), DATA_KEY: Buffer.alloc(32, 1).toString('base64') }
    house = await startHouse({ environment })
    settings = { ...environment, DATA_DIR: house.dataDir }
    const { guest } = house
    const { hall } = await guest.findShow()
    const held = await guest.hold(hall.showId, await guest.freeSeats(hall, 2))
    const paying = held.ok ? await guest.pay(held.value) : held
    if (!paying.ok) throw new Error(paying.error.code)
    await guest.onThePhone(paying.value, 'pay')
    const { id } = await guest.watch(paying.value, 'ticketed')
    const cashier = await createStaffMember(house.url, 'cashier')
    const seen = await cashier.get('getStaffOrder', { params: { orderId: id } })
    outTradeNo = seen.payments[0]?.outTradeNo ?? ''
  })

  test('says that the ledgers agree, while the server goes on', async () => {
    const { code, out, err } = await reconcile(settings, '--day', day)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('The ledgers agree.')
    expect(out).toMatch(/payments +1 +\d+\.\d\d +1 +\d+\.\d\d/)
    expect(out).toContain('cloud: asked about 1, of these with good tickets 1')
  })

  test('names what differs, with what it means and what to do, and changes nothing', async () => {
    const ledger = openLedger(`${house.dataDir}/sandbox-payments.sqlite`)
    ledger.putRefund({
      outRefundNo: 'BYHAND',
      outTradeNo,
      amountFen: 100,
      state: 'SUCCESS',
      at: house.clock.now(),
    })
    ledger.close()
    const { code, out } = await reconcile(settings, '--day', day)
    expect(code).toBe(1)
    expect(out).toContain('2 differences.')
    expect(out).toMatch(/refund-without-order {2}BYHAND {2}\(order [A-Za-z0-9_-]{6}\)\n {2}found 1\.00 yuan/)
    expect(out).toContain('Find out who paid it back in the provider’s console')
    expect(out).toContain('影票有效，款项却已退回。')

    const json = await reconcile(settings, '--json', '--day', day)
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({
      day,
      verdict: 'differs',
      findings: [{ kind: 'ticket-and-refund' }, { kind: 'refund-without-order', subject: 'BYHAND' }],
    })
    const manager = await createStaffMember(house.url, 'manager')
    expect(await manager.get('getReconciliation', { query: { day } })).not.toHaveProperty('done')
  })

  test('says that a ledger could not be read when the cloud is away', async () => {
    await house.close()
    const { code, out } = await reconcile(settings, '--day', day)
    expect(code).toBe(2)
    expect(out).toMatch(/not read: cloud [A-Za-z0-9_-]{6}: /)
    expect(out).toContain('nobody can say')
  })

  test('says that the journal could not be read where there is none', async () => {
    const nowhere =
      name === 'SQLite'
        ? { DATA_DIR: `${house.dataDir}/nowhere` }
        : { ...settings, DATABASE_URL: 'postgres://foyer:a-password@127.0.0.1:1/foyer' }
    const { code, out, err } = await reconcile(nowhere, '--day', day)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('The journal could not be read')
    expect(err).not.toContain('a-password')
  })
})

test.each([[[]], [['--day']], [['--day', '2026-02-30']], [['2026-11-23']], [['--day', day, '--fix']]])(
  'called with %j it tells how it is used, and reads nothing',
  async args => {
    const never = () => Promise.reject(new Error('read a ledger'))
    const { exitCode, stderr } = await runReconcileCommand(args, never)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('npm run reconcile -- --day')])
  },
)
