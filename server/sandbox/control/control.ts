import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { inHall } from '../apis/lookups.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { type Order, statusOf } from '../cloud/orders.ts'
import { sendJson } from '../protocol/answer.ts'
import { readBody } from '../protocol/read-parameters.ts'
import { HttpRefusal } from '../protocol/refusal.ts'
import { seatsById } from '../world/world.ts'
import { Fault, type Faults } from './faults.ts'

/** Everything under it is for whoever tests, never part of the protocol and never signed. */
export const controlPrefix = '/control/'

const json = 'application/json'

const Sale = z.strictObject({
  scheduleId: z.string().regex(/^\d{1,12}$/),
  seatIds: z.array(z.string()).min(1).max(1000),
})

/**
 * The sandbox's own switches: `POST /control/faults`, `POST /control/sell`, `POST /control/reset`,
 * `GET /control/orders`. Bodies are JSON and have to say so: a page of another origin cannot send that unasked.
 *
 * @throws HttpRefusal 400, 404, 405, 409, 413, 415
 */
export async function control(
  request: IncomingMessage,
  response: ServerResponse,
  { cloud, faults }: { cloud: Cloud; faults: Faults },
): Promise<void> {
  const path = (request.url ?? '').split('?')[0]
  const post = request.method === 'POST'
  if (path === '/control/faults' && post) {
    faults.add(await readJson(request, Fault))
    return sendJson(response, JSON.stringify({ faults: faults.list() }))
  }
  if (path === '/control/sell' && post) {
    const sold = sellToSomebodyElse(cloud, await readJson(request, Sale))
    return sendJson(response, JSON.stringify({ sold }))
  }
  if (path === '/control/reset' && post) {
    await readJson(request, z.strictObject({}))
    faults.clear()
    cloud.reset()
    return sendJson(response, '{}')
  }
  if (path === '/control/orders' && request.method === 'GET') {
    const now = cloud.clock.now()
    const orders = cloud.orders.all().map(order => describeOrder(cloud, order, now))
    return sendJson(response, JSON.stringify({ orders }))
  }
  throw new HttpRefusal(404, 'no such control')
}

async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  // An empty body would need no declaration; here it has to have one all the same.
  if (!request.headers['content-type']?.startsWith(json))
    throw new HttpRefusal(415, `the body has to be ${json}`)
  const body = await readBody(request, json)
  let value: unknown
  try {
    value = JSON.parse(body === '' ? '{}' : body)
  } catch (cause) {
    throw new HttpRefusal(400, `the body is not JSON: ${cause instanceof Error ? cause.message : ''}`)
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new HttpRefusal(400, z.prettifyError(parsed.error))
  return parsed.data
}

/** Somebody at the till buys these seats now; all of them, or none when one is not free. */
function sellToSomebodyElse(cloud: Cloud, { scheduleId, seatIds }: z.infer<typeof Sale>): number {
  const show = cloud.shows.find(Number(scheduleId))
  const cinema = cloud.world.cinemas.find(candidate => candidate.cinemaLinkId === show?.cinemaLinkId)
  if (!show || !cinema) throw new HttpRefusal(404, 'no such show')
  const seats = seatsById(inHall(cinema, show).plan)
  const unknown = seatIds.find(seatId => !seats.has(seatId))
  if (unknown !== undefined) throw new HttpRefusal(404, `no such seat: ${unknown}`)
  cloud.inTransaction(() => {
    const by = { lockOrderId: null, lockedUntil: null, now: cloud.clock.now() }
    const taken = cloud.takenSeats.take(show.scheduleId, seatIds, by)
    if (taken !== undefined) throw new HttpRefusal(409, `taken already: ${taken}`)
  })
  return seatIds.length
}

function describeOrder(cloud: Cloud, order: Order, now: number) {
  return {
    orderId: order.orderId,
    lockOrderId: order.lockOrderId,
    cinemaLinkId: order.cinemaLinkId,
    scheduleId: String(order.scheduleId),
    kind: order.kind,
    status: statusOf(order, now),
    confirmationId: order.confirmationId,
    mobile: order.mobile,
    confirmedAt: order.confirmedAt,
    tickets: cloud.orders.tickets(order.orderId),
  }
}
