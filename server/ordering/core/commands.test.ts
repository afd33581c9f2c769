import { describe, expect, test } from 'vitest'
import { type OrderRecord, type OrderState, orderStates } from '../../journal/record.ts'
import {
  accepted,
  anOrder,
  aPayment,
  confirming,
  half,
  halves,
  held,
  minutes,
  paidState,
  t0,
} from '../test-support/record.ts'
import { changeQuote, giveTicketsBack, giveUp, requestPayment } from './commands.ts'

const wish = {
  quoteHash: anOrder().quote.hash,
  mobile: '13912345678',
  shares: [{ by: 'sandbox', amountFen: 9600 }],
  outTradeNos: ['F9', 'F10'],
} as const
const locked = anOrder({ state: 'LOCKED', lock: held })
const paying = anOrder({ state: 'PAYING', lock: held, payments: [aPayment()] })
const ask = (order: OrderRecord, change = {}, now = t0) => requestPayment(order, { ...wish, ...change }, now)

describe('paying', () => {
  test('begins a payment over the quote, until the hold ends', () => {
    const answered = ask(locked)
    expect(answered).toMatchObject({
      ok: true,
      order: {
        state: 'PAYING',
        guest: { mobile: '13912345678' },
        payments: [
          { outTradeNo: 'F9', amountFen: 9600, expiresAt: t0 + minutes(7), state: { kind: 'creating' } },
        ],
      },
    })
  })
  test('answers the payment that is open, and takes the newest phone number', () => {
    expect(ask(paying, { mobile: undefined })).toMatchObject({
      ok: true,
      order: { guest: { mobile: undefined }, payments: [{ outTradeNo: 'F1' }] },
    })
  })
  test('after a closed payment begins a new one', () => {
    const closed = anOrder({
      state: 'LOCKED',
      lock: held,
      payments: [aPayment({ state: { kind: 'closed' } })],
    })
    const answered = ask(closed)
    expect(answered.ok && answered.order.payments.map(payment => payment.outTradeNo)).toEqual(['F1', 'F9'])
  })
  test.each([
    ['another price', locked, { quoteHash: 'x' }, t0, 'quote-changed'],
    ['the hold over', locked, {}, t0 + minutes(7), 'hold-expired'],
    [
      'money already there',
      { ...paying, payments: [aPayment({ state: paidState })] },
      {},
      t0,
      'order-already-paid',
    ],
    ['a payment being closed', { ...paying, state: 'CLOSING' as const }, {}, t0, 'payment-closing'],
    ['tickets being issued', confirming(), {}, t0, 'order-already-paid'],
    ['the hold run out', anOrder({ state: 'RELEASED', reason: 'hold-expired' }), {}, t0, 'hold-expired'],
    ['the order given up', anOrder({ state: 'RELEASED', reason: 'cancelled' }), {}, t0, 'order-not-payable'],
    ['no lock', anOrder({ state: 'LOCK_UNKNOWN' }), {}, t0, 'order-not-payable'],
    ['the money going back', anOrder({ state: 'REFUNDING' }), {}, t0, 'order-not-payable'],
  ] as const)('is refused with %s', (_what, order, change, now, code) =>
    expect(ask(order, change, now)).toEqual({ ok: false, code }),
  )
})

describe('giving up', () => {
  test.each([
    ['a hold', locked, 'RELEASED'],
    ['an open payment', paying, 'CLOSING'],
    ['a closed payment', { ...locked, payments: [aPayment({ state: { kind: 'closed' } })] }, 'RELEASED'],
    ['a draft', anOrder(), 'FAILED'],
    ['what is being closed', { ...paying, state: 'CLOSING' as const }, 'CLOSING'],
    ['what is over', anOrder({ state: 'REFUNDED' }), 'REFUNDED'],
  ] as const)('%s', (_what, order, state) =>
    expect(giveUp(order, 'cancelled', t0)).toMatchObject({ ok: true, order: { state } }),
  )
  test.each([
    ['paid, not yet noticed by the rules', { ...paying, payments: [aPayment({ state: paidState })] }],
    ['issuing', confirming()],
    ['ticketed', anOrder({ state: 'TICKETED', payments: [accepted] })],
  ] as const)('is refused when %s', (_what, order) =>
    expect(giveUp(order, 'cancelled', t0)).toEqual({ ok: false, code: 'order-already-paid' }),
  )
})

describe('giving the tickets back', () => {
  const ticketed = confirming(
    {},
    {
      state: 'TICKETED',
      decision: { kind: 'TICKET', at: t0, pickupCode: 'P1', bookingNo: 'B1' },
      refundRule: { kind: 'until', minutesBeforeShow: 60 },
    },
  )
  const latest = ticketed.startsAt - minutes(60)

  test('is asked for, and a second time is the same wish', () => {
    const answered = giveTicketsBack(ticketed, t0)
    expect(answered).toMatchObject({
      ok: true,
      order: { state: 'RETURNING', giveBack: { kind: 'asked', at: t0, count: 0 }, nextRunAt: t0 },
    })
    if (!answered.ok) throw new Error(answered.code)
    expect(giveTicketsBack(answered.order, t0 + 1)).toEqual(answered)
  })

  test('can be asked for again after the cinema has refused it', () => {
    const refused = { ...ticketed, giveBack: { kind: 'refused', at: t0, code: 'TICKET_HAS_PRINT' } as const }
    expect(giveTicketsBack(refused, t0 + 1)).toMatchObject({
      ok: true,
      order: { giveBack: { kind: 'asked' } },
    })
  })

  test.each([
    ['a millisecond before the cinema’s time', ticketed, latest - 1, true],
    ['at it', ticketed, latest, false],
    [
      'where the cinema takes nothing back',
      { ...ticketed, refundRule: { kind: 'none' } as const },
      t0,
      false,
    ],
    ['of an order that has no tickets yet', confirming(), t0, false],
    ['of an order whose money goes back', { ...ticketed, state: 'REFUNDING' as const }, t0, false],
  ])('%s', (_what, order, now, ok) => expect(giveTicketsBack(order, now).ok).toBe(ok))

  test('beyond the cinema’s time is asked for where a manager says so, but never without tickets', () => {
    expect(giveTicketsBack(ticketed, latest, 'beyond the rule')).toMatchObject({
      ok: true,
      order: { state: 'RETURNING' },
    })
    expect(giveTicketsBack(confirming(), t0, 'beyond the rule').ok).toBe(false)
  })
})

describe('paying in parts', () => {
  const inParts = { shares: halves, outTradeNos: ['F9', 'F10'] }
  const partly = anOrder({
    state: 'PAYING',
    lock: held,
    shares: halves,
    payments: [half('sandbox'), half('cash', { state: { kind: 'closed' }, role: undefined })],
  })

  test('begins a payment for each part, over its own amount', () => {
    const answered = ask(locked, inParts)
    expect(answered).toMatchObject({
      ok: true,
      order: {
        state: 'PAYING',
        shares: halves,
        payments: [
          { outTradeNo: 'F9', provider: 'sandbox', amountFen: 4800 },
          { outTradeNo: 'F10', provider: 'cash', amountFen: 4800 },
        ],
      },
    })
  })
  test('begins anew only the part that is not paid, whatever else is wished for', () => {
    const answered = ask({ ...partly, state: 'LOCKED' }, { outTradeNos: ['F9'] })
    expect(answered).toMatchObject({
      ok: true,
      order: { state: 'PAYING', shares: halves, payments: [{}, {}, { outTradeNo: 'F9', provider: 'cash' }] },
    })
  })
  test('asks again for each QR that did not come', () => {
    const waiting = anOrder({
      state: 'PAYING',
      lock: held,
      shares: halves,
      payments: [
        half('sandbox', { state: { kind: 'creating' }, role: undefined, createAt: t0 }),
        half('cash', {
          state: { kind: 'open', qr: undefined, declined: false },
          role: undefined,
          createAt: t0,
        }),
      ],
    })
    const answered = ask(waiting, inParts)
    expect(answered.ok && answered.order.payments.map(payment => payment.createAt)).toEqual([undefined, t0])
  })
  test('is over at once when the card pays it all', () => {
    const shares = [{ by: 'card', amountFen: 9600 }]
    expect(ask(locked, { shares })).toMatchObject({
      ok: true,
      order: { state: 'PAID', shares, payments: [] },
    })
  })
  test('given up with a part paid closes first, for that money has to go back', () => {
    expect(giveUp({ ...partly, state: 'LOCKED' }, 'cancelled', t0)).toMatchObject({
      ok: true,
      order: { state: 'CLOSING', reason: 'cancelled' },
    })
  })
  test('can’t be given up once all of it is there', () => {
    const paid = anOrder({
      state: 'LOCKED',
      lock: held,
      shares: halves,
      payments: [half('sandbox'), half('cash')],
    })
    expect(giveUp(paid, 'cancelled', t0)).toEqual({ ok: false, code: 'order-already-paid' })
  })
})

describe('another price', () => {
  const other = { ...anOrder().quote, hash: 'other', totalFen: 12_100 }
  const change = (order: OrderRecord, now = t0) =>
    changeQuote(order, { kind: 'mixed', quote: other, card: undefined }, now)

  test('is taken on while nobody pays, and how to pay is open again', () => {
    expect(change({ ...locked, shares: halves })).toMatchObject({
      ok: true,
      order: { kind: 'mixed', quote: other, shares: [], state: 'LOCKED' },
    })
  })
  test.each([
    ['a part is paid', { ...locked, shares: halves, payments: [half('sandbox')] }, t0, 'payment-open'],
    ['the hold is over', locked, t0 + minutes(7), 'hold-expired'],
    ['the hold has run out', anOrder({ state: 'RELEASED', reason: 'hold-expired' }), t0, 'hold-expired'],
  ] as const)('is refused when %s', (_what, order, now, code) =>
    expect(change(order, now)).toEqual({ ok: false, code }),
  )
  test.each(orderStates)('in %s', state => {
    const answered = change(anOrder({ state, lock: held }))
    const expected = new Map<OrderState, string>([
      ['LOCKED', 'ok'],
      ['PAYING', 'payment-open'],
      ['CLOSING', 'payment-open'],
    ])
    const paid = ['PAID', 'CONFIRMING', 'REVERSING', 'TICKETED', 'RETURNING', 'RETURNED'].includes(state)
    expect(answered.ok ? 'ok' : answered.code).toBe(
      expected.get(state) ?? (paid ? 'order-already-paid' : 'order-not-payable'),
    )
  })
})
