import { TicketToken } from '#contract/ids.ts'

const key = 'foyer-ticket'

/** The ticket that this tab of a guest's own phone shows, so that a reload shows it again. */
export const keptToken = (): TicketToken | undefined =>
  TicketToken.safeParse(sessionStorage.getItem(key)).data

export const keepToken = (token: TicketToken): void => sessionStorage.setItem(key, token)

export const dropToken = (): void => sessionStorage.removeItem(key)
