import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type IdleLimit, type IdleState, idleState } from './idle.ts'

const signsOfLife = ['pointerdown', 'pointermove', 'wheel', 'keydown', 'touchstart', 'click'] as const
const lookEveryMs = 250

/**
 * Watches for touches. The time starts anew whenever `since` changes, so that a screen that appears by itself
 * (the ticket, after a phone has paid) has its full time.
 */
export function useIdle(limit: IdleLimit | undefined, since: string, onGone: () => void): IdleState {
  const [state, setState] = useState<IdleState>({ kind: 'present' })
  const lastTouch = useRef(0)

  const look = useEffectEvent(() => {
    const next = idleState(Date.now() - lastTouch.current, limit)
    if (next.kind === 'gone') {
      lastTouch.current = Date.now()
      onGone()
    }
    setState(before => (sameOnScreen(before, next) ? before : next))
  })

  useEffect(() => {
    const touched = () => {
      lastTouch.current = Date.now()
    }
    for (const sign of signsOfLife) addEventListener(sign, touched, { passive: true, capture: true })
    const timer = setInterval(() => look(), lookEveryMs)
    return () => {
      clearInterval(timer)
      for (const sign of signsOfLife) removeEventListener(sign, touched, { capture: true })
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen is what starts the time anew
  useEffect(() => {
    lastTouch.current = Date.now()
  }, [since])
  return state
}

/** Whole seconds are all that a warning shows. */
function sameOnScreen(a: IdleState, b: IdleState): boolean {
  if (a.kind === 'warning' && b.kind === 'warning') {
    return Math.ceil(a.leavesInMs / 1000) === Math.ceil(b.leavesInMs / 1000)
  }
  return a.kind === b.kind
}
