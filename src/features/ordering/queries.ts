import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { OrderId, SeatId, ShowId } from '#contract/ids.ts'
import type { AnyOrder, Order } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import { call } from '#src/api/call.ts'
import { isUnclear } from '#src/api/query-client.ts'
import { currentLanguage } from '#src/i18n/language.ts'
import { serverNowMs } from '#src/lib/countdown.ts'
import { useNow } from '#src/lib/use-now.ts'
import { holdsSeats, pollEvery } from './order-rules.ts'
import { orderKey, orderStreams } from './order-stream.ts'
import { adoptOrder, beginIntent, dropOrder, endIntent } from './sale-store.ts'

/** While our server cannot be reached, the order is asked for at this pace until it answers. */
const unreachableEveryMs = 2_000

/** A stream that is there tells what moves; the order is still asked for now and then, in case that one lies. */
const liveEveryMs = 10_000

/** Watches the order's stream. @returns whether it is there */
function useOrderStream(orderId: OrderId | undefined): boolean {
  const client = useQueryClient()
  const watch = useCallback(
    (changed: () => void) =>
      orderId === undefined ? () => undefined : orderStreams.watch(orderId, client, changed),
    [orderId, client],
  )
  return useSyncExternalStore(watch, () => orderId !== undefined && orderStreams.isLive(orderId))
}

/** The order as the server's journal has it: told as it moves, and asked for again while something does. */
export function useOrder(orderId: OrderId | undefined) {
  const client = useQueryClient()
  const queryKey = orderKey(orderId)
  const known = client.getQueryData<Order>(queryKey)
  const isLive = useOrderStream(known && pollEvery(known) !== false ? orderId : undefined)
  const writes = () => client.getQueryState(queryKey)?.dataUpdateCount ?? 0
  return useQuery(
    queryOptions({
      queryKey,
      queryFn: async ({ signal }) => {
        const before = writes()
        const order = await fetchOrder(orderId, signal)
        // What was told meanwhile is no older, and nothing tells it again.
        const told = writes() === before ? undefined : client.getQueryData<Order>(queryKey)
        return told ?? order
      },
      enabled: orderId !== undefined,
      staleTime: 0,
      // The guest may be paying in another tab or app meanwhile.
      refetchIntervalInBackground: true,
      refetchInterval: query => {
        if (isUnclear(query.state.error) && query.state.status === 'error') return unreachableEveryMs
        const everyMs = query.state.data ? pollEvery(query.state.data) : false
        return everyMs !== false && isLive ? liveEveryMs : everyMs
      },
    }),
  )
}

/** The server's clock in epoch ms, ticking every second from what the order's last answer said. */
export function useServerNow(orderId: OrderId): number {
  const { data, dataUpdatedAt } = useOrder(orderId)
  const deviceNow = useNow()
  return data ? serverNowMs({ now: data.now, receivedAtMs: dataUpdatedAt }, deviceNow) : deviceNow
}

interface HoldWish {
  showId: ShowId
  seatIds: readonly SeatId[]
  /** The guest's present hold, which is given back for this one. */
  replaces: OrderId | undefined
}

/**
 * Locks seats, in place of the guest's present hold if there is one. Sent again before an answer is known, it
 * is the same intent and therefore the same hold.
 */
export function useHold() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ showId, seatIds, replaces }: HoldWish) => {
      const intentId = beginIntent(showId, seatIds, replaces)
      const body = { intentId, showId, seatIds: [...seatIds], ...(replaces && { replaces }) }
      return call('createHold', { body }, { language: currentLanguage() })
    },
    onSuccess: order => {
      endIntent()
      adoptOrder(order.id)
      client.setQueryData(orderKey(order.id), order)
    },
    onError: (error, { replaces }) => {
      if (!isUnclear(error)) endIntent()
      // The hold to be replaced may be gone by now, and so may some of the seats.
      void client.invalidateQueries({ queryKey: orderKey(replaces) })
    },
  })
}

/** Opens the payment over exactly the quote that the guest saw, or answers the one that is open. */
export function usePay() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ order, mobile }: { order: Order; mobile?: string | undefined }) =>
      call(
        'createPayment',
        {
          params: { orderId: order.id },
          body: { quoteHash: order.quote.hash, refundRuleAgreed: true, ...(mobile && { mobile }) },
        },
        { language: currentLanguage() },
      ).then(ofSeats),
    onSuccess: order => client.setQueryData(orderKey(order.id), order),
    // Whatever went wrong, the server knows what the order is now.
    onError: (_, { order }) => client.invalidateQueries({ queryKey: orderKey(order.id) }),
  })
}

/** Gives the order up: the payment is closed first, then the seats go back. */
export function useCancel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (orderId: OrderId) =>
      call('cancelOrder', { params: { orderId }, body: {} }, { language: currentLanguage() }).then(ofSeats),
    onSuccess: order => {
      client.setQueryData(orderKey(order.id), order)
      if (!holdsSeats(order)) dropOrder(order.id)
    },
    onError: (_, orderId) => client.invalidateQueries({ queryKey: orderKey(orderId) }),
  })
}

/** Gives issued tickets back; the order then tells how that goes. */
export function useReturnTickets() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (orderId: OrderId) =>
      call('returnTickets', { params: { orderId }, body: {} }, { language: currentLanguage() }).then(ofSeats),
    onSuccess: order => client.setQueryData(orderKey(order.id), order),
    onError: (_, orderId) => client.invalidateQueries({ queryKey: orderKey(orderId) }),
  })
}

async function fetchOrder(orderId: OrderId | undefined, signal: AbortSignal): Promise<Order> {
  if (orderId === undefined) throw new Error('there is no order to ask for')
  return ofSeats(await call('getOrder', { params: { orderId } }, { language: currentLanguage(), signal }))
}

/** These screens are about seats: an order from the counter alone is none of theirs. */
function ofSeats(order: AnyOrder): Order {
  if (order.kind === 'goods') throw new Problem('order-not-found')
  return order
}
