import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#contract/endpoint.ts'
import { endpoints } from '#contract/endpoints.ts'
import { ApiError } from '#contract/errors.ts'
import { type Staff, StaffId, type StaffSession } from '#contract/staff.ts'
import { ownHeaders, rawRequest, startHttp } from './test-support/start-http.ts'

/** Two tokens that count: one of a cashier, one of a manager. */
const tokens = { cashier: 'c'.repeat(43), manager: 'm'.repeat(43) } as const
const session = (role: Staff['role']): StaffSession => ({
  staff: { id: StaffId.parse(role), name: role, role },
  endsAt: '2026-11-23T12:30:00+08:00',
  now: '2026-11-23T12:00:00+08:00',
})

let web: Awaited<ReturnType<typeof startHttp>>
beforeAll(async () => {
  web = await startHttp(
    {},
    {
      async identifyStaff(token) {
        if (token === tokens.cashier) return session('cashier')
        return token === tokens.manager ? session('manager') : undefined
      },
    },
  )
})
afterAll(() => web.close())

const cookie = (token: string) => ({ cookie: `other=1; __Host-foyer-staff=${token}` })

async function ask({ method, path }: Endpoint, headers: Record<string, string> = {}) {
  const answer = await rawRequest(web.url, {
    method,
    path: path.replace(/:\w+/g, 'AAAAAAAAAAAAAAAAAAAAAA'),
    headers: { ...(method === 'POST' ? ownHeaders : {}), ...headers },
    ...(method === 'POST' && { body: '{}' }),
  })
  return { status: answer.status, code: ApiError.parse(JSON.parse(answer.body)).code }
}

const all: [string, Endpoint][] = Object.entries(endpoints)
const guarded = all.filter(([, { access }]) => access !== undefined)
/** Whoever is let in gets as far as the input's check or the handler. */
const inside = [400, 404]

describe.each(guarded)('%s', (_, endpoint) => {
  it.each([
    ['without a session', {}],
    ['with a session that does not count', cookie('x'.repeat(43))],
    ['with a token that is none', cookie('x')],
    ['with two tokens', { cookie: `${cookie(tokens.manager).cookie}; ${cookie(tokens.manager).cookie}` }],
    ['with the token as a bearer', { authorization: `Bearer ${tokens.manager}` }],
    ['with the cookie’s name over plain HTTP', { cookie: `foyer-staff=${tokens.manager}` }],
  ])('answers 401 %s', async (_case, headers) => {
    expect(await ask(endpoint, headers)).toEqual({ status: 401, code: 'not-signed-in' })
  })

  it('asks for the role that its line in the contract names', async () => {
    const answer = await ask(endpoint, cookie(tokens.cashier))
    if (endpoint.access === 'manager') expect(answer).toEqual({ status: 403, code: 'manager-needed' })
    else expect(inside).toContain(answer.status)
    expect(inside).toContain((await ask(endpoint, cookie(tokens.manager))).status)
  })

  it('is not for the page of another site, whoever is signed in', async () => {
    const headers = { ...cookie(tokens.manager), 'sec-fetch-site': 'cross-site' }
    expect(await ask(endpoint, headers)).toEqual({ status: 403, code: 'not-allowed' })
  })
})

describe('the contract', () => {
  const openToAnybody = ['startStaffSession', 'endStaffSession']

  it('guards all that stands under /api/staff but signing in and out, and nothing else', () => {
    const below = all.filter(([, { path }]) => path.startsWith('/api/staff/')).map(([name]) => name)
    expect(guarded.length).toBeGreaterThan(0)
    expect(below.filter(name => !openToAnybody.includes(name)).sort()).toEqual(
      guarded.map(([name]) => name).sort(),
    )
  })

  it('needs no session for what guests do, and takes no notice of one', async () => {
    for (const [, endpoint] of all.filter(([, { access }]) => access === undefined)) {
      expect([401, 403]).not.toContain((await ask(endpoint)).status)
      expect([401, 403]).not.toContain((await ask(endpoint, cookie(tokens.cashier))).status)
    }
  })
})
