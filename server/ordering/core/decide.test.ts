import { afterAll, describe, expect, test } from 'vitest'
import type { OrderRecord } from '../../journal/record.ts'
import { holdCases } from '../test-support/cases-hold.ts'
import { incomeCases } from '../test-support/cases-income.ts'
import { moneyCases } from '../test-support/cases-money.ts'
import { paymentCases } from '../test-support/cases-payment.ts'
import { returnCases } from '../test-support/cases-return.ts'
import { ticketCases } from '../test-support/cases-tickets.ts'
import { aRefund, confirming, minutes, t0 } from '../test-support/record.ts'
import { refunding } from '../test-support/rule-case.ts'
import { decide, rules } from './decide.ts'
import { intend } from './intend.ts'
import { merge } from './merge.ts'

const seen = new Set<string>()

/** The rule that applies, or how many ms from `now` the next one does. */
function outcome(order: OrderRecord, now: number): string | number | undefined {
  const decided = decide(order, now)
  if (decided.kind !== 'rest') {
    seen.add(decided.rule)
    return decided.rule
  }
  return decided.until === undefined ? undefined : decided.until - now
}

describe.each([
  ['hold', holdCases],
  ['payment', paymentCases],
  ['money', moneyCases],
  ['tickets', ticketCases],
  ['return', returnCases],
])('%s', (_topic, cases) => {
  test.each(cases)('%s', (_what, order, now, expected) => expect(outcome(order, now)).toBe(expected))
})

describe('money that came in', () => {
  const sorted = (order: OrderRecord) => {
    const decided = decide(order, t0)
    if (decided.kind !== 'become' || decided.rule !== 'sort the money') throw new Error(decided.kind)
    seen.add(decided.rule)
    const { state, reason, decision, payments, attention } = decided.order
    return [state, payments.map(payment => payment.role).join(), decision.kind, reason, attention[0]?.reason]
  }

  test.each(incomeCases)('paid %s', (_what, order, expected) => expect(sorted(order)).toEqual(expected))

  test('a new refund number only after the last was closed, and for what was paid', () => {
    const order = refunding({ refunds: [aRefund({ state: 'CLOSED' })] })
    const decided = decide(order, t0)
    expect(decided.kind === 'become' && decided.order.refunds.at(-1)).toMatchObject({
      outRefundNo: 'F1R2',
      amountFen: 9600,
    })
  })
})

describe('section 10', () => {
  test('confirms at minutes 0 to 12, reverses at 13 to 16 and every half hour, asks a minute after each', () => {
    let order = confirming({}, { confirm: { kind: 'frozen', payload: 'frozen' } })
    const sent: [string, number][] = []
    for (let now = t0; now < t0 + minutes(120); ) {
      const decided = decide(order, now)
      if (decided.kind === 'rest') {
        now = decided.until ?? Number.POSITIVE_INFINITY
        continue
      }
      if (decided.kind !== 'send') throw new Error(`${decided.rule} at ${(now - t0) / 60_000}`)
      const minute = (now - t0) / 60_000
      sent.push([decided.effect.kind, minute])
      order = intend(order, decided.effect, now)
      if (decided.effect.kind === 'ask order')
        order = merge(
          order,
          { kind: 'order', askedAt: now, answer: { is: 'found', cloudOrderId: 'C1', status: 'wait_ticket' } },
          now,
        )
      if (decided.effect.kind === 'reverse') order = merge(order, { kind: 'reverse', answer: 'unclear' }, now)
    }
    const minutesOf = (kind: string) => sent.filter(([what]) => what === kind).map(([, minute]) => minute)
    expect(minutesOf('confirm')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(minutesOf('reverse')).toEqual([13, 14, 15, 16, 46, 76, 106])
    expect(minutesOf('ask order')).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 47, 77, 107,
    ])
  })
})

describe('the table', () => {
  test('names each rule once and says it in words', () => {
    expect(new Set(rules.map(rule => rule.name)).size).toBe(rules.length)
    expect(rules.filter(rule => rule.says.length < 20)).toEqual([])
  })
  afterAll(() => {
    // Every line of the table is seen to act in a case above.
    expect(rules.map(rule => rule.name).filter(name => !seen.has(name))).toEqual([])
  })
})
