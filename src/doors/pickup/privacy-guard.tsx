import { type ReactNode, useCallback, useEffect, useEffectEvent } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import type { IdleLimit } from '#src/lib/idle.ts'
import { useIdle } from '#src/lib/use-idle.ts'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { pickupDoorMessages } from './messages.ts'

/** A ticket on show is somebody's property: a minute untouched, the last 15 s counted aloud, and it is gone. */
const limit: IdleLimit = { warnAfterMs: 45_000, leaveAfterMs: 60_000 }

interface PrivacyGuardProps {
  /** Something of a guest is on a screen that others will use. */
  active: boolean
  onGone: () => void
  children: ReactNode
}

/** Clears a shared screen when its guest has gone; any touch is a sign that she has not. */
export function PrivacyGuard({ active, onGone, children }: PrivacyGuardProps) {
  const t = useMessages(pickupDoorMessages)
  const gone = useEffectEvent(onGone)
  const wipe = useCallback(() => gone(), [])
  const state = useIdle(active ? limit : undefined, String(active), wipe)
  // A page put aside by the browser keeps its memory; coming back to it must not show the last guest's ticket.
  useEffect(() => {
    if (!active) return
    addEventListener('pagehide', wipe)
    return () => removeEventListener('pagehide', wipe)
  }, [active, wipe])
  const warning = active && state.kind === 'warning'
  return (
    <>
      {children}
      <Dialog
        open={warning}
        title={t.stillThere}
        onClose={() => undefined}
        actions={
          <Button size="large" className="w-full">
            {t.stay}
          </Button>
        }
      >
        <p className="text-xl">{t.stillThereHint(warning ? Math.ceil(state.leavesInMs / 1000) : 0)}</p>
      </Dialog>
    </>
  )
}
