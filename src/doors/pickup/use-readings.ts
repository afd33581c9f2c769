import { useEffect, useRef, useState } from 'react'
import type { TicketToken } from '#contract/ids.ts'
import { ticketTokenIn } from '#src/features/pickup/ticket-token.ts'

export type ReadBy = 'camera' | 'scanner'

/** How long a screen says that a code was not a ticket's. */
const misreadShownMs = 4_000
/** A ticket put away is not picked up again while its phone is still before the camera. */
const restMs = 3_000

/** Sorts what camera and scanner read: tickets are told on, other codes are said to be none. */
export function useReadings(onTicket: (token: TicketToken) => void) {
  const [misread, setMisread] = useState<{ by: ReadBy }>()
  const resting = useRef<{ token: TicketToken; untilMs: number }>(undefined)
  useEffect(() => {
    if (!misread) return
    const timer = setTimeout(() => setMisread(undefined), misreadShownMs)
    return () => clearTimeout(timer)
  }, [misread])

  function read(by: ReadBy, text: string) {
    const token = ticketTokenIn(text)
    setMisread(token === undefined ? { by } : undefined)
    if (token === undefined) return
    const rest = resting.current
    if (by === 'camera' && rest?.token === token && Date.now() < rest.untilMs) {
      resting.current = { token, untilMs: Date.now() + restMs }
    } else {
      onTicket(token)
    }
  }

  /** The guest has finished with this ticket. */
  function rest(token: TicketToken) {
    resting.current = { token, untilMs: Date.now() + restMs }
  }

  return { misread: misread?.by, read, rest }
}
