import type { LoggedCall } from '#contract/sandbox-control.ts'

/** The page keeps no more; whoever needs all of them has a log of his own. */
const kept = 1_000

/** After which number to ask: so that the last known call comes once more, and proves that the log is still the same. */
export const askAfter = (known: readonly LoggedCall[]): number => Math.max(0, (known.at(-1)?.id ?? 0) - 1)

/**
 * The known calls with those that were answered to `askAfter`. Numbers begin anew when the sandbox is reset or
 * started again; then what was known is no longer so. More calls than one answer holds leave a gap.
 */
export function joinCalls(known: readonly LoggedCall[], answered: readonly LoggedCall[]): LoggedCall[] {
  const last = known.at(-1)
  const first = answered[0]
  if (!last) return [...answered]
  if (first?.id === last.id && first.at === last.at) return [...known, ...answered.slice(1)].slice(-kept)
  return first !== undefined && first.id > last.id ? [...known, ...answered].slice(-kept) : [...answered]
}
