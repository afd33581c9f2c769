import { cinemaId } from './offer.ts'
import { anOrder, half, halves, held, minutes, t0 } from './record.ts'
import type { Case } from './rule-case.ts'

const locked = anOrder({ state: 'LOCKED', lock: held })

/** The hold, from the wish to its end. */
export const holdCases: readonly Case[] = [
  ['a fresh draft', anOrder(), t0 - minutes(1), 'lock the seats'],
  ['a draft found half a minute later', anOrder(), t0 - minutes(1) + 30_000, 'give up a draft'],
  [
    'goods alone',
    anOrder({ kind: 'goods', ref: { cinemaId }, lock: { kind: 'unsent' } }),
    t0 - minutes(1),
    'nothing to lock',
  ],
  [
    'a hold of which one part is paid',
    { ...locked, shares: halves, payments: [half('sandbox')] },
    t0 + minutes(7),
    'hold has run out',
  ],
  ['a lock that was answered', anOrder({ state: 'LOCKING', lock: held }), t0, 'seats are locked'],
  [
    'a lock that was refused',
    anOrder({ state: 'LOCKING', lock: { kind: 'refused', code: 'LOCK_SEAT_ERROR' } }),
    t0,
    'seats were refused',
  ],
  [
    'a lock that never left',
    anOrder({ state: 'LOCKING', lock: { kind: 'not-sent' } }),
    t0,
    'seats were refused',
  ],
  [
    'T9: a lock whose answer is lost',
    anOrder({ state: 'LOCKING', lock: { kind: 'unknown', at: t0 } }),
    t0,
    'lock is unknown',
  ],
  [
    'T9: a lock whose process died',
    anOrder({ state: 'LOCKING', lock: { kind: 'sent', at: t0 } }),
    t0,
    'lock is unknown',
  ],
  [
    'T9: an unknown lock, until it must have run out',
    anOrder({ state: 'LOCK_UNKNOWN', lock: { kind: 'unknown', at: t0 } }),
    t0,
    minutes(16),
  ],
  [
    'T9: an unknown lock that has run out',
    anOrder({ state: 'LOCK_UNKNOWN', lock: { kind: 'unknown', at: t0 } }),
    t0 + minutes(16),
    'unknown lock is over',
  ],
  [
    'T9: a no after all',
    anOrder({ state: 'LOCK_UNKNOWN', lock: { kind: 'refused', code: 'LOCK_SEAT_ERROR' } }),
    t0,
    'seats were refused',
  ],
  ['T9: an answer after all', anOrder({ state: 'LOCK_UNKNOWN', lock: held }), t0, 'unknown lock is over'],
  ['seats of a failed order', anOrder({ state: 'FAILED', lock: held }), t0, 'release the seats'],
  ['a hold', locked, t0, minutes(7)],
  ['a hold of eight minutes', locked, t0 + minutes(7), 'hold has run out'],
  ['a hold near the end of sale', { ...locked, sellsUntil: t0 + minutes(5) }, t0, minutes(3)],
  ['seats of a released order', anOrder({ state: 'RELEASED', lock: held }), t0, 'release the seats'],
  [
    'a release without an answer',
    anOrder({ state: 'RELEASED', lock: { ...held, releaseTries: 1, releaseAt: t0 } }),
    t0,
    20_000,
  ],
  [
    'a release tried often enough',
    anOrder({ state: 'RELEASED', lock: { ...held, releaseTries: 6, releaseAt: t0 } }),
    t0,
    undefined,
  ],
  ['a release of a lock long gone', anOrder({ state: 'RELEASED', lock: held }), t0 + minutes(15), undefined],
  [
    'a released order',
    anOrder({ state: 'RELEASED', lock: { kind: 'released', lockId: 'L1', at: t0 } }),
    t0,
    undefined,
  ],
]
