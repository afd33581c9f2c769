import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { Problem } from '#contract/problem.ts'
import type { Input } from './handlers.ts'

/**
 * The parts of a request that its endpoint declares, parsed by the endpoint's own schemas.
 *
 * @throws Problem invalid-request; `field` is the path of the first thing that is wrong
 */
export function parseInput<E extends Endpoint>(endpoint: E, request: FastifyRequest): Input<E> {
  const input = {
    params: endpoint.params && parsePart(endpoint.params, request.params),
    query: endpoint.query && parsePart(endpoint.query, request.query),
    body: endpoint.body && parsePart(endpoint.body, request.body),
  }
  // Each part was parsed by the very schema that the type is made from; the compiler cannot follow that.
  return input as Input<E>
}

function parsePart(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const field = [...(issue?.path ?? []), ...unknownKey].join('.').slice(0, 100)
  throw new Problem('invalid-request', field === '' ? {} : { field })
}
