import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import type { Settings } from './settings.ts'

/** A clock that can be moved ahead of the one it is given, and stays so over a restart. */
export interface ForwardClock extends Clock {
  /** How far it is ahead, ms. */
  aheadMs(): number
  forward(ms: number): void
  /** Reads again how far it is ahead, after the settings were forgotten. */
  reread(): void
}

const name = 'clock-ahead-ms'

export function createForwardClock(base: Clock, settings: Settings): ForwardClock {
  const read = () => settings.get(name, z.int()) ?? 0
  let ahead = read()
  return {
    now: () => base.now() + ahead,
    aheadMs: () => ahead,
    forward(ms) {
      ahead += ms
      settings.set(name, ahead)
    },
    reread() {
      ahead = read()
    },
  }
}
