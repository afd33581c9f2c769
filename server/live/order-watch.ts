import type { OrderId } from '#contract/ids.ts'
import type { AnyOrder } from '#contract/order.ts'
import type { Bus } from './bus.ts'
import { eventText } from './event-text.ts'

/** An order as it was last read for those who watch it. */
export interface ShownOrder {
  /** Grows with every reading that says something new. */
  readonly version: number
  readonly text: Buffer
}

/** The orders that somebody watches on this node. */
export interface WatchedOrders {
  /** @throws Problem order-not-found */
  watch(orderId: OrderId, told: () => void): Promise<{ shown: () => ShownOrder; leave: () => void }>
  stop(): void
}

interface Watched {
  readonly tell: Set<() => void>
  shown: ShownOrder | undefined
  /** The order without the time of its reading, to see whether it says anything new. */
  said: string
  reading: Promise<void> | undefined
  readAgain: boolean
}

/** @param find reads an order as a guest may see it; throws the Problem order-not-found */
export function createWatchedOrders(parts: {
  find: (orderId: OrderId) => Promise<AnyOrder>
  bus: Pick<Bus, 'listen'>
  log: (line: { event: string; error: unknown }) => void
}): WatchedOrders {
  const { find, bus, log } = parts
  const orders = new Map<OrderId, Watched>()

  async function read(orderId: OrderId, watched: Watched): Promise<void> {
    const order = await find(orderId)
    const { now: _readAt, ...lasting } = order
    const said = JSON.stringify(lasting)
    if (watched.shown !== undefined && said === watched.said) return
    watched.said = said
    watched.shown = { version: (watched.shown?.version ?? 0) + 1, text: eventText('order', order) }
    for (const told of watched.tell) told()
  }

  /** Reads the order after everything that has moved it so far. */
  function refresh(orderId: OrderId, watched: Watched): Promise<void> {
    if (watched.reading !== undefined) {
      watched.readAgain = true
      return watched.reading
    }
    watched.reading = read(orderId, watched).finally(() => {
      watched.reading = undefined
      if (!watched.readAgain) return
      watched.readAgain = false
      refreshBehind(orderId, watched)
    })
    return watched.reading
  }
  const refreshBehind = (orderId: OrderId, watched: Watched) =>
    void refresh(orderId, watched).catch(error =>
      log({ event: 'an order that is watched could not be read', error }),
    )

  const stopListening = bus.listen({
    news(news) {
      const watched = news.kind === 'order' ? orders.get(news.orderId) : undefined
      if (news.kind === 'order' && watched !== undefined) refreshBehind(news.orderId, watched)
    },
    seen: () => undefined,
    missed() {
      for (const [orderId, watched] of orders) refreshBehind(orderId, watched)
    },
  })

  return {
    async watch(orderId, told) {
      const fresh: Watched = {
        tell: new Set(),
        shown: undefined,
        said: '',
        reading: undefined,
        readAgain: false,
      }
      const watched = orders.get(orderId) ?? fresh
      orders.set(orderId, watched)
      watched.tell.add(told)
      const leave = () => {
        watched.tell.delete(told)
        if (watched.tell.size === 0 && orders.get(orderId) === watched) orders.delete(orderId)
      }
      try {
        await refresh(orderId, watched)
      } catch (error) {
        leave()
        throw error
      }
      return {
        shown() {
          if (watched.shown === undefined) throw new Error('an order is watched that was never read')
          return watched.shown
        },
        leave,
      }
    },
    stop: stopListening,
  }
}
