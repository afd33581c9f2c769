import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { sign } from '../moviecloud/sign.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { rules } from './chapters.ts'
import type { Report } from './report.ts'
import { textOf } from './report-text.ts'
import type { RunOptions } from './run.ts'
import { type Alter, alteredCloud, type Body, withCode } from './test-support/altered-cloud.ts'
import { evening, runAgainst, withVerdict } from './test-support/run-against.ts'

/*
 * Clouds that break one rule each, and no other: what the kit must find, and find alone. Every one is the sandbox
 * behind a server that alters its answers, so that without the alteration the same run finds nothing.
 */

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ clock: { now: () => evening }, limits: 'none' })
})
afterAll(() => sandbox.close())

async function runBehind(alter: Alter, options: Partial<RunOptions> = {}): Promise<Report> {
  const cloud = await alteredCloud(sandbox, alter)
  onTestFinished(() => cloud.close())
  return runAgainst(sandbox, cloud.url, options)
}

type Fields = Record<string, unknown>
const inner = (body: Body): Fields => body.data?.data ?? {}
const rows = (body: Body): Fields[] => body.data?.dataList ?? []
const fields = (value: unknown): Fields[] => (Array.isArray(value) ? value : [])

/** Lets the answers of one interface be changed where they are; other interfaces pass. */
const inAnswers =
  (api: string, change: (body: Body, data: Fields) => void): Alter =>
  async call => {
    if (call.api !== api) return undefined
    const body = await call.pass()
    change(body, call.data)
    return body
  }

/** Answers the first call of an interface that is refused with `from` with another code, or as a success before it. */
function codeInstead(api: string, from: string, to: string): Alter {
  let isDone = false
  let success: Body | undefined
  return async call => {
    if (call.api !== api || isDone) return undefined
    const body = await call.pass()
    if (body.data?.bizCode === 'SUCCESS') success = body
    if (body.data?.bizCode !== from) return body
    isDone = true
    return to === 'SUCCESS' && success ? success : withCode(body, to)
  }
}

/** Lets calls in that carry a wrong signature of this kind. */
const letsIn =
  (isOfThisKind: (parameters: Readonly<Record<string, string>>, secret: string) => boolean): Alter =>
  async call => {
    const { secret } = sandbox
    const right = call.parameters['sign'] === sign(call.parameters, secret)
    return !right && isOfThisKind(call.parameters, secret) ? call.passAs({}) : undefined
  }

const withoutNames = (parameters: Readonly<Record<string, string>>, secret: string) => {
  const names = Object.keys(parameters).filter(name => name !== 'sign')
  const values = names.sort().map(name => parameters[name] ?? '')
  return createHash('md5')
    .update(values.join('') + secret)
    .digest('hex')
}
const without = (parameters: Readonly<Record<string, string>>, gone: string) =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== gone))

/** The sold seats of a show without those that `isHidden` names. */
const hidingSold = (isHidden: (seatId: unknown) => boolean): Alter =>
  inAnswers('seat.getScheduleSoldSeats', body => {
    for (const section of fields(inner(body)['sectionList']))
      section['seats'] = fields(section['seats']).filter(({ seatId }) => !isHidden(seatId))
  })

/** Seats that the plans call damaged, noted as the plans pass. */
function hidesDamaged(): Alter {
  const damaged = new Set<unknown>()
  const hide = hidingSold(seatId => damaged.has(seatId))
  return async call => {
    if (call.api !== 'seat.getSeats') return hide(call)
    const body = await call.pass()
    for (const seat of seatsOf(body)) if (seat['damage'] === 'Y') damaged.add(seat['seatId'])
    return body
  }
}

const seatsOf = (body: Body) =>
  fields(inner(body)['seatPlanList'])
    .flatMap(plan => fields(plan['sections']))
    .flatMap(section => fields(section['seats']))

/** The second answer to one same request has another value. */
function changesOnRepetition(api: string, field: string, value: unknown): Alter {
  const asked = new Set<string>()
  return inAnswers(api, (body, data) => {
    const request = JSON.stringify(data)
    if (asked.has(request) && field in inner(body)) inner(body)[field] = value
    asked.add(request)
  })
}

/** Tells the first answer of a card's balance for ever. */
function stuckBalance(cardNumber: string): Alter {
  let first: Body | undefined
  return async call => {
    if (call.api !== 'card.queryBalance' || call.data['cardNumber'] !== cardNumber) return undefined
    const body = await call.pass()
    if (body.data?.bizCode === 'SUCCESS') first ??= body
    return body.data?.bizCode === 'SUCCESS' ? first : body
  }
}

const clouds: [broken: string, what: string, alter: () => Alter, options?: Partial<RunOptions>][] = [
  [
    'protocol.wrong-signature',
    'takes a signature made with another secret',
    () => letsIn(parameters => parameters['sign'] === sign(parameters, 'another secret')),
  ],
  [
    'protocol.names-are-signed',
    'takes a signature over values alone',
    () => letsIn((parameters, secret) => parameters['sign'] === withoutNames(parameters, secret)),
  ],
  [
    'protocol.every-parameter-signed',
    'takes a parameter that was not signed',
    () => letsIn((parameters, secret) => parameters['sign'] === sign(without(parameters, 'pageNo'), secret)),
  ],
  [
    'protocol.stale-timestamp',
    'takes a timestamp of an hour ago',
    () => async call =>
      Number(call.parameters['timestamp']) < evening - 1
        ? call.passAs({ timestamp: String(evening) })
        : undefined,
  ],
  [
    'protocol.unknown-api',
    'has another code for interfaces that do not exist',
    () => async call => (call.api === 'cinema.getCinemasX' ? { retCode: '30002', retMsg: '' } : undefined),
  ],
  [
    'protocol.missing-v',
    'takes a call without a version',
    () => async call => (call.parameters['v'] === undefined ? call.passAs({ v: '1.0' }) : undefined),
  ],
  [
    'protocol.gzip',
    'compresses nothing',
    () => async call => (call.api === 'seat.getSeats' ? JSON.stringify(await call.pass()) : undefined),
  ],
  [
    'protocol.envelope',
    'leaves the outer envelope away, as the example of 4.4.5 does',
    () => async call => (call.api === 'benefitCard.getPolicyList' ? (await call.pass()).data : undefined),
    { answers: 'tolerant' },
  ],
  [
    'table.seat.getSeats',
    'has x as a string',
    () =>
      inAnswers('seat.getSeats', body => {
        for (const seat of seatsOf(body).slice(0, 1)) seat['x'] = String(seat['x'])
      }),
  ],
  [
    'table.card.getCardDetail',
    'leaves a field of the table out',
    () => inAnswers('card.getCardDetail', body => void delete inner(body)['validateDate']),
    { answers: 'tolerant', mode: 'full' },
  ],
  [
    'reading.hall-count',
    'counts a hall too many',
    () => inAnswers('cinema.getCinemas', body => void rows(body).map(row => (row['hallCount'] = 99))),
  ],
  [
    'reading.schedules-range',
    'has a show of five in the morning on the wrong business day',
    () =>
      inAnswers('schedule.getSchedules', (body, { startDate, endDate, priceQueryType }) => {
        const [first] = rows(body)
        if (first && priceQueryType === undefined && startDate === '2026-11-24' && endDate === '2026-11-25')
          first['showDateTime'] = '2026-11-24 05:00:00'
      }),
  ],
  [
    'reading.couples',
    'has half a couple seat',
    () =>
      inAnswers('seat.getSeats', body => {
        const half = seatsOf(body).find(({ type }) => type === 'R')
        if (half) half['type'] = 'H'
      }),
  ],
  ['reading.damaged-are-sold', 'offers damaged seats', hidesDamaged],
  [
    'selling.lock-twice',
    'grants a second lock',
    () => codeInstead('seat.lockSeats', 'LOCK_SEAT_ERROR', 'SUCCESS'),
  ],
  [
    'selling.out-lock-id-length',
    'cuts a long outLockId',
    () => async call => {
      const { outLockId } = call.data
      if (typeof outLockId !== 'string' || outLockId.length <= 20) return undefined
      return call.passAs({ data: JSON.stringify({ ...call.data, outLockId: outLockId.slice(0, 20) }) })
    },
  ],
  [
    'selling.confirm-price-below-settle',
    'has another code for prices that are too low',
    () => codeInstead('order.confirmOrder', 'LOW_THAN_SETTLE_PRICE_ERROR', 'PAYMENT_AMOUNT_ERROR'),
  ],
  [
    'selling.confirm-order-otherwise',
    'takes a confirm again with other parameters',
    () => codeInstead('order.confirmOrder', 'REQUEST_PARAM_INCONFORMITY_ERROR', 'SUCCESS'),
  ],
  [
    'selling.confirm-order-again',
    'makes another order of the same confirm',
    () => changesOnRepetition('order.confirmOrder', 'bookingId', '6819999999999999'),
  ],
  [
    'selling.order-info',
    'has orders wait for ever',
    () =>
      inAnswers('order.getOrderInfo', body => {
        if (inner(body)['status'] === 'ticket_success') inner(body)['status'] = 'wait_ticket'
      }),
  ],
  [
    'selling.print-once',
    'prints twice',
    () => codeInstead('ticket.printTicket', 'PRINT_TICKET_NOT_ALLOW', 'SUCCESS'),
  ],
  [
    'selling.refund-twice',
    'gives the money back twice',
    () => codeInstead('order.refundOrder', 'TICKET_HAS_REFUND', 'SUCCESS'),
  ],
  [
    'selling.refund-too-late',
    'takes tickets back however late',
    () => codeInstead('order.refundOrder', 'CANCEL_TIME_ERROR', 'SUCCESS'),
  ],
  [
    'selling.confirm-price-below-area',
    'has another code for area prices that are too low',
    () => codeInstead('order.confirmOrder', 'AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR', 'TICKET_FEE_ERROR'),
  ],
  [
    'reading.areas-by-name',
    'names an area otherwise than its price',
    () =>
      inAnswers('seat.getScheduleAreaSeats', body => {
        const [area] = fields(inner(body)['sectionAreas']).flatMap(section => fields(section['areaDetails']))
        if (area) area['name'] = '黄金座副本'
      }),
  ],
  [
    'multi-pay.too-little',
    'takes payments that are a fen short',
    () => codeInstead('order.confirmOrderForMultiPay', 'PAYMENT_AMOUNT_ERROR', 'ILLEGAL_ARGUMENT'),
  ],
  [
    'goods.order-again',
    'orders goods twice',
    () => changesOnRepetition('order.confirmGoodsOrder', 'goodsOrderId', '26112399999999999999'),
  ],
  [
    'member-cards.recharge',
    'fills a card up twice',
    () => changesOnRepetition('card.recharge', 'balance', '200.00'),
  ],
  [
    'member-cards.wrong-password',
    'has another code for wrong passwords',
    () => codeInstead('card.queryBalance', 'CARD_PASSWORD_ERROR', 'CARD_NOT_USE_ERROR'),
  ],
  [
    'benefit-cards.renew',
    'forgets the days of a renewal',
    () =>
      inAnswers('benefitCard.renewBenefitCard', body => {
        if ('endDate' in inner(body)) inner(body)['endDate'] = '2027-01-01'
      }),
  ],
  ['paying.member-card', 'takes nothing off a card', () => stuckBalance('68116100001')],
]

describe('a cloud that', () => {
  test.each(clouds)('%s: %s', async (rule, _, alter, options = {}) => {
    const mode = rules.find(({ id }) => id === rule)?.mode ?? 'full'
    const report = await runBehind(alter(), { mode, ...options })
    expect(withVerdict(report, 'broken')).toEqual([rule])
    const found = report.rules.find(({ id }) => id === rule)
    expect(textOf(report)).toContain(`rule   ${found?.sentence}`)
    expect(found?.came).toMatch(/^HTTP 200 after \d+ ms: /)
  })
})

describe('a cloud in trouble leaves rules unclear and breaks none:', () => {
  test.each<[string, Alter]>([
    ['HTTP 502', async call => (call.api === 'goods.getGoods' ? 502 : undefined)],
    [
      '10001',
      async call => (call.api === 'goods.getGoods' ? { retCode: '10001', retMsg: 'system busy' } : undefined),
    ],
    [
      'CINEMA_CONNECTION_ERROR',
      async call =>
        call.api === 'goods.getGoods' ? withCode(await call.pass(), 'CINEMA_CONNECTION_ERROR') : undefined,
    ],
  ])('%s', async (_, alter) => {
    const report = await runBehind(alter)
    expect(withVerdict(report, 'broken')).toEqual([])
    expect(withVerdict(report, 'unclear')).toEqual(
      expect.arrayContaining(['reading.goods-once', 'goods.order', 'selling.confirm-mix-order']),
    )
  })

  test('no answer in time', async () => {
    const never: Alter = call =>
      call.api === 'goods.getGoods' ? new Promise(() => undefined) : Promise.resolve(undefined)
    const report = await runBehind(never, { mode: 'read-only', timeoutMs: 300 })
    expect(withVerdict(report, 'broken')).toEqual([])
    expect(report.rules.find(({ id }) => id === 'reading.goods-once')?.detail).toContain('no answer in time')
  })
})

test('an interface that the channel may not call is not applicable', async () => {
  const report = await runBehind(async call =>
    call.api.startsWith('benefitCard.') ? { retCode: '20001', retMsg: 'invalid authentication' } : undefined,
  )
  expect(withVerdict(report, 'broken')).toEqual([])
  expect(withVerdict(report, 'unclear')).toEqual([])
  expect(withVerdict(report, 'not-applicable')).toEqual(
    expect.arrayContaining(['benefit-cards.register', 'reading.policies', 'paying.benefit-card']),
  )
})

test('an order whose answer was lost is found and given back all the same', async () => {
  let lost = 0
  const report = await runBehind(async call => {
    if (call.api !== 'order.confirmMixOrder' || lost > 0) return undefined
    lost += 1
    await call.pass()
    return 504
  })
  expect(withVerdict(report, 'broken')).toEqual([])
  expect(withVerdict(report, 'unclear')).toContain('selling.confirm-mix-order')
  expect(report.left.filter(line => /order|lock/.test(line))).toEqual([
    expect.stringContaining('TICKET_HAS_PRINT'),
    expect.stringContaining('CANCEL_TIME_ERROR'),
  ])
})
