import type { FastifyInstance } from 'fastify'
import { type Endpoint, type EndpointName, endpoints } from '#contract/endpoints.ts'
import type { Clock } from '../kernel/clock.ts'
import { guardAct } from './guards.ts'
import type { Caller, Handlers, Input } from './handlers.ts'
import { clientOf, createLimits } from './limits.ts'
import { parseInput } from './parse.ts'
import { createCacheableJson } from './send-json.ts'

/** Public data, the same for everybody; everything else is `no-store`. */
const cacheable = new Set<EndpointName>(['listCinemas', 'getProgramme', 'getHall'])

/** Every endpoint of the contract becomes a route: limited, guarded, parsed, answered. */
export function addApiRoutes(
  server: FastifyInstance,
  parts: { handlers: Handlers; publicUrl: () => string; clock: Clock },
): void {
  const limit = createLimits(parts.clock)
  const sendCacheable = createCacheableJson()

  function route<N extends EndpointName>(name: N, handler: Handlers[N]): void {
    const endpoint: Endpoint = endpoints[name]
    // The handler takes exactly the input that `parseInput` makes of this endpoint; the table's type says so.
    const act = handler as (input: Input<Endpoint>, caller: Caller) => Promise<object>
    server.route({
      method: endpoint.method,
      url: endpoint.path,
      onRequest: async request => {
        limit(name, request)
        if (endpoint.method === 'POST') guardAct(request, parts.publicUrl())
      },
      handler: async (request, reply) => {
        const result = await act(parseInput(endpoint, request), { client: clientOf(request) })
        if (cacheable.has(name)) return sendCacheable(request, reply, result)
        return reply.header('cache-control', 'no-store').send(result)
      },
    })
  }

  for (const name of Object.keys(endpoints) as EndpointName[]) route(name, parts.handlers[name])
}
