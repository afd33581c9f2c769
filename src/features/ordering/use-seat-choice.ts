import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Hall } from '#contract/hall.ts'
import type { OrderId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { problemOf } from '#src/api/query-client.ts'
import { holdsExactly, holdsSeats } from './order-rules.ts'
import { useHold } from './queries.ts'
import { chooseSeats, useChosenSeats } from './sale-store.ts'
import { ownSeats, seatIdsAt, seatIndexes } from './selection.ts'

/**
 * The seats chosen in this hall, as positions. A guest who comes back to a show finds what she had chosen; one
 * whose browser forgot finds the seats of her order.
 */
export function useSeatChoice(hall: Hall, order: Order | undefined) {
  const chosen = useChosenSeats(hall.showId)
  const selection = useMemo(() => {
    const ordered = order?.show.id === hall.showId ? order.quote.lines.map(line => line.seatId) : []
    return seatIndexes(hall, chosen ?? ordered)
  }, [hall, order, chosen])
  const own = useMemo(() => ownSeats(hall, order), [hall, order])
  const choose = useCallback(
    (indexes: readonly number[]) => chooseSeats(hall.showId, seatIdsAt(hall, indexes)),
    [hall],
  )
  return { selection, own, choose }
}

/**
 * From seats to basket. The same seats keep the hold that there is; others take its place. Seats that were
 * taken meanwhile leave the selection, the rest stays.
 */
export function useContinueToBasket(
  hall: Hall,
  order: Order | undefined,
  onBasket: (orderId: OrderId) => void,
) {
  const client = useQueryClient()
  const hold = useHold()
  const goOn = (selection: readonly number[]) => {
    const seatIds = seatIdsAt(hall, selection)
    if (order && holdsExactly(order, hall.showId, seatIds)) return onBasket(order.id)
    const replaces = order && holdsSeats(order) ? order.id : undefined
    hold.mutate(
      { showId: hall.showId, seatIds, replaces },
      {
        onSuccess: held => onBasket(held.id),
        onError: error => {
          const problem = problemOf(error)
          if (problem.code === 'order-already-paid' && order) return onBasket(order.id)
          const taken: ReadonlySet<string> = new Set(problem.code === 'seats-taken' ? problem.seatIds : [])
          if (taken.size > 0) {
            chooseSeats(
              hall.showId,
              seatIds.filter(id => !taken.has(id)),
            )
          }
          void client.invalidateQueries({ queryKey: ['seating'] })
        },
      },
    )
  }
  // Busy until the basket shows: until then the seats just locked must not be taken for somebody else's.
  return { goOn, busy: hold.isPending || hold.isSuccess, error: hold.error, clearError: hold.reset }
}
