import type { Clock } from '../../kernel/clock.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { NotifyFacts, PaymentFacts, PaymentProvider, RefundFacts } from '../../payment/provider.ts'

interface Trade {
  amountFen: number
  expireAt: number
  qr: string
  state: 'UNPAID' | 'PAID' | 'CLOSED'
  declined: boolean
  paidFen: number
  paidAt: number
  createdAt: number
  closedAt: number | undefined
}

export type PaymentCall = 'create' | 'query' | 'close' | 'refund' | 'queryRefund'
export type PaymentFault = { kind: 'not-sent' } | { kind: 'before' } | { kind: 'after' } | { kind: 'refused' }

export interface PaymentsInProcess extends PaymentProvider {
  fault: (call: PaymentCall) => PaymentFault | undefined
  calls: PaymentCall[]
  readonly trades: ReadonlyMap<string, Trade>
  readonly refunds: ReadonlyMap<string, { outTradeNo: string; amountFen: number; state: RefundFacts }>
  /** The guest's phone pays the newest payment that can be paid, or this one. @returns whether it could */
  phonePays(outTradeNo?: string, amountFen?: number): boolean
  /** The provider takes money after its own deadline, which it should not. */
  phonePaysLate(outTradeNo?: string): boolean
  /** Money for a payment that the provider has already called closed, which should not be. */
  phonePaysClosed(outTradeNo: string): boolean
  phoneDeclines(): void
  /** The message that the provider sends about a payment. */
  notification(outTradeNo: string): Uint8Array
  /** What the next refunds come to. */
  refundState: RefundFacts
  finishRefund(outRefundNo: string, state: RefundFacts): void
  /** Money in, less money out. */
  balanceFen(): number
}

/** A payment provider of few words, for the engine's own tests. */
export function createPaymentsInProcess(
  clock: Clock,
  name: 'sandbox' | 'cash' = 'sandbox',
): PaymentsInProcess {
  const trades = new Map<string, Trade>()
  const refunds = new Map<string, { outTradeNo: string; amountFen: number; state: RefundFacts }>()
  let messages = 0

  const call = async <T>(name: PaymentCall, act: () => Outcome<T>): Promise<Outcome<T>> => {
    provider.calls.push(name)
    switch (provider.fault(name)?.kind) {
      case undefined:
        return act()
      case 'not-sent':
        return { kind: 'not-sent', reason: 'ECONNREFUSED' }
      case 'before':
        return { kind: 'unknown', reason: 'timeout' }
      case 'after':
        act()
        return { kind: 'unknown', reason: 'timeout' }
      case 'refused':
        return { kind: 'refused', code: 'NO', meaning: 'no' }
    }
  }

  const factsOf = (outTradeNo: string): PaymentFacts => {
    const trade = trades.get(outTradeNo)
    if (trade === undefined) return { status: 'NOT_CREATED' }
    if (trade.state === 'PAID')
      return {
        status: 'PAID',
        paidFen: trade.paidFen,
        paidAt: trade.paidAt,
        transactionId: `TX${outTradeNo}`,
      }
    // T14: expiry is never reported; unpaid until it is closed.
    if (trade.state === 'CLOSED') return { status: 'CLOSED' }
    return { status: 'UNPAID', declined: trade.declined }
  }

  const provider: PaymentsInProcess = {
    name,
    settledBy: name === 'cash' ? 'staff' : 'provider',
    fault: () => undefined,
    calls: [],
    trades,
    refunds,
    refundState: 'SUCCESS',
    create: ({ outTradeNo, amountFen, expireAt }) =>
      call('create', () => {
        const qr = `qr:${outTradeNo}`
        const known = trades.get(outTradeNo)
        if (known === undefined)
          trades.set(outTradeNo, {
            amountFen,
            expireAt,
            qr,
            state: 'UNPAID',
            declined: false,
            paidFen: 0,
            paidAt: 0,
            createdAt: clock.now(),
            closedAt: undefined,
          })
        else if (known.state === 'CLOSED') return { kind: 'refused', code: 'CLOSED', meaning: 'closed' }
        return done({ qr })
      }),
    query: outTradeNo => call('query', () => done(factsOf(outTradeNo))),
    close: outTradeNo =>
      call('close', () => {
        const trade = trades.get(outTradeNo)
        if (trade === undefined)
          trades.set(outTradeNo, {
            amountFen: 0,
            expireAt: 0,
            qr: '',
            state: 'CLOSED',
            declined: false,
            paidFen: 0,
            paidAt: 0,
            createdAt: clock.now(),
            closedAt: clock.now(),
          })
        else if (trade.state === 'PAID') return done('ALREADY_PAID' as const)
        else Object.assign(trade, { state: 'CLOSED', closedAt: trade.closedAt ?? clock.now() })
        return done('CLOSED' as const)
      }),
    refund: ({ outRefundNo, outTradeNo, amountFen }) =>
      call('refund', () => {
        const known = refunds.get(outRefundNo)
        if (known !== undefined) return done(known.state)
        if (trades.get(outTradeNo)?.state !== 'PAID')
          return { kind: 'refused', code: 'NOT_PAID', meaning: 'not paid' }
        refunds.set(outRefundNo, { outTradeNo, amountFen, state: provider.refundState })
        return done(provider.refundState)
      }),
    queryRefund: outRefundNo =>
      call('queryRefund', () => done(refunds.get(outRefundNo)?.state ?? ('NOT_FOUND' as const))),
    parseNotify(raw): NotifyFacts | 'REJECT' {
      const [notifyId = '', outTradeNo = '', signature = ''] = Buffer.from(raw).toString('utf8').split('|')
      return signature === 'signed' ? { notifyId, outTradeNo, facts: factsOf(outTradeNo) } : 'REJECT'
    },
    async *bill() {
      for (const [outTradeNo, trade] of trades)
        if (trade.state === 'PAID')
          yield {
            kind: 'payment',
            outTradeNo,
            outRefundNo: undefined,
            amountFen: trade.paidFen,
            at: trade.paidAt,
          }
    },
    phonePays(outTradeNo, amountFen) {
      const payable = [...trades.entries()].filter(
        ([, trade]) => trade.state === 'UNPAID' && clock.now() <= trade.expireAt,
      )
      const [, trade] =
        (outTradeNo === undefined ? payable.at(-1) : payable.find(([no]) => no === outTradeNo)) ?? []
      if (trade === undefined) return false
      Object.assign(trade, { state: 'PAID', paidFen: amountFen ?? trade.amountFen, paidAt: clock.now() })
      return true
    },
    phonePaysLate(outTradeNo) {
      const [, trade] =
        [...trades].findLast(
          ([no, one]) =>
            (outTradeNo === undefined || no === outTradeNo) &&
            one.state === 'UNPAID' &&
            clock.now() > one.expireAt,
        ) ?? []
      if (trade === undefined) return false
      Object.assign(trade, { state: 'PAID', paidFen: trade.amountFen, paidAt: clock.now() })
      return true
    },
    phonePaysClosed(outTradeNo) {
      const trade = trades.get(outTradeNo)
      if (trade?.state !== 'CLOSED' || trade.amountFen === 0) return false
      Object.assign(trade, { state: 'PAID', paidFen: trade.amountFen, paidAt: clock.now() })
      return true
    },
    phoneDeclines() {
      const trade = [...trades.values()].at(-1)
      if (trade !== undefined) trade.declined = true
    },
    notification(outTradeNo) {
      messages += 1
      return Buffer.from(`N${messages}|${outTradeNo}|signed`)
    },
    finishRefund(outRefundNo, state) {
      const refund = refunds.get(outRefundNo)
      if (refund !== undefined) refund.state = state
    },
    balanceFen() {
      const paid = [...trades.values()].reduce((sum, trade) => sum + trade.paidFen, 0)
      const back = [...refunds.values()]
        .filter(refund => refund.state === 'SUCCESS')
        .reduce((sum, refund) => sum + refund.amountFen, 0)
      return paid - back
    },
  }
  return provider
}
