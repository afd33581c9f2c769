import { setTimeout as delay } from 'node:timers/promises'
import type { Order, Pickup as PickupFacts } from '#contract/order.ts'
import type { PickupRequest, PickupTicket } from '#contract/pickup.ts'
import { Problem } from '#contract/problem.ts'
import type { Clock } from '../kernel/clock.ts'
import { createGuessLimits } from '../kernel/guess-limits.ts'
import type { CloudTicket, MovieCloud } from '../moviecloud/gateway-types.ts'
import type { Ordering } from '../ordering/ordering.ts'

export interface Pickup {
  /**
   * Finds tickets by their QR, or by code and pin. `client` is whom to count the guess on.
   *
   * @throws Problem pickup-not-found, too-many-attempts
   */
  find(request: PickupRequest, client: string): Promise<PickupTicket>
}

/** A wrong code and a wrong pin are answered after the same time, whatever the look-up cost. */
const missAnswerMs = 250

export function createPickup(parts: {
  ordering: Pick<Ordering, 'findTicketed'>
  cloud: Pick<MovieCloud, 'ticket'>
  clock: Clock
}): Pickup {
  const { ordering, cloud, clock } = parts
  const limits = createGuessLimits(clock)

  return {
    async find(request, client) {
      const sinceMs = clock.now()
      const order =
        request.by === 'token'
          ? await ordering.findTicketed({ token: request.token })
          : await limits.guess(
              { target: request.code.toUpperCase(), client },
              () => ordering.findTicketed({ code: request.code, pin: request.pin }),
              found => found === undefined,
            )
      // What the counter alone sold is handed out by its order page: there is no ticket to find.
      if (order?.pickup === undefined || order.kind === 'goods') {
        await delay(Math.max(0, missAnswerMs - (clock.now() - sinceMs)))
        throw new Problem('pickup-not-found')
      }
      const answer = await cloud.ticket({ cinemaId: order.show.cinemaId, pickupCode: order.pickup.code })
      return ticketOf(order, order.pickup, answer.kind === 'done' ? answer.value : undefined)
    },
  }
}

/** What stands on the tickets: the cloud's word on each of them, our own journal's when it cannot be asked. */
function ticketOf(order: Order, pickup: PickupFacts, cloudTicket: CloudTicket | undefined): PickupTicket {
  const { show, quote } = order
  const { code, token, goodsCode } = pickup
  const goods = quote.goods.map(({ name, count }) => ({ name, count }))
  const found = { show, code, token, goods, ...(goodsCode !== undefined && { goodsCode }) }
  if (cloudTicket === undefined || cloudTicket.tickets.length === 0) {
    const tickets = quote.lines.map(({ row, column, sectionName, ticketFen, feeFen }) => ({
      ticketNo: '',
      row,
      column,
      sectionName,
      ticketFen,
      feeFen,
      printed: false,
      refunded: false,
    }))
    return { ...found, tickets, printState: 'unknown' }
  }
  return { ...found, tickets: cloudTicket.tickets, printState: printStateOf(cloudTicket) }
}

function printStateOf({ tickets }: CloudTicket): PickupTicket['printState'] {
  const printed = tickets.filter(ticket => ticket.printed).length
  if (printed === 0) return 'not-printed'
  return printed === tickets.length ? 'printed' : 'partly-printed'
}
