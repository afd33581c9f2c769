import { z } from 'zod'
import type { ErrorCode } from './errors.ts'
import { OrderId, ShowId } from './ids.ts'
import { AnyOrder } from './order.ts'
import { Instant } from './time.ts'

/** One line of the streams: their routes, the browser's connections and the OpenAPI document are all made from it. */
export interface Stream {
  path: `/api/${string}`
  summary: string
  params: z.ZodObject
  /** What its events bear as `id`, to be resumed from; undefined: each connection begins with the whole. */
  place: z.ZodType | undefined
  /** What the data of its events are, by the event's name. */
  events: Readonly<Record<string, z.ZodType>>
  /** Errors before the first event, beside those that every stream may answer. */
  errors: readonly ErrorCode[]
}

/** A stream says something at least this often, so that silence means that it is broken. */
export const beatEveryMs = 10_000

/** The place in a show's line of changes that a browser has reached: whose line, and how far. */
export const SeatsPlace = z.string().regex(/^[A-Za-z0-9_-]{1,16}\.\d{1,15}$/)
export type SeatsPlace = z.infer<typeof SeatsPlace>

const seq = z.int().min(0)
/** Indexes into `Hall.seats`. */
const seats = z.array(z.int().min(0))

/** Every seat that cannot be bought: it takes the place of all that was told before. */
export const SeatsSnapshot = z.object({
  seq,
  hallVersion: z.string(),
  unavailable: seats,
  at: Instant,
})
export type SeatsSnapshot = z.infer<typeof SeatsSnapshot>

/** What has changed from `from` to `seq`, of the same version of the hall. Whoever is not at `from` has missed something. */
export const SeatsDelta = z.object({ from: seq, seq, taken: seats, freed: seats, at: Instant })
export type SeatsDelta = z.infer<typeof SeatsDelta>

/** The stream is alive; of seats also how far its line has come. */
export const Beat = z.object({ seq: seq.optional() })
export type Beat = z.infer<typeof Beat>

/** The events of each stream by name; a name that is not known is passed over. */
export const seatsEvents = { snapshot: SeatsSnapshot, delta: SeatsDelta, beat: Beat } as const
export const orderEvents = { order: AnyOrder, beat: Beat } as const

/**
 * What a browser is told without asking, as server-sent events: a stream for the seats of one show, and one for an
 * order. The streams stand beside the endpoints, for they answer no JSON. Before its first event a stream may be
 * refused like any endpoint, with an ApiError.
 */
export const streams = {
  /** Resumed by `Last-Event-ID`, or by `?after=` where a header cannot be set. */
  seats: {
    path: '/api/shows/:showId/seats/stream',
    summary: 'Seats of the show that cannot be bought, now and at every change.',
    params: z.object({ showId: ShowId }),
    place: SeatsPlace,
    events: seatsEvents,
    errors: ['show-not-found', 'show-changed', 'cinema-unavailable'],
  },
  /** For whoever may read the order. */
  order: {
    path: '/api/orders/:orderId/stream',
    summary: 'The order as it is, and again whenever it has changed.',
    params: z.object({ orderId: OrderId }),
    place: undefined,
    events: orderEvents,
    errors: ['order-not-found'],
  },
} as const satisfies Record<string, Stream>
