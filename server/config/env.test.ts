import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CinemaId } from '#contract/ids.ts'
import { loadDataKey } from './data-key.ts'
import { ConfigError, loadEnv } from './env.ts'
import { cinemaSeatRules } from './seat-rules-env.ts'
import { demoStaff } from './staff-env.ts'

const production = { NODE_ENV: 'production', PAYMENT_PROVIDER: 'sandbox' }
const remote = {
  MOVIECLOUD_URL: 'https://cloud.example/route',
  MOVIECLOUD_CHANNEL: 'FOYER',
  MOVIECLOUD_SECRET: 'a-secret-of-our-own',
  MOVIECLOUD_CARD_KEY: 'a-card-key-of-our-own',
}

function problemsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadEnv(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('the environment', () => {
  it('needs nothing: the embedded sandbox on port 8080', () => {
    expect(loadEnv({})).toEqual({
      mode: 'development',
      host: '0.0.0.0',
      port: 8080,
      dataDir: './data',
      cloud: { kind: 'embedded-sandbox', port: 0 },
      payments: { kind: 'sandbox' },
      staff: demoStaff,
      kioskContactMobile: '13800138000',
      logLevel: 'info',
      maxSeatsPerOrder: 6,
      gapRule: 'warn',
      trustProxy: false,
      warnings: [],
    })
  })

  it.each(['off', 'warn', 'forbid'] as const)('takes the gap rule %s', GAP_RULE => {
    expect(loadEnv({ GAP_RULE }).gapRule).toBe(GAP_RULE)
  })

  it('takes the seat rules of single cinemas, changed by what is set for all', () => {
    const env = loadEnv({
      GAP_RULE: 'off',
      SEAT_RULES: '{"*":{"within":"section"},"681":{"gap":{"mode":"forbid","shortestRun":6},"maxSeats":4}}',
    })
    const rules = cinemaSeatRules(env, env.seatRules)
    expect(rules(CinemaId.parse('681'))).toEqual({
      maxSeats: 4,
      seatRules: {
        gap: { mode: 'forbid', shortestRun: 6, areasBreakRuns: false },
        companions: 'warn',
        within: 'section',
      },
    })
    expect(rules(CinemaId.parse('92'))).toEqual({
      maxSeats: 6,
      seatRules: {
        gap: { mode: 'off', shortestRun: 1, areasBreakRuns: false },
        companions: 'warn',
        within: 'section',
      },
    })
  })

  it.each([
    ['no JSON', '{681:', 'must be JSON'],
    ['an unknown rule', '{"681":{"gaps":"off"}}', 'at 681'],
    ['an unknown word', '{"681":{"gap":{"mode":"strict"}}}', 'at 681.gap.mode'],
    ['a run of no seats', '{"*":{"gap":{"shortestRun":0}}}', 'at *.gap.shortestRun'],
    ['more seats than an order can have', '{"681":{"maxSeats":99}}', 'at 681.maxSeats'],
  ])('refuses seat rules with %s and says where', (_, SEAT_RULES, where) => {
    const problems = problemsOf({ SEAT_RULES })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^SEAT_RULES /)
    expect(problems[0]).toContain(where)
  })

  it('takes a remote cloud with its four settings', () => {
    const env = loadEnv({ ...remote, MOVIECLOUD_SECRET_PREVIOUS: 'the-secret-before-that' })
    expect(env.cloud).toEqual({
      kind: 'remote',
      url: 'https://cloud.example/route',
      channel: 'FOYER',
      secret: 'a-secret-of-our-own',
      previousSecret: 'the-secret-before-that',
      cardKey: 'a-card-key-of-our-own',
    })
    expect(env.kioskContactMobile).toBeUndefined()
    expect(env.warnings.join()).toContain('KIOSK_CONTACT_MOBILE')
  })

  it.each([
    ['PORT', '80800'],
    ['PORT', 'http'],
    ['PUBLIC_URL', 'localhost:8080'],
    ['DATA_KEY', 'c2hvcnQ='],
    ['MAX_SEATS_PER_ORDER', '21'],
    ['MAX_SEATS_PER_ORDER', '00'],
    ['GAP_RULE', 'sometimes'],
    ['KIOSK_CONTACT_MOBILE', '12345678901'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'true'],
    ['SANDBOX_PORT', '-1'],
    ['DATABASE_URL', 'mysql://localhost/foyer'],
  ])('refuses %s=%s and names it without quoting it', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} must be`))
    expect(problems[0]).not.toContain(value)
  })

  it('wants one data key for all processes that share a database', () => {
    const DATABASE_URL = 'postgres://foyer@db.example/foyer'
    expect(problemsOf({ DATABASE_URL })).toEqual([
      'DATA_KEY is missing; processes that share a DATABASE_URL need the same one.',
    ])
    const DATA_KEY = Buffer.alloc(32, 1).toString('base64')
    expect(loadEnv({ DATABASE_URL, DATA_KEY })).toMatchObject({
      databaseUrl: DATABASE_URL,
      dataKey: DATA_KEY,
    })
  })

  it('tells every problem at once', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'loud', MOVIECLOUD_URL: remote.MOVIECLOUD_URL })).toHaveLength(
      5,
    )
  })

  it.each(Object.keys(remote))('misses %s when only the other three are set', name => {
    const problems = problemsOf({ ...remote, [name]: '' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`${name} is missing`)
  })

  it('reads a secret from a file, but not from two places', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'foyer-env-')), 'secret')
    writeFileSync(file, 'a-secret-from-a-file\n')
    const { MOVIECLOUD_SECRET: secret, ...others } = remote
    const env = loadEnv({ ...others, MOVIECLOUD_SECRET_FILE: file })
    expect(env.cloud).toMatchObject({ secret: 'a-secret-from-a-file' })
    expect(problemsOf({ ...others, MOVIECLOUD_SECRET: secret, MOVIECLOUD_SECRET_FILE: file })[0]).toContain(
      'both set',
    )
    expect(problemsOf({ ...others, MOVIECLOUD_SECRET_FILE: `${file}.not` })[0]).toContain('cannot be read')
  })

  it.each([
    ['short', 'tooshort'],
    ['published', '21218CCA77804D2BA1922C33E0151105'],
  ])('refuses a %s secret in production and warns elsewhere', (_, secret) => {
    const weak = { ...remote, MOVIECLOUD_SECRET: secret, KIOSK_CONTACT_MOBILE: '13900001111' }
    expect(problemsOf({ ...weak, ...production })[0]).toMatch(/^MOVIECLOUD_SECRET is/)
    const { warnings } = loadEnv(weak)
    expect(warnings.join()).toContain('MOVIECLOUD_SECRET is')
    expect(warnings.join()).not.toContain(secret)
  })

  it('warns in production about a cloud without TLS', () => {
    const plain = { ...remote, MOVIECLOUD_URL: 'http://cloud.example/route', ...production }
    expect(loadEnv(plain).warnings.join()).toContain('MOVIECLOUD_URL has no TLS')
  })

  it('gives no real tickets away for play money unless it is told to', () => {
    expect(problemsOf({ ...remote, NODE_ENV: 'production' })[0]).toContain('PAYMENT_PROVIDER is missing')
    expect(loadEnv({ ...remote, ...production }).warnings.join()).toContain('given away')
  })

  it('takes a public address without its last slash', () => {
    expect(loadEnv({ PUBLIC_URL: 'https://foyer.example/' }).publicUrl).toBe('https://foyer.example')
  })

  it.each([
    ['2', 2],
    ['false', false],
    ['10.0.0.1, 10.0.0.0/8', ['10.0.0.1', '10.0.0.0/8']],
  ])('trusts the proxies of TRUST_PROXY=%s', (value, expected) => {
    expect(loadEnv({ TRUST_PROXY: value }).trustProxy).toEqual(expected)
  })
})

describe('the data key', () => {
  it('is made once, for its owner alone, and found again', () => {
    const dataDir = join(mkdtempSync(join(tmpdir(), 'foyer-key-')), 'data')
    const key = loadDataKey({ dataDir })
    expect(key).toHaveLength(32)
    expect(statSync(join(dataDir, 'data.key')).mode & 0o777).toBe(0o600)
    expect(loadDataKey({ dataDir })).toEqual(key)
    expect(readFileSync(join(dataDir, 'data.key'), 'utf8')).toBe(`${key.toString('base64')}\n`)
  })

  it('comes from DATA_KEY when that is set', () => {
    const dataKey = Buffer.alloc(32, 7).toString('base64')
    expect(loadDataKey({ dataDir: '/nowhere', dataKey })).toEqual(Buffer.alloc(32, 7))
  })

  it('is refused when the file holds something else', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'foyer-key-'))
    writeFileSync(join(dataDir, 'data.key'), 'not a key')
    expect(() => loadDataKey({ dataDir })).toThrow(ConfigError)
  })
})
