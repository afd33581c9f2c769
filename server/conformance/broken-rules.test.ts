import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { sign } from '../moviecloud/sign.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { rules } from './chapters.ts'
import type { Report } from './report.ts'
import { textOf } from './report-text.ts'
import type { RunOptions } from './run.ts'
import {
  changesOnRepetition,
  codeInstead,
  fields,
  hidesDamaged,
  inAnswers,
  inner,
  letsIn,
  rows,
  seatsOf,
  stuckBalance,
  without,
  withoutNames,
} from './test-support/alterations.ts'
import { type Alter, alteredCloud, withCode } from './test-support/altered-cloud.ts'
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

const clouds: [broken: string, what: string, alter: () => Alter, options?: Partial<RunOptions>][] = [
  [
    'protocol.wrong-signature',
    'takes a signature made with another secret',
    () => letsIn(sandbox.secret, parameters => parameters['sign'] === sign(parameters, 'another secret')),
  ],
  [
    'protocol.names-are-signed',
    'takes a signature over values alone',
    () =>
      letsIn(sandbox.secret, (parameters, secret) => parameters['sign'] === withoutNames(parameters, secret)),
  ],
  [
    'protocol.every-parameter-signed',
    'takes a parameter that was not signed',
    () =>
      letsIn(
        sandbox.secret,
        (parameters, secret) => parameters['sign'] === sign(without(parameters, 'pageNo'), secret),
      ),
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
    'selling.refund',
    'says that it is too late when it is not',
    () => codeInstead('order.refundOrder', 'SUCCESS', 'CANCEL_TIME_ERROR'),
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
