import { ConfigError, loadEnv } from '../config/env.ts'
import { systemClock } from '../kernel/clock.ts'
import { type CommandResult, type Connection, runCommand } from './command.ts'

function connection(): Connection | undefined {
  const { cloud } = loadEnv()
  if (cloud.kind === 'embedded-sandbox') return undefined
  const { url, channel, secret, previousSecret } = cloud
  return { url, channel, secret, ...(previousSecret !== undefined && { previousSecret }) }
}

async function run(): Promise<CommandResult> {
  try {
    return await runCommand(process.argv.slice(2), connection(), systemClock)
  } catch (error) {
    if (error instanceof ConfigError) return { exitCode: 2, stderr: error.message }
    throw error
  }
}

const { exitCode, stdout, stderr } = await run()
if (stdout !== undefined) process.stdout.write(`${stdout}\n`)
if (stderr !== undefined) process.stderr.write(`${stderr}\n`)
process.exitCode = exitCode
