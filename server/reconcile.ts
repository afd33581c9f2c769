import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { LocalDate } from '#contract/time.ts'
import { loadDataKey } from './config/data-key.ts'
import { ConfigError, type Env, loadEnv } from './config/env.ts'
import { createFieldCipher } from './journal/field-cipher.ts'
import { openJournalToRead } from './journal/read-only.ts'
import { createSqlStore } from './journal/sql-store.ts'
import { systemClock } from './kernel/clock.ts'
import { randomIv } from './moviecloud/card-cipher.ts'
import { createMovieCloudClient } from './moviecloud/client.ts'
import { createMovieCloud } from './moviecloud/gateway.ts'
import { sandboxAccount } from './moviecloud/sandbox-account.ts'
import { createCashDrawer } from './payment/cash/drawer.ts'
import { openPayments } from './payment/open-payments.ts'
import { type CommandResult, runReconcileCommand } from './reconciliation/command.ts'
import type { Reconciled } from './reconciliation/ledgers.ts'
import { createJournalReader } from './reconciliation/read-journal.ts'
import { reconcile } from './reconciliation/reconcile.ts'
import { readSandboxUrl } from './sandbox-url.ts'

/** Reads all three ledgers with the server's own settings, beside the server. Changes nothing. */
async function compare(env: Env, day: LocalDate): Promise<Reconciled> {
  const journal = openJournalToRead(
    env.databaseUrl === undefined ? { file: join(env.dataDir, 'journal.sqlite') } : { url: env.databaseUrl },
  )
  const dataKey = loadDataKey(env)
  const clock = systemClock
  const { cardKey, ...cloudAccount } = account(env)
  const client = createMovieCloudClient({ ...cloudAccount, clock })
  const nowhere = () => 'http://127.0.0.1'
  const payments = openPayments(env, { publicUrl: nowhere, localUrl: nowhere, dataKey, clock })
  try {
    const store = createSqlStore(journal, createFieldCipher(dataKey))
    return await reconcile(
      {
        journal: createJournalReader({ db: journal.db, store }),
        cloud: createMovieCloud(client, { cardKey, iv: randomIv }),
        providers: [payments.provider, createCashDrawer({ db: journal.db, clock })],
        clock,
        pace: breathe,
      },
      day,
    )
  } finally {
    await payments.stop()
    await client.close()
    await journal.close()
  }
}

function account({ cloud, dataDir }: Env) {
  if (cloud.kind === 'remote') return cloud
  // Nobody listens on port 9: without its server the embedded cloud cannot be asked, and the report says so.
  return { ...sandboxAccount, url: readSandboxUrl(dataDir) ?? 'http://127.0.0.1:9' }
}

async function run(): Promise<CommandResult> {
  try {
    const env = loadEnv()
    return await runReconcileCommand(process.argv.slice(2), day => compare(env, day))
  } catch (error) {
    if (error instanceof ConfigError) return { exitCode: 2, stderr: error.message }
    const reason = error instanceof Error ? error.message : String(error)
    return { exitCode: 2, stderr: `The journal could not be read: ${reason}` }
  }
}

// A reader that has seen enough (`| head`) hangs up: that is no failure.
process.stdout.on('error', () => process.exit())

const { exitCode, stdout, stderr } = await run()
if (stdout !== undefined) process.stdout.write(`${stdout}\n`)
if (stderr !== undefined) process.stderr.write(`${stderr}\n`)
process.exitCode = exitCode
