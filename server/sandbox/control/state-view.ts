import type { SandboxState } from '#contract/sandbox-control.ts'
import { magicInputs } from '../faults/magic.ts'
import { apiNames } from '../protocol/api-names.ts'
import type { ControlParts } from './parts.ts'

/** Where the sandbox stands, at a glance. */
export function stateOf({ cloud, channels, faults, log, hasMagic }: ControlParts): SandboxState {
  cloud.keepUp()
  const now = cloud.clock.now()
  return {
    now,
    aheadMs: cloud.clock.aheadMs(),
    seed: cloud.seed,
    lockMs: cloud.lockMs,
    channels: [...channels.values()].map(({ channelCode, name, secret, cardKey }) => ({
      channelCode,
      name,
      secret,
      cardKey,
    })),
    cinemas: cloud.world.cinemas.map(({ cinemaLinkId, name, city, openToPartners }) => ({
      cinemaLinkId,
      name,
      city,
      open: openToPartners,
    })),
    apis: apiNames.map(name => name.replace('ykse.partner.', '')),
    faults: [...faults.list(now)],
    crowd: cloud.buyers.about(),
    counts: { calls: log.count(), ...cloud.books.counts(now) },
    magic: hasMagic ? [...magicInputs] : [],
  }
}
