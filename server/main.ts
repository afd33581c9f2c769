import { startApp } from './app.ts'
import { ConfigError, type Env, loadEnv } from './config/env.ts'

/** Starts the house, says where it is, and closes it in order when it is told to end. */
async function main(): Promise<void> {
  const env = loadEnv()
  for (const warning of env.warnings) process.stderr.write(`Note: ${warning}\n`)
  const app = await startApp(env, { onFatal: failed })
  process.stdout.write(`${welcome(env, app)}\n`)

  let ending = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal means that somebody does not want to wait.
      if (ending) process.exit(1)
      ending = true
      app.close().then(() => process.exit(0), failed)
    })
  }
}

function welcome(env: Env, app: { url: string; cloudUrl: string }): string {
  const cloud = env.cloud.kind === 'embedded-sandbox' ? 'embedded sandbox cloud' : 'Movie Cloud'
  return `Foyer is open: ${app.url}/kiosk  /checkout  /pickup  (${cloud} at ${app.cloudUrl})`
}

function failed(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

/** One sentence for what the operator can mend, the whole story for everything else. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (!(error instanceof Error)) return String(error)
  const { code, port } = { code: undefined, port: undefined, ...error }
  if (code === 'EADDRINUSE') return `Port ${port} is taken; set PORT to another one, or end whoever has it.`
  if (code === 'EACCES') return `Not allowed: ${error.message}.`
  return error.stack ?? error.message
}

main().catch(failed)
