import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint } from '#contract/endpoint.ts'
import { type EndpointName, endpoints } from '#contract/endpoints.ts'
import type { StaffSession } from '#contract/staff.ts'
import type { Clock } from '../kernel/clock.ts'
import type { StaffAccess } from '../staff/staff-access.ts'
import { guardAct } from './guards.ts'
import type { Caller, Handlers, Input, StaffCaller } from './handlers.ts'
import { clientOf, createLimits } from './limits.ts'
import { parseInput } from './parse.ts'
import { createCacheableJson } from './send-json.ts'
import type { StaffCookie } from './staff-cookie.ts'
import { guardStaff } from './staff-guard.ts'

/** Public data, the same for everybody; everything else is `no-store`. */
const cacheable = new Set<EndpointName>(['listCinemas', 'getProgramme', 'listGoods', 'getHall'])

/** Every endpoint of the contract becomes a route: limited, guarded, parsed, answered. */
export function addApiRoutes(
  server: FastifyInstance,
  parts: {
    handlers: Handlers
    identifyStaff: StaffAccess['identify']
    staffCookie: StaffCookie
    publicUrl: () => string
    clock: Clock
  },
): void {
  const limit = createLimits(parts.clock)
  const sendCacheable = createCacheableJson()
  const { staffCookie: cookie, identifyStaff: identify } = parts
  /** Who was let in by the request's guard. */
  const admitted = new WeakMap<FastifyRequest, StaffSession>()

  const callerOf = (request: FastifyRequest, reply: FastifyReply): Caller | StaffCaller => {
    const session = admitted.get(request)
    return {
      client: clientOf(request),
      staffToken: {
        read: () => cookie.read(request),
        set: token => (token === undefined ? cookie.clear(reply) : cookie.set(reply, token)),
      },
      ...(session !== undefined && { session }),
    }
  }

  function route<N extends EndpointName>(name: N, handler: Handlers[N]): void {
    const endpoint: Endpoint = endpoints[name]
    // The handler takes exactly the input that `parseInput` makes of this endpoint; the table's type says so.
    const act = handler as (input: Input<Endpoint>, caller: Caller | StaffCaller) => Promise<object>
    server.route({
      method: endpoint.method,
      url: endpoint.path,
      onRequest: async request => {
        limit(name, request)
        if (endpoint.method === 'POST') guardAct(request, parts.publicUrl())
        if (endpoint.access !== undefined)
          admitted.set(request, await guardStaff(request, endpoint.access, { cookie, identify }))
      },
      handler: async (request, reply) => {
        const result = await act(parseInput(endpoint, request), callerOf(request, reply))
        if (cacheable.has(name)) return sendCacheable(request, reply, result)
        return reply.header('cache-control', 'no-store').send(result)
      },
    })
  }

  for (const name of Object.keys(endpoints) as EndpointName[]) route(name, parts.handlers[name])
}
