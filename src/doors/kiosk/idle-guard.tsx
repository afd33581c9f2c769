import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { useLocation } from 'react-router'
import { useMessages } from '#src/i18n/messages.ts'
import type { IdleState } from '#src/lib/idle.ts'
import { useIdle } from '#src/lib/use-idle.ts'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { useCurrentOrder } from './current-order.ts'
import { idleLimit } from './idle.ts'
import { useLeave } from './leave.ts'
import { kioskMessages } from './messages.ts'

const IdleContext = createContext<IdleState>({ kind: 'present' })

/** Sends the kiosk back to its first screen when nobody is there any more, after a warning. */
export function IdleGuard({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const order = useCurrentOrder()
  const leave = useLeave()
  const attract = pathname.replace(/\/$/, '') === '/kiosk'
  const ticketed = order?.status === 'ticketed'
  const status = order?.status
  const limit = useMemo(() => idleLimit({ attract, status }), [attract, status])
  const onGone = useCallback(() => leave(order), [leave, order])
  const state = useIdle(limit, `${pathname} ${status}`, onGone)
  return (
    <IdleContext value={state}>
      {children}
      {!ticketed && <IdleWarning state={state} />}
    </IdleContext>
  )
}

/** How long the screen on show will stay. */
export const useIdleState = (): IdleState => useContext(IdleContext)

/** Any touch is an answer; the button is there so that nobody has to guess that. */
function IdleWarning({ state }: { state: IdleState }) {
  const t = useMessages(kioskMessages)
  const seconds = state.kind === 'warning' ? Math.ceil(state.leavesInMs / 1000) : 0
  return (
    <Dialog
      open={state.kind === 'warning'}
      title={t.idleTitle}
      onClose={() => undefined}
      actions={
        <Button size="large" className="w-full">
          {t.moreTime}
        </Button>
      }
    >
      <p className="text-xl">{t.idleHint(seconds)}</p>
    </Dialog>
  )
}
