import { z } from 'zod'
import { type EndpointName, endpoints } from '#contract/endpoints.ts'
import { ApiError } from '#contract/errors.ts'
import type { Language } from '#contract/language.ts'
import { Problem } from '#contract/problem.ts'

type Endpoints = typeof endpoints
type PartOf<N extends EndpointName, K extends 'params' | 'query' | 'body'> =
  Endpoints[N] extends Record<K, infer S extends z.ZodType> ? { [P in K]: z.input<S> } : unknown

/** What a call needs: exactly the parts that its endpoint declares. */
export type CallInput<N extends EndpointName> = PartOf<N, 'params'> & PartOf<N, 'query'> & PartOf<N, 'body'>
export type CallResult<N extends EndpointName> = z.output<Endpoints[N]['result']>

const Parts = z.object({
  params: z.record(z.string(), z.string()).optional(),
  query: z.record(z.string(), z.string().optional()).optional(),
  body: z.unknown().optional(),
})

/**
 * Calls one endpoint of our own server and parses its answer.
 *
 * @throws Problem with the server's code, or `cinema-unavailable` when our server cannot be reached
 */
export async function call<N extends EndpointName>(
  name: N,
  input: CallInput<N>,
  options: { language: Language; signal?: AbortSignal },
): Promise<CallResult<N>> {
  const endpoint = endpoints[name]
  const { params = {}, query = {}, body } = Parts.parse(input)
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
  )
  const response = await send(search.size > 0 ? `${path}?${search}` : path, {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      'accept-language': options.language === 'zh' ? 'zh-CN' : 'en',
      'x-foyer': '1',
      ...(endpoint.method === 'POST' && { 'content-type': 'application/json' }),
    },
    ...(endpoint.method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    ...(options.signal && { signal: options.signal }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw problemFrom(answer)
  return endpoint.result.parse(answer) as CallResult<N>
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Problem('cinema-unavailable', { cause })
  }
}

function problemFrom(answer: unknown): Problem {
  const parsed = ApiError.safeParse(answer)
  if (!parsed.success) return new Problem('internal')
  const { code, field, seatIds, rule, retryAfterSeconds } = parsed.data
  return new Problem(code, {
    ...(field !== undefined && { field }),
    ...(seatIds !== undefined && { seatIds }),
    ...(rule !== undefined && { rule }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}
