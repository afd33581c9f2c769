import { ConfigError, loadEnv } from '../config/env.ts'
import { systemClock } from '../kernel/clock.ts'
import { type CommandResult, type Connection, runCommand } from './command.ts'
import { sandboxAccount } from './sandbox-account.ts'

/** Where `npm run sandbox` listens unless told otherwise. */
const sandboxPort = 8800

function connection(): Connection {
  const { cloud } = loadEnv()
  if (cloud.kind === 'remote') return cloud
  return { ...sandboxAccount, url: `http://127.0.0.1:${cloud.port || sandboxPort}`, assumed: true }
}

async function run(): Promise<CommandResult> {
  try {
    return await runCommand(process.argv.slice(2), connection(), systemClock)
  } catch (error) {
    if (error instanceof ConfigError) return { exitCode: 2, stderr: error.message }
    throw error
  }
}

// A reader that has seen enough (`| head`) hangs up: that is no failure.
process.stdout.on('error', () => process.exit())

const { exitCode, stdout, stderr } = await run()
if (stdout !== undefined) process.stdout.write(`${stdout}\n`)
if (stderr !== undefined) process.stderr.write(`${stderr}\n`)
process.exitCode = exitCode
