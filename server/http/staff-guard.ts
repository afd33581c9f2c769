import type { FastifyRequest } from 'fastify'
import { Problem } from '#contract/problem.ts'
import type { StaffSession } from '#contract/staff.ts'
import type { StaffCookie } from './staff-cookie.ts'

/**
 * Lets only those in whom the endpoint's `access` names.
 *
 * @throws Problem not-signed-in, manager-needed; not-allowed when another site's page asks
 */
export async function guardStaff(
  request: FastifyRequest,
  access: 'staff' | 'manager',
  parts: { cookie: StaffCookie; identify: (token: string) => Promise<StaffSession | undefined> },
): Promise<StaffSession> {
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') throw new Problem('not-allowed')
  const token = parts.cookie.read(request)
  const session = token === undefined ? undefined : await parts.identify(token)
  if (session === undefined) throw new Problem('not-signed-in')
  if (access === 'manager' && session.staff.role !== 'manager') throw new Problem('manager-needed')
  return session
}
