import type { LocalDate } from '#contract/time.ts'
import type { Clock } from '../../kernel/clock.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { BillRow, PaymentCreation, PaymentFacts, PaymentProvider } from '../provider.ts'
import { isPayable } from './counter.ts'
import type { Ledger, Trade } from './ledger.ts'
import { readNotification } from './notification.ts'

const dayMs = 86_400_000

/** The merchant's side of the sandbox provider. `secret` signs its messages; `mint` makes ids nobody can guess. */
export function createSandboxProvider(parts: {
  ledger: Ledger
  clock: Clock
  secret: string
  mint: () => string
  /** The address behind a QR. */
  addressOf: (token: string) => string
}): PaymentProvider {
  const { ledger, clock, secret, mint, addressOf } = parts

  return {
    name: 'sandbox',
    settledBy: 'provider',
    create: async request =>
      ledger.atOnce((): Outcome<{ qr: string }> => {
        const known = ledger.tradeByNo(request.outTradeNo)
        if (known === undefined) {
          const trade = newTrade(request, mint(), clock.now())
          ledger.insertTrade(trade)
          return isPayable(trade, clock.now()) ? done({ qr: addressOf(trade.token) }) : refused('EXPIRED')
        }
        if (known.state === 'PAID') return refused('ALREADY_PAID')
        if (!isPayable(known, clock.now())) return refused('CLOSED')
        if (known.amountFen !== request.amountFen) return refused('PARAM_MISMATCH')
        return done({ qr: addressOf(known.token) })
      }),
    async query(outTradeNo) {
      const trade = ledger.tradeByNo(outTradeNo)
      return done(trade === undefined ? { status: 'NOT_CREATED' } : factsOf(trade, ledger, clock.now()))
    },
    close: async outTradeNo =>
      ledger.atOnce((): Outcome<'CLOSED' | 'ALREADY_PAID'> => {
        const trade = ledger.tradeByNo(outTradeNo)
        if (trade?.state === 'PAID') return done('ALREADY_PAID')
        // A number that was never seen is taken as closed for good: a create that comes later is refused.
        if (trade === undefined) {
          const none = { outTradeNo, amountFen: 0, expireAt: clock.now(), merchant: '', subject: '' }
          ledger.insertTrade({ ...newTrade(none, mint(), clock.now()), state: 'CLOSED' })
        } else ledger.updateTrade({ ...trade, state: 'CLOSED' })
        return done('CLOSED')
      }),
    refund: async ({ outTradeNo, outRefundNo, amountFen }) =>
      ledger.atOnce((): Outcome<'SUCCESS' | 'PROCESSING' | 'CLOSED' | 'ABNORMAL'> => {
        const known = ledger.refund(outRefundNo)
        if (known !== undefined)
          return known.outTradeNo === outTradeNo && known.amountFen === amountFen
            ? done(known.state)
            : refused('PARAM_MISMATCH')
        const trade = ledger.tradeByNo(outTradeNo)
        if (trade?.state !== 'PAID') return refused('NOT_PAID')
        if (refundedFen(ledger, outTradeNo) + amountFen > trade.paidFen) return refused('MORE_THAN_PAID')
        ledger.putRefund({ outRefundNo, outTradeNo, amountFen, state: 'SUCCESS', at: clock.now() })
        return done('SUCCESS')
      }),
    queryRefund: async outRefundNo => done(ledger.refund(outRefundNo)?.state ?? 'NOT_FOUND'),
    parseNotify: (raw, headers) => readNotification(secret, raw, headers),
    bill: day => billOf(ledger, day),
  }
}

const refused = (code: string): Outcome<never> => ({ kind: 'refused', code, meaning: code })

function newTrade(request: PaymentCreation, token: string, now: number): Trade {
  return {
    ...request,
    token,
    createdAt: now,
    state: 'UNPAID',
    declined: 0,
    paidFen: 0,
    paidAt: 0,
    transactionId: '',
  }
}

function factsOf(trade: Trade, ledger: Ledger, now: number): PaymentFacts {
  const { paidFen, paidAt, transactionId } = trade
  if (trade.state === 'PAID')
    return refundedFen(ledger, trade.outTradeNo) === paidFen
      ? { status: 'REFUNDED' }
      : { status: 'PAID', paidFen, paidAt, transactionId }
  return isPayable(trade, now) ? { status: 'UNPAID', declined: trade.declined === 1 } : { status: 'CLOSED' }
}

function refundedFen(ledger: Ledger, outTradeNo: string): number {
  return ledger
    .refundsOf(outTradeNo)
    .filter(refund => refund.state !== 'CLOSED')
    .reduce((sum, refund) => sum + refund.amountFen, 0)
}

async function* billOf(ledger: Ledger, day: LocalDate): AsyncIterable<BillRow> {
  const from = Date.parse(`${day}T00:00:00+08:00`)
  for (const { outTradeNo, paidFen, paidAt } of ledger.paidBetween(from, from + dayMs))
    yield { kind: 'payment', outTradeNo, outRefundNo: undefined, amountFen: paidFen, at: paidAt }
  for (const { outTradeNo, outRefundNo, amountFen, at } of ledger.refundedBetween(from, from + dayMs))
    yield { kind: 'refund', outTradeNo, outRefundNo, amountFen, at }
}
