import { TicketToken } from '#contract/ids.ts'

/**
 * The ticket token in what a QR said: the bare token, or the address of the pickup page that bears it
 * (`https://…/pickup?t=<token>`). Undefined when it is something else. Any host will do: a kiosk and a phone
 * may know the same server by different names, and the token alone decides.
 */
export function ticketTokenIn(text: string): TicketToken | undefined {
  const trimmed = text.trim()
  return TicketToken.safeParse(trimmed).data ?? TicketToken.safeParse(tokenOfAddress(trimmed)).data
}

/** The page of our own that shows this ticket, for a guest's own phone. */
export const ticketPath = (token: TicketToken): string => `/pickup?t=${token}`

function tokenOfAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  return /\/pickup\/?$/.test(url.pathname) ? url.searchParams.get('t') : null
}
