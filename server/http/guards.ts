import type { FastifyRequest } from 'fastify'
import { Problem } from '#contract/problem.ts'

/**
 * What every act (POST) has to bring so that no other site can make a guest's browser do it: our own header,
 * which a foreign page may not set, JSON, and, when the browser names an origin, our own.
 *
 * @throws Problem not-allowed, invalid-request
 */
export function guardAct(request: FastifyRequest, publicUrl: string): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  if (site === 'cross-site' || site === 'same-site') throw new Problem('not-allowed')
  if (origin !== undefined && !isOurs(origin, host, publicUrl)) throw new Problem('not-allowed')
  if (request.headers['x-foyer'] === undefined) throw new Problem('not-allowed', { field: 'x-foyer' })
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Problem('invalid-request', { field: 'content-type' })
}

/** The origin that guests are told, or the one whose page asks the very host it came from. */
function isOurs(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false
  const named = new URL(origin)
  return named.origin === new URL(publicUrl).origin || (host !== undefined && named.host === host)
}
