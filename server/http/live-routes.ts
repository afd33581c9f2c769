import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { SeatsPlace, streams } from '#contract/live.ts'
import { Problem } from '#contract/problem.ts'
import type { Clock } from '../kernel/clock.ts'
import { createLimiter } from '../kernel/limiter.ts'
import type { Live, Opened } from '../live/live.ts'
import { clientOf } from './limits.ts'

/**
 * The streams of server-sent events. They stand outside the table of endpoints, whose answers are JSON and end; what
 * goes wrong before the first event is answered as everywhere.
 */
export function liveRoutes(live: Pick<Live, 'seats' | 'order'>, clock: Clock): FastifyPluginAsync {
  // A browser whose connection breaks comes back after a second or two, and so may all of a cinema's at once.
  const openings = createLimiter({ clock, burst: 300, perMinute: 600, maxKeys: 20_000 })

  const route =
    (open: (request: FastifyRequest, client: string) => Promise<Opened>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const client = clientOf(request)
      const waitMs = openings.take(client)
      if (waitMs > 0) throw new Problem('too-many-streams', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
      const opened = await open(request, client)
      const { raw } = reply
      // Whoever has gone meanwhile is not heard of again.
      if (raw.destroyed || request.raw.socket.destroyed) {
        opened.leave()
        return reply.hijack()
      }
      reply.hijack()
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) raw.setHeader(name, value)
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        // `no-transform` and the other one keep what stands between from collecting events to pack them.
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      })
      raw.flushHeaders()
      opened.connect(raw)
      return reply
    }

  return async server => {
    const { seats, order } = streams
    server.get(
      seats.path,
      route((request, client) =>
        live.seats(paramsOf(seats.params, request).showId, placeOf(request), client),
      ),
    )
    server.get(
      order.path,
      route((request, client) => live.order(paramsOf(order.params, request).orderId, client)),
    )
  }
}

function paramsOf<S extends z.ZodType>(schema: S, request: FastifyRequest): z.output<S> {
  const parsed = schema.safeParse(request.params)
  if (parsed.success) return parsed.data
  throw new Problem('invalid-request', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
}

const After = z.object({ after: z.string() })

/** Where the browser stands. A place that we did not give out is none: it gets the whole. */
function placeOf(request: FastifyRequest): SeatsPlace | undefined {
  const asked = After.safeParse(request.query).data?.after
  return SeatsPlace.safeParse(request.headers['last-event-id'] ?? asked).data
}
