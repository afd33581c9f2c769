import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { apiNames as sandboxApiNames } from '../sandbox/protocol/api-names.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { rules } from './chapters.ts'
import type { Report } from './report.ts'
import { apiNames } from './rules/tables.ts'
import { CannotRun } from './run.ts'
import { evening, runAgainst, withVerdict } from './test-support/run-against.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ clock: { now: () => evening }, limits: 'none' })
})
afterAll(() => sandbox.close())

const Orders = z.object({ orders: z.array(z.looseObject({ status: z.string() })) })
async function ordersInSandbox() {
  const response = await fetch(`${sandbox.url}/control/orders`)
  return Orders.parse(await response.json()).orders
}

describe('the rules', () => {
  test('each has an id of its own, a chapter and a paragraph', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(rules.filter(({ id, section }) => !/^[a-z-]+\.\S+$/.test(id) || !/^\d/.test(section))).toEqual([])
  })

  test('are each about one of the 43 interfaces or about the protocol', () => {
    expect(apiNames.map(api => `ykse.partner.${api}`)).toEqual([...sandboxApiNames])
    const known = new Set(['protocol', ...apiNames])
    expect(rules.filter(({ api }) => !known.has(api))).toEqual([])
  })
})

describe('a read-only run against the sandbox', () => {
  let report: Report
  beforeAll(async () => {
    report = await runAgainst(sandbox, sandbox.url, { mode: 'read-only' })
  })

  test('finds nothing broken, held to the letter', () => {
    expect(report.rules.filter(({ verdict }) => verdict === 'broken')).toEqual([])
    expect(withVerdict(report, 'unclear')).toEqual([])
    expect(report.held).toBeGreaterThan(60)
  })

  test('changes nothing, and asks no interface that could', async () => {
    const asked = report.apis.filter(({ calls }) => calls > 0).map(({ api }) => api)
    expect(asked.filter(api => !/\.(get|query)/.test(api))).toEqual([])
    expect(report.left).toEqual([])
    expect(await ordersInSandbox()).toEqual([])
    expect(report.leftOut).toBeGreaterThan(100)
  })
})

describe('a full run against the sandbox', () => {
  let report: Report
  beforeAll(async () => {
    report = await runAgainst(sandbox, sandbox.url)
  })

  test('finds nothing broken, held to the letter', () => {
    expect(report.rules.filter(({ verdict }) => verdict === 'broken')).toEqual([])
    expect(withVerdict(report, 'unclear')).toEqual([])
  })

  test('leaves out only what this cinema has not', () => {
    expect(withVerdict(report, 'not-applicable')).toEqual([
      'selling.confirm-fee-in-shanghai',
      'benefit-cards.not-renewable',
      'table.order.reverseOrder',
      'table.order.reverseMixOrder',
    ])
  })

  test('asks every interface, and each keeps a rule', () => {
    const silent = report.apis.filter(
      ({ api, calls, held }) => api !== 'protocol' && (calls === 0 || held === 0),
    )
    expect(silent).toEqual([])
    expect(report.apis).toHaveLength(44)
  })

  test('gives back what it bought, but for a printed order and one that came too late', async () => {
    const kept = (await ordersInSandbox()).filter(({ status }) => status !== 'refund_success')
    expect(kept).toHaveLength(2)
    expect(report.left.filter(line => line.startsWith('order '))).toEqual([
      expect.stringContaining('TICKET_HAS_PRINT'),
      expect.stringContaining('CANCEL_TIME_ERROR'),
    ])
    expect(report.left.filter(line => /lock|perhaps/.test(line))).toEqual([])
  })

  test('tells no secret and no password', () => {
    const text = JSON.stringify(report)
    for (const secret of [sandbox.secret, sandbox.cardKey]) expect(text).not.toContain(secret)
  })
})

test.each(['112', '92', '58', '206', '7788'])(
  'cinema %s keeps every rule that it can',
  async cinemaLinkId => {
    const report = await runAgainst(sandbox, sandbox.url, { cinemaLinkId })
    expect(report.rules.filter(({ verdict }) => verdict === 'broken')).toEqual([])
    expect(withVerdict(report, 'unclear')).toEqual([])
  },
)

test('a cinema that takes half a minute for its tickets keeps every rule, when it is given the time', async () => {
  const clock = { time: evening, now: () => clock.time }
  const slow = await startSandbox({ clock, limits: 'none' })
  onTestFinished(() => slow.close())
  await fetch(`${slow.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'slow-tickets', api: 'order.confirmOrder', delayMs: 30_000, times: 100 }),
  })
  const waits: number[] = []
  const pause = async (ms: number) => {
    waits.push(ms)
    clock.time += ms
  }
  const report = await runAgainst(slow, slow.url, {}, { clock, pause })
  expect(report.rules.filter(({ verdict }) => verdict === 'broken')).toEqual([])
  expect(withVerdict(report, 'unclear')).toEqual([])
  expect(waits.length).toBeGreaterThan(0)
})

test.each<[quirk: string, broken: RegExp | 'nothing']>([
  ['data-as-string', 'nothing'],
  ['spellings', 'nothing'],
  ['short-money', 'nothing'],
  ['blanks', 'nothing'],
  ['no-envelope', /^protocol\.envelope$/],
  // Of two interfaces and of some fields the examples show it; of the others it is no answer of the table.
  ['array-of-one', /^table\.(?!card\.(queryPrice|getCardDiscountTickets)$)/],
  ['loose-types', /^table\./],
])('%s, which the specification’s examples show, breaks %s when held tolerantly', async (quirk, broken) => {
  const quirky = await startSandbox({ clock: { now: () => evening }, limits: 'none' })
  onTestFinished(() => quirky.close())
  await fetch(`${quirky.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'quirk', quirk, times: 'always' }),
  })
  const report = await runAgainst(quirky, quirky.url, { answers: 'tolerant' })
  const found = withVerdict(report, 'broken')
  expect(withVerdict(report, 'unclear')).toEqual([])
  if (broken === 'nothing') expect(found).toEqual([])
  else {
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(id => !broken.test(id))).toEqual([])
  }
})

test('a run that is stopped tries no further rule, and gives back what it bought', async () => {
  const stop = new AbortController()
  const before = (await ordersInSandbox()).length
  const untilTickets = rules.map(rule => ({
    ...rule,
    async check(probe: Parameters<typeof rule.check>[0]) {
      if (rule.id === 'selling.bought-are-sold') stop.abort()
      return rule.check(probe)
    },
  }))
  const report = await runAgainst(sandbox, sandbox.url, {}, { rules: untilTickets, stop: stop.signal })
  expect(report.rules.at(-1)?.id).toBe('selling.bought-are-sold')
  const made = (await ordersInSandbox()).slice(before)
  expect(made.length).toBeGreaterThan(1)
  expect(made.filter(({ status }) => status !== 'refund_success')).toEqual([])
  expect(report.left).toEqual([])
})

test('a rule that fails of itself ends the run, and leaves nothing behind either', async () => {
  const before = (await ordersInSandbox()).length
  const failing = rules.map(rule =>
    rule.id === 'selling.ticket-info' ? { ...rule, check: () => Promise.reject(new Error('a slip')) } : rule,
  )
  const running = runAgainst(sandbox, sandbox.url, {}, { rules: failing })
  await expect(running).rejects.toThrow('a slip')
  const made = (await ordersInSandbox()).slice(before)
  expect(made.length).toBeGreaterThan(1)
  expect(made.filter(({ status }) => status !== 'refund_success')).toEqual([])
})

test.each<[string, object, RegExp]>([
  ['a wrong secret', { secret: 'guessed' }, /30003.*secret/],
  ['a channel that nobody knows', { channel: 'NOBODY' }, /30002.*channel/],
  ['a cinema that nobody knows', { cinemaLinkId: '4711' }, /no cinema 4711/],
  ['an address where nobody listens', { url: 'http://127.0.0.1:1' }, /ECONNREFUSED/],
])('with %s it cannot run', async (_, options, words) => {
  const running = runAgainst(sandbox, sandbox.url, options)
  await expect(running).rejects.toThrow(CannotRun)
  await expect(running).rejects.toThrow(words)
})
