import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { ClockJump, Crowd, Sale } from '#contract/sandbox-control.ts'
import { LocalDate } from '#contract/time.ts'
import { settle } from '../apis/settle.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { AimedFault } from '../faults/aimed-fault.ts'
import { sendJson } from '../protocol/answer.ts'
import { readBody } from '../protocol/read-parameters.ts'
import { HttpRefusal } from '../protocol/refusal.ts'
import { planOn, seatsById } from '../world/world.ts'
import { allCards } from './card-view.ts'
import { allOrders } from './order-view.ts'
import type { ControlParts } from './parts.ts'
import { placeOf, showSeats, showsSold } from './show-view.ts'
import { stateOf } from './state-view.ts'

/** Everything under it is for whoever tests, never part of the protocol and never signed. */
export const controlPrefix = '/control/'

/** What one path of the control interface does; the last of its path, where it names one thing. */
type Control = (parts: ControlParts, asked: Asked) => unknown
interface Asked {
  id: string
  query: URLSearchParams
  body: <T>(schema: z.ZodType<T>) => Promise<T>
}

const json = 'application/json'
const nothing = z.strictObject({})
const callsAtOnce = 200

/** `server/contract/sandbox-control.ts` says what each takes and gives. */
const controls: Readonly<Record<string, Control>> = {
  'GET state': parts => stateOf(parts),
  'GET calls': ({ log }, { query }) => ({ calls: log.after(countIn(query, 'after'), callsAtOnce) }),
  'GET shows': ({ cloud }, { query }) => {
    cloud.keepUp()
    const day = LocalDate.safeParse(query.get('day'))
    if (!day.success) throw new HttpRefusal(400, 'day has to be yyyy-MM-dd')
    return { shows: showsSold(cloud, query.get('cinemaLinkId') ?? '', day.data) }
  },
  'GET shows/:id': ({ cloud }, { id }) => {
    cloud.keepUp()
    return found(showSeats(cloud, Number(id)), 'no such show')
  },
  'GET orders': ({ cloud }) => ({ orders: allOrders(cloud) }),
  'GET cards': ({ cloud }) => {
    // What is due by now has happened, whether a call came by or not.
    cloud.inTransaction(() => settle(cloud, cloud.clock.now()))
    return allCards(cloud)
  },
  'POST faults': async ({ cloud, faults }, { body }) => {
    faults.set(await body(AimedFault), cloud.clock.now())
    return { faults: faults.list(cloud.clock.now()) }
  },
  'DELETE faults': ({ faults }) => {
    faults.clear()
    return { faults: [] }
  },
  'DELETE faults/:id': ({ cloud, faults }, { id }) => {
    faults.remove(Number(id))
    return { faults: faults.list(cloud.clock.now()) }
  },
  'POST clock': async (parts, { body }) => {
    const { forwardMs } = await body(ClockJump)
    parts.cloud.clock.forward(forwardMs)
    parts.cloud.keepUp()
    return stateOf(parts)
  },
  'POST crowd': async (parts, { body }) => {
    const { cloud } = parts
    const crowd = await body(Crowd)
    if (crowd.cinemaLinkId !== undefined)
      found(
        cloud.world.cinemas.find(({ cinemaLinkId }) => cinemaLinkId === crowd.cinemaLinkId),
        'no such cinema',
      )
    cloud.keepUp()
    cloud.buyers.invite(crowd, cloud.clock.now())
    return stateOf(parts)
  },
  'POST sell': async ({ cloud }, { body }) => ({ sold: sellToSomebodyElse(cloud, await body(Sale)) }),
  'POST reset': async ({ cloud, faults, log, repetitions }, { body }) => {
    await body(nothing)
    faults.clear()
    repetitions.clear()
    log.clear()
    cloud.reset()
    return {}
  },
}

/**
 * The sandbox's own switches. Bodies are JSON and have to say so: a page of another origin cannot send that unasked,
 * nor a DELETE.
 *
 * @throws HttpRefusal 400, 404, 409, 413, 415
 */
export async function control(
  request: IncomingMessage,
  response: ServerResponse,
  parts: ControlParts,
): Promise<void> {
  const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://sandbox')
  const [what = '', id, ...more] = pathname.slice(controlPrefix.length).split('/')
  const asked = controls[`${request.method} ${what}${id === undefined ? '' : '/:id'}`]
  if (!asked || more.length > 0 || (id !== undefined && !/^\d{1,12}$/.test(id)))
    throw new HttpRefusal(404, 'no such control')
  const body = <T>(schema: z.ZodType<T>) => readJson(request, schema)
  const result = await asked(parts, { id: id ?? '', query, body })
  await sendJson(response, JSON.stringify(result), request.headers['accept-encoding']?.toString())
}

async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  // An empty body would need no declaration; here it has to have one all the same.
  if (!request.headers['content-type']?.startsWith(json))
    throw new HttpRefusal(415, `the body has to be ${json}`)
  const text = await readBody(request, json)
  let value: unknown
  try {
    value = JSON.parse(text === '' ? '{}' : text)
  } catch (cause) {
    throw new HttpRefusal(400, `the body is not JSON: ${cause instanceof Error ? cause.message : ''}`)
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new HttpRefusal(400, z.prettifyError(parsed.error))
  return parsed.data
}

function countIn(query: URLSearchParams, name: string): number {
  const value = query.get(name) ?? '0'
  if (!/^\d{1,12}$/.test(value)) throw new HttpRefusal(400, `${name} has to be a whole number`)
  return Number(value)
}

function found<T>(value: T | undefined, sentence: string): T {
  if (value === undefined) throw new HttpRefusal(404, sentence)
  return value
}

/** Somebody at the till buys these seats now; all of them, or none when one is not free. */
function sellToSomebodyElse(cloud: Cloud, { scheduleId, seatIds }: z.infer<typeof Sale>): number {
  cloud.keepUp()
  const show = found(cloud.shows.find(Number(scheduleId)), 'no such show')
  const { hall } = found(placeOf(cloud, show), 'no such show')
  const seats = seatsById(planOn(hall, show.day))
  const unknown = seatIds.find(seatId => !seats.has(seatId))
  if (unknown !== undefined) throw new HttpRefusal(404, `no such seat: ${unknown}`)
  cloud.inTransaction(() => {
    const by = { lockOrderId: null, lockedUntil: null, now: cloud.clock.now() }
    const taken = cloud.takenSeats.take(show.scheduleId, seatIds, by)
    if (taken !== undefined) throw new HttpRefusal(409, `taken already: ${taken}`)
  })
  return seatIds.length
}
