import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../app.ts'
import { loadEnv } from '../config/env.ts'
import { createGuest } from './guest.ts'

/** Monday noon in Beijing: a day of shows lies ahead, and some of the morning's are over. */
const noon = Date.parse('2026-11-23T12:00:00+08:00')

/** The whole house on a free port, with its embedded cloud, a clock that the test can put forward, and its log. */
export async function startHouse(
  options: {
    dataDir?: string
    environment?: Record<string, string>
    clock?: ReturnType<typeof shiftedClock>
  } = {},
) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'foyer-house-'))
  const clock = options.clock ?? shiftedClock()
  const log: string[] = []
  const env = loadEnv({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'trace',
    ...options.environment,
  })
  const app = await startApp(env, { clock, logTo: { write: line => void log.push(line) } })
  const url = app.url.replace('localhost', '127.0.0.1')
  return {
    ...app,
    url,
    dataDir,
    clock,
    log,
    guest: createGuest(url),
    /** The embedded cloud's own switches. */
    async control(name: 'faults' | 'sell' | 'reset', body: object): Promise<void> {
      const response = await fetch(`${app.cloudUrl}/control/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(await response.text())
    },
  }
}

/** Runs on from Monday noon, and further when it is put forward. */
export function shiftedClock() {
  const startedAt = Date.now()
  let forwardMs = 0
  return {
    now: () => noon + (Date.now() - startedAt) + forwardMs,
    forward: (ms: number) => {
      forwardMs += ms
    },
  }
}
