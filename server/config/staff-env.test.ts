import { describe, expect, it } from 'vitest'
import { hashSlowly } from '../kernel/slow-hash.ts'
import { ConfigError, loadEnv } from './env.ts'
import { demoStaff } from './staff-env.ts'

const remote = {
  MOVIECLOUD_URL: 'https://cloud.example/route',
  MOVIECLOUD_CHANNEL: 'FOYER',
  MOVIECLOUD_SECRET: 'a-secret-of-our-own',
  MOVIECLOUD_CARD_KEY: 'a-card-key-of-our-own',
  KIOSK_CONTACT_MOBILE: '13900001111',
}
const pin = await hashSlowly('739104')
const li = { id: 'li', name: '李莉', role: 'cashier', pin }
const list = (...members: object[]) => JSON.stringify(members)

function problemsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadEnv(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('the staff', () => {
  it('are those of the setting', () => {
    expect(loadEnv({ ...remote, STAFF: list(li) }).staff).toEqual([li])
    expect(loadEnv({ STAFF: list(li) }).staff).toEqual([li])
  })

  it('are a demo cashier and a demo manager in the sandbox, and nobody with a real cloud', () => {
    expect(loadEnv({}).staff.map(({ role }) => role)).toEqual(['cashier', 'manager'])
    const env = loadEnv(remote)
    expect(env.staff).toEqual([])
    expect(env.warnings.join()).toContain('nobody can sign in')
  })

  it.each([
    ['no JSON', 'li:739104'],
    ['no list', JSON.stringify(li)],
    ['a PIN that is not hashed', list({ ...li, pin: '739104' })],
    ['a role that there is not', list({ ...li, role: 'owner' })],
    ['an id with a space', list({ ...li, id: 'li li' })],
    ['a person without a name', list({ ...li, name: '' })],
    ['one id twice', list(li, { ...li, name: '李雷' })],
    ['a field that means nothing', list({ ...li, admin: true })],
  ])('are refused with %s, and nothing of it is quoted', (_, STAFF) => {
    const problems = problemsOf({ STAFF })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^STAFF must be/)
    expect(problems[0]).not.toContain('739104')
  })

  it('of a real cloud do not have the demo’s PINs, whatever their salt', async () => {
    const salted = await hashSlowly('246801')
    const STAFF = list({ ...li, pin: demoStaff[0]?.pin }, { ...li, id: 'wang', pin: salted })
    expect(problemsOf({ ...remote, STAFF })).toEqual([
      expect.stringContaining('STAFF gives li'),
      expect.stringContaining('STAFF gives wang'),
    ])
    expect(problemsOf({ STAFF })).toEqual([])
  })
})
