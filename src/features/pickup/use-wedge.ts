import { useEffect, useEffectEvent } from 'react'
import { type Burst, feedWedge } from './wedge.ts'

/**
 * Calls `onScan` with what a typing scanner read, wherever on the page the focus is. The Enter that ends a scan
 * goes no further, so that it neither submits a form nor presses the button in focus.
 */
export function useWedge(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan)
  useEffect(() => {
    let burst: Burst | undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const next = feedWedge(burst, event.key, event.timeStamp)
      burst = next.burst
      if (next.scanned === undefined) return
      event.preventDefault()
      event.stopPropagation()
      scanned(next.scanned)
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
