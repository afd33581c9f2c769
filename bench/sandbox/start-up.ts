import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../server/sandbox/main.ts', import.meta.url))

/** How long the sandbox's own command takes from its start until it says its address, ms, Node and tsx included. */
export async function startUpMs(dataDir: string): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', entry, '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  const took = performance.now() - began
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
  return took
}
