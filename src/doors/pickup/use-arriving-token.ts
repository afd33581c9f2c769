import { useEffect, useEffectEvent } from 'react'
import { useNavigate } from 'react-router'
import { TicketToken } from '#contract/ids.ts'
import { keptToken } from './kept-token.ts'

/**
 * Tells the token that the page was opened with: `?t=` of a ticket's link, which is taken out of the address at
 * once (it would stay in the history and in screenshots), or on a guest's own phone the one shown before a reload.
 */
export function useArrivingToken(shared: boolean, onToken: (token: TicketToken) => void): void {
  const navigate = useNavigate()
  const arrived = useEffectEvent(() => {
    const address = new URL(location.href)
    const asked = TicketToken.safeParse(address.searchParams.get('t')).data
    if (address.searchParams.has('t')) {
      address.searchParams.delete('t')
      void navigate(`${address.pathname}${address.search}`, { replace: true })
    }
    const token = asked ?? (shared ? undefined : keptToken())
    if (token) onToken(token)
  })
  useEffect(() => arrived(), [])
}
