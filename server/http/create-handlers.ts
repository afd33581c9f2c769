import type { CinemaId } from '#contract/ids.ts'
import type { Status } from '#contract/status.ts'
import { toInstant } from '#contract/time.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { CloudWatch } from '../catalog/cloud-watch.ts'
import type { Concessions } from '../concessions/concessions.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Live } from '../live/live.ts'
import type { Ordering } from '../ordering/ordering.ts'
import type { Pickup } from '../pickup/pickup.ts'
import type { Reconciliation } from '../reconciliation/reconciliation.ts'
import type { Seating } from '../seating/seating.ts'
import type { CashDesk } from '../staff/cash-desk.ts'
import type { StaffDesk } from '../staff/desk.ts'
import type { StaffAccess } from '../staff/staff-access.ts'
import type { Handlers } from './handlers.ts'
import { staffHandlers } from './staff-handlers.ts'

/** Ties each endpoint to the domain that answers it. */
export function createHandlers(parts: {
  catalog: Catalog
  concessions: Pick<Concessions, 'list'>
  seating: Seating
  live: Pick<Live, 'seatStates'>
  ordering: Ordering
  pickup: Pickup
  staffAccess: StaffAccess
  cashDesk: CashDesk
  staffDesk: StaffDesk
  reconciliation: Pick<Reconciliation, 'read'>
  watch: Pick<CloudWatch, 'health'>
  clock: Clock
  mode: Status['mode']
  kioskCinema: () => Promise<CinemaId | undefined>
}): Handlers {
  const { catalog, concessions, seating, ordering, pickup, watch, clock } = parts
  return {
    async getStatus() {
      const cloud = watch.health()
      // Somebody has to ask for the recovery to be noticed; whoever watches the status does.
      if (cloud === 'down') void catalog.knock()
      const kioskCinemaId = await parts.kioskCinema()
      return {
        mode: parts.mode,
        cloud,
        ...(kioskCinemaId !== undefined && { kioskCinemaId }),
        now: toInstant(clock.now()),
      }
    },
    listCinemas: async () => ({ cinemas: await catalog.cinemas() }),
    getProgramme: ({ params, query }) => catalog.programme(params.cinemaId, query.date),
    listGoods: ({ params }) => concessions.list(params.cinemaId),
    getHall: async ({ params }) => (await seating.hall(params.showId)).hall,
    getSeatStates: ({ params }) => parts.live.seatStates(params.showId),
    createHold: ({ body }) => ordering.hold(body),
    getOrder: ({ params }) => ordering.find(params.orderId),
    createGoodsOrder: ({ body }) => ordering.orderGoods(body),
    changeBasket: ({ params, body }) => ordering.changeBasket(params.orderId, body.goods),
    presentCard: ({ params, body }, { client }) =>
      body.kind === 'none'
        ? ordering.forgetCard(params.orderId)
        : ordering.presentCard(params.orderId, body, client),
    createPayment: ({ params, body }) => ordering.pay(params.orderId, body),
    returnTickets: ({ params }) => ordering.giveBack(params.orderId),
    cancelOrder: ({ params }) => ordering.cancel(params.orderId),
    findPickup: ({ body }, { client }) => pickup.find(body, client),
    ...staffHandlers(parts),
  }
}
