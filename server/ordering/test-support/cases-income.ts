import type { OrderRecord } from '../../journal/record.ts'
import { accepted, anOrder, aPayment, confirming, half, halves, held, paidState } from './record.ts'
import { refunding } from './rule-case.ts'

const paidIn = (state: OrderRecord['state'], payment = {}, order: Partial<OrderRecord> = {}) =>
  anOrder({ state, lock: held, payments: [aPayment({ state: paidState, ...payment })], ...order })

/** A payment that came in, and what sorting it makes of the order: state, roles, decision, reason, flag. */
export const incomeCases = [
  ['in time', paidIn('PAYING'), ['PAID', 'ACCEPTED', 'none', undefined, undefined]],
  [
    'while being closed',
    paidIn('CLOSING', {}, { reason: 'cancelled' }),
    ['PAID', 'ACCEPTED', 'none', undefined, undefined],
  ],
  [
    'at the last millisecond',
    paidIn('PAYING', { expiresAt: paidState.paidAt }),
    ['PAID', 'ACCEPTED', 'none', undefined, undefined],
  ],
  [
    'a millisecond too late',
    paidIn('CLOSING', { expiresAt: paidState.paidAt - 1 }),
    ['REFUNDING', 'LATE', 'REFUND', 'payment-late', undefined],
  ],
  ['after the seats went', paidIn('RELEASED'), ['REFUNDING', 'LATE', 'REFUND', 'payment-late', undefined]],
  ['for an order that failed', paidIn('FAILED'), ['REFUNDING', 'LATE', 'REFUND', 'payment-late', undefined]],
  [
    'one fen short',
    paidIn('PAYING', { state: { ...paidState, paidFen: 9599 } }),
    ['REFUNDING', 'MISMATCH', 'REFUND', 'payment-mismatch', 'payment-mismatch'],
  ],
  [
    'one fen over',
    paidIn('PAYING', { state: { ...paidState, paidFen: 9601 } }),
    ['REFUNDING', 'MISMATCH', 'REFUND', 'payment-mismatch', 'payment-mismatch'],
  ],
  [
    'twice',
    confirming({}, { payments: [accepted, aPayment({ outTradeNo: 'F2', state: paidState })] }),
    ['CONFIRMING', 'ACCEPTED,DUPLICATE', 'none', undefined, undefined],
  ],
  [
    'again after a refund',
    refunding({
      state: 'REFUNDED',
      reason: 'cinema-refused',
      payments: [accepted, aPayment({ outTradeNo: 'F2', state: paidState })],
    }),
    ['REFUNDED', 'ACCEPTED,DUPLICATE', 'REFUND', 'cinema-refused', undefined],
  ],
  [
    'in part, and the rest is open',
    anOrder({
      state: 'PAYING',
      lock: held,
      shares: halves,
      payments: [
        half('sandbox', { role: undefined }),
        half('cash', { state: { kind: 'open', qr: undefined, declined: false }, role: undefined }),
      ],
    }),
    ['PAYING', 'ACCEPTED,', 'none', undefined, undefined],
  ],
  [
    'in part, and now the rest',
    anOrder({
      state: 'CLOSING',
      lock: held,
      reason: 'cancelled',
      shares: halves,
      payments: [half('sandbox'), half('cash', { role: undefined })],
    }),
    ['PAID', 'ACCEPTED,ACCEPTED', 'none', undefined, undefined],
  ],
  [
    'in part, and the rest with a fen too few',
    anOrder({
      state: 'PAYING',
      lock: held,
      shares: halves,
      payments: [half('sandbox'), half('cash', { state: { ...paidState, paidFen: 4799 }, role: undefined })],
    }),
    ['PAYING', 'ACCEPTED,MISMATCH', 'none', undefined, 'payment-mismatch'],
  ],
  [
    'twice for one part',
    anOrder({
      state: 'PAYING',
      lock: held,
      shares: halves,
      payments: [half('sandbox'), half('sandbox', { outTradeNo: 'F9', role: undefined })],
    }),
    ['PAYING', 'ACCEPTED,DUPLICATE', 'none', undefined, undefined],
  ],
] as const
