/** How long a screen may stand untouched: a warning first, then it is for the next guest. */
export interface IdleLimit {
  warnAfterMs: number
  leaveAfterMs: number
}

export type IdleState = { kind: 'present' } | { kind: 'warning'; leavesInMs: number } | { kind: 'gone' }

/** What an untouched time means under a limit; without a limit nobody is sent away. */
export function idleState(untouchedMs: number, limit: IdleLimit | undefined): IdleState {
  if (limit === undefined || untouchedMs < limit.warnAfterMs) return { kind: 'present' }
  if (untouchedMs < limit.leaveAfterMs)
    return { kind: 'warning', leavesInMs: limit.leaveAfterMs - untouchedMs }
  return { kind: 'gone' }
}
