import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

/** The server as a process of its own, with nothing of our environment but what it needs to run. */
function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: {
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'foyer-main-')),
      ...environment,
    },
  })
  const said = { out: '', err: '' }
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  const opened = new Promise<string>(resolve => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString()
      const address = /Foyer is open: (\S+)\/kiosk/.exec(said.out)?.[1]
      if (address !== undefined) resolve(address)
    })
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString()
  })
  return { said, ended, opened, signal: (name: 'SIGTERM' | 'SIGINT') => child.kill(name) }
}

it.each(['SIGTERM', 'SIGINT'] as const)('opens, serves, and ends in order on %s', async name => {
  const server = run({ PORT: '0' })
  const url = (await server.opened).replace('localhost', '127.0.0.1')
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' })
  expect(server.said.out).toMatch(
    /^Foyer is open: \S+\/kiosk {2}\/checkout {2}\/pickup {2}\(embedded sandbox cloud at \S+\)\n$/,
  )
  server.signal(name)
  expect(await server.ended).toBe(0)
  expect(server.said.err).toBe('')
})

it('ends with one sentence for each setting that is wrong', async () => {
  const server = run({ PORT: 'none', LOG_LEVEL: 'loud' })
  expect(await server.ended).toBe(1)
  expect(server.said).toEqual({
    out: '',
    err: [
      'The settings are not usable:',
      '  PORT must be a port number from 0 to 65535.',
      '  LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      '',
    ].join('\n'),
  })
})

it('says that its port is taken, and lets go of what it had opened', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => other.once('listening', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const server = run({ PORT: port })
  expect(await server.ended).toBe(1)
  expect(server.said.err).toBe(`Port ${port} is taken; set PORT to another one, or end whoever has it.\n`)
  other.close()
})
