import { randomBytes } from 'node:crypto'
import type { Journal } from '../journal/journal.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Bus } from './bus.ts'
import { createLocalBus } from './local-bus.ts'
import { openPostgresBus } from './postgres-bus.ts'

/**
 * The way between the nodes of the house: through the database where they share one, else there is but one node.
 *
 * @throws Error when the database cannot be listened to
 */
export async function openBus(parts: {
  databaseUrl: string | undefined
  db: Journal['db']
  clock: Clock
  after: (ms: number, run: () => void) => () => void
  onError: (error: unknown) => void
}): Promise<Bus> {
  const { databaseUrl: url } = parts
  if (url === undefined) return createLocalBus(parts)
  const owner = randomBytes(9).toString('base64url')
  return openPostgresBus({ ...parts, url, owner, chance: Math.random })
}
