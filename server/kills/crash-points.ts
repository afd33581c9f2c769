import type { Fate } from '../ordering/test-support/dying-store.ts'

/** A moment in an order's life at which a process can end. */
export interface CrashPoint {
  name: string
  /** The write as `dyingStore` names it, and on which side of it the process ends. */
  write: string
  fate: Exclude<Fate, 'lives'>
}

/**
 * Every moment between a write and what comes before or after it. "Unsaved" is before the answer is on the disk,
 * "unsent" after the intent is, and "not decided" between what was learnt and what follows from it.
 */
export const crashPoints: readonly CrashPoint[] = [
  { name: 'before the lock intent', write: 'commit lock', fate: 'dies before' },
  { name: 'lock intent, unsent', write: 'commit lock', fate: 'dies after' },
  { name: 'lock sent, answer unsaved', write: 'learn lock', fate: 'dies before' },
  { name: 'payment wanted, not intended', write: 'commit guest: pay', fate: 'dies after' },
  { name: 'payment intent, unsent', write: 'commit create payment', fate: 'dies after' },
  { name: 'QR created, unsaved', write: 'learn create payment', fate: 'dies before' },
  { name: 'paid, callback lost', write: 'learn callback', fate: 'dies before' },
  { name: 'callback merged, unanswered', write: 'learn callback', fate: 'dies after' },
  { name: 'money sorted, not confirmed', write: 'commit sort the money', fate: 'dies after' },
  { name: 'confirm frozen, not intended', write: 'commit freeze the confirm', fate: 'dies after' },
  { name: 'confirm intent, unsent', write: 'commit confirm', fate: 'dies after' },
  { name: 'confirm succeeded, unsaved', write: 'learn confirm', fate: 'dies before' },
  { name: 'confirm learnt, not decided', write: 'learn confirm', fate: 'dies after' },
  { name: 'TICKET committed, screen not told', write: 'commit tickets are out', fate: 'dies after' },
  { name: 'query answered, unsaved', write: 'learn ask order', fate: 'dies before' },
  { name: 'reversal intent, unsent', write: 'commit reverse', fate: 'dies after' },
  { name: 'reversal sent, answer unsaved', write: 'learn reverse', fate: 'dies before' },
  { name: 'refund owed, not intended', write: 'commit owe a refund', fate: 'dies after' },
  { name: 'REFUND committed, unsent', write: 'commit refund', fate: 'dies after' },
  { name: 'refund accepted, answer lost', write: 'learn refund', fate: 'dies before' },
  { name: 'payment to be closed, unsent', write: 'commit close payment', fate: 'dies after' },
  { name: 'payment closed, unsaved', write: 'learn close payment', fate: 'dies before' },
  { name: 'release intent, unsent', write: 'commit release', fate: 'dies after' },
  { name: 'seats released, unsaved', write: 'learn release', fate: 'dies before' },
  { name: 'return intent, unsent', write: 'commit give back', fate: 'dies after' },
  { name: 'tickets taken back, unsaved', write: 'learn give back', fate: 'dies before' },
]
