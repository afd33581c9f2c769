import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, type Env } from './env.ts'

/**
 * The 32-byte key under which personal data is encrypted at rest: `DATA_KEY`, or a file beside the data that
 * is made at the first start, readable by its owner alone.
 *
 * @throws ConfigError when the key file is not a key
 */
export function loadDataKey(env: Pick<Env, 'dataDir' | 'dataKey'>): Buffer {
  if (env.dataKey !== undefined) return Buffer.from(env.dataKey, 'base64')
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
  const file = join(env.dataDir, 'data.key')
  try {
    // Fails when the file exists, so that two starts at once can't each make a key of their own.
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new ConfigError([`The key file ${file} does not hold 32 bytes in base64.`])
  return key
}
