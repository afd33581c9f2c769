import type { OrderStore } from '../journal/store.ts'
import { withoutSpentSecrets } from './core/spent-secrets.ts'

/** The same store, in which each decision leaves behind the secrets that nothing after it can need. */
export function forgetful(store: OrderStore): OrderStore {
  return { ...store, commit: (before, after, log) => store.commit(before, withoutSpentSecrets(after), log) }
}
