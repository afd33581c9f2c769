import { z } from 'zod'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { IntentId, OrderId, SeatId, type ShowId } from '#contract/ids.ts'
import { randomUuid } from '#src/lib/uuid.ts'

/** What the guest wants, as far as the server need not know it yet. The order itself is the server's. */
interface SaleState {
  /** Seats chosen, by show: going back to another show and returning loses nothing. */
  selections: Readonly<Record<string, readonly SeatId[]>>
  /** The order that this sale has come to. */
  orderId: OrderId | undefined
  /** The wish that is being asked of the server, until its answer is known. */
  intent: { key: string; id: IntentId } | undefined
  /** As typed; kept in memory only. */
  phone: string
}

const nothing: SaleState = { selections: {}, orderId: undefined, intent: undefined, phone: '' }

const Kept = z.object({
  selections: z.record(z.string(), z.array(SeatId)),
  orderId: OrderId.optional(),
  intent: z.object({ key: z.string(), id: IntentId }).optional(),
})

export const useSaleStore = create<SaleState>()(
  persist(() => nothing, {
    name: 'foyer-sale',
    storage: createJSONStorage(() => sessionStorage),
    partialize: ({ selections, orderId, intent }) => ({ selections, orderId, intent }),
    merge: (kept, current) => {
      const parsed = Kept.safeParse(kept)
      return parsed.success
        ? {
            ...current,
            selections: parsed.data.selections,
            orderId: parsed.data.orderId,
            intent: parsed.data.intent,
          }
        : current
    },
  }),
)

/** The seats chosen for a show; undefined when the guest has not been there. */
export const useChosenSeats = (showId: ShowId): readonly SeatId[] | undefined =>
  useSaleStore(state => state.selections[showId])

/** The order of this sale, if there is one. */
export const useOrderId = (): OrderId | undefined => useSaleStore(state => state.orderId)

/** The phone number as typed so far. */
export const usePhone = (): string => useSaleStore(state => state.phone)

export function chooseSeats(showId: ShowId, seatIds: readonly SeatId[]): void {
  useSaleStore.setState(state => ({ selections: { ...state.selections, [showId]: [...seatIds] } }))
}

export function setPhone(phone: string): void {
  useSaleStore.setState({ phone })
}

/** This order is the one the sale goes on with. */
export function adoptOrder(orderId: OrderId): void {
  useSaleStore.setState({ orderId })
}

/** The sale goes on without this order; what was chosen stays chosen. A later guest's order is left alone. */
export function dropOrder(orderId: OrderId): void {
  useSaleStore.setState(state =>
    state.orderId === orderId ? { orderId: undefined, intent: undefined } : state,
  )
}

/** Nothing of this guest remains. */
export function wipeSale(): void {
  useSaleStore.setState(nothing)
}

/**
 * The id of one wish: to hold these seats in place of that order. Asking again before the answer is known
 * gives the same id, so that however often it is sent it is one hold; another wish has another id.
 */
export function beginIntent(
  showId: ShowId,
  seatIds: readonly SeatId[],
  replaces: OrderId | undefined,
): IntentId {
  const key = JSON.stringify([showId, [...seatIds].sort(), replaces ?? null])
  const pending = useSaleStore.getState().intent
  if (pending?.key === key) return pending.id
  const id = IntentId.parse(randomUuid())
  useSaleStore.setState({ intent: { key, id } })
  return id
}

/** The wish was answered, with yes or no: the same wish later is a new one. */
export function endIntent(): void {
  useSaleStore.setState({ intent: undefined })
}
