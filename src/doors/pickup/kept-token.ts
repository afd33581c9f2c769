import { TicketToken } from '#contract/ids.ts'
import { stored } from '#src/lib/stored.ts'

const kept = stored('sessionStorage', 'foyer-ticket')

/** The ticket that this tab of a guest's own phone shows, so that a reload shows it again. */
export const keptToken = (): TicketToken | undefined => TicketToken.safeParse(kept.get()).data

export const keepToken = (token: TicketToken): void => kept.set(token)

export const dropToken = (): void => kept.remove()
