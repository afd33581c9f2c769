import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { CinemaId, OrderId, type ShowId } from '#contract/ids.ts'
import { LocalDate } from '#contract/time.ts'
import { useStatus } from '#src/features/catalog/queries.ts'

/** Every address of this door. The cinema named in the kiosk's own address stays in all of them. */
export interface KioskLinks {
  attract: string
  films: (date?: LocalDate) => string
  film: (filmCode: string, date?: LocalDate) => string
  /** `date` is the show's business day; `order` the hold that the guest comes back from. */
  show: (showId: ShowId, more?: { date?: LocalDate | undefined; film?: string; order?: OrderId }) => string
  order: (orderId: OrderId, view?: 'basket') => string
}

export function kioskLinks(cinema: string | undefined): KioskLinks {
  const at = (path: string, query: Record<string, string | undefined> = {}): string => {
    const search = new URLSearchParams(
      Object.entries({ ...query, cinema }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value]],
      ),
    )
    return search.size > 0 ? `/kiosk${path}?${search}` : `/kiosk${path}`
  }
  return {
    attract: at(''),
    films: date => at('/films', { date }),
    film: (filmCode, date) => at(`/films/${encodeURIComponent(filmCode)}`, { date }),
    show: (showId, { date, film, order } = {}) =>
      at(`/shows/${encodeURIComponent(showId)}`, { date, film, order }),
    order: (orderId, view) => at(`/orders/${orderId}`, { view }),
  }
}

export function useKioskLinks(): KioskLinks {
  const [search] = useSearchParams()
  const cinema = search.get('cinema') ?? undefined
  return useMemo(() => kioskLinks(cinema), [cinema])
}

/** The cinema this kiosk sells for: the one its address names, else the server's. */
export function useKioskCinema(): CinemaId | undefined {
  const [search] = useSearchParams()
  const { data } = useStatus()
  return CinemaId.safeParse(search.get('cinema')).data ?? data?.kioskCinemaId
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
