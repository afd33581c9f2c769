import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { CinemaId, OrderId, type ShowId } from '#contract/ids.ts'
import { LocalDate } from '#contract/time.ts'

/** Every address of this door; each can be opened cold, kept and sent to somebody. */
export interface CheckoutLinks {
  cinemas: string
  films: (date?: LocalDate) => string
  film: (filmCode: string, date?: LocalDate) => string
  /** `date` is the show's business day; `order` the hold that the guest comes back from. */
  show: (showId: ShowId, more?: { date?: LocalDate | undefined; order?: OrderId }) => string
  order: (orderId: OrderId, view?: 'basket') => string
}

/** The addresses for a guest in this cinema; without one the first screen asks for it. */
export function checkoutLinks(cinema: CinemaId | undefined): CheckoutLinks {
  const at = (path: string, query: Record<string, string | undefined>): string => {
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    )
    return search.size > 0 ? `/checkout${path}?${search}` : `/checkout${path}`
  }
  return {
    cinemas: at('/cinemas', { cinema }),
    films: date => at('', { cinema, date }),
    film: (filmCode, date) => at(`/films/${encodeURIComponent(filmCode)}`, { cinema, date }),
    show: (showId, { date, order } = {}) => at(`/shows/${encodeURIComponent(showId)}`, { date, order }),
    order: (orderId, view) => at(`/orders/${orderId}`, { view }),
  }
}

/** Addresses of the cinema that the present address names, or of `cinema` where it names none. */
export function useCheckoutLinks(cinema?: CinemaId): CheckoutLinks {
  const asked = useCinemaParam()
  return useMemo(() => checkoutLinks(cinema ?? asked), [cinema, asked])
}

/** `?cinema=`, when it could be a cinema's id. */
export function useCinemaParam(): CinemaId | undefined {
  const [search] = useSearchParams()
  return CinemaId.safeParse(search.get('cinema')).data
}

/** `?date=`, when it is a day. */
export function useDateParam(): LocalDate | undefined {
  const [search] = useSearchParams()
  return LocalDate.safeParse(search.get('date')).data
}

/** `?order=`, when it is an order's id. */
export function useOrderParam(): OrderId | undefined {
  const [search] = useSearchParams()
  return OrderId.safeParse(search.get('order')).data
}
