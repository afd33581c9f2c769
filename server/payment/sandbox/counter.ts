import type { Clock } from '../../kernel/clock.ts'
import type { Ledger, Trade } from './ledger.ts'
import { merchantId, type Notification } from './notification.ts'

/** Ways of paying that go wrong, for whoever tests a merchant: the money moves, and something about it is odd. */
export const mishaps = [
  'pay-short', // a fen too little
  'pay-late', // after its end, or after it was closed: no provider ought to, and some have
  'pay-silent', // the message about it never comes
  'pay-slow-news', // the message comes two minutes later
  'pay-echo', // the same message comes three times
] as const
export type Mishap = (typeof mishaps)[number]

/** What the guest's phone can do with a payment. */
export interface Counter {
  /** The payment behind a QR as it stands now. */
  look(token: string): Payable | undefined
  /** Pays the whole amount, once. */
  pay(token: string): Payable | undefined
  /** Pays, and something about it goes wrong. */
  payAmiss(token: string, mishap: Mishap): Payable | undefined
  /** Leaves it unpaid; the guest may still change their mind. */
  decline(token: string): Payable | undefined
}

export interface Payable {
  status: 'payable' | 'declined' | 'paid' | 'expired' | 'closed'
  merchant: string
  subject: string
  amountFen: number
  expireAt: number
}

const slowNewsMs = 120_000

/** `mint` makes ids that nobody can guess; `onMessage` is told that a message waits to be delivered. */
export function createCounter(parts: {
  ledger: Ledger
  clock: Clock
  mint: () => string
  onMessage: () => void
}): Counter {
  const { ledger, clock, mint, onMessage } = parts

  /** @param news how often the message is sent, and after how many ms */
  const tell = (trade: Trade, status: Notification['status'], news = { copies: 1, afterMs: 0 }) => {
    const { outTradeNo, paidFen, paidAt, transactionId } = trade
    const notifyId = mint()
    const body: Notification = { notifyId, merchantId, outTradeNo, status, paidFen, paidAt, transactionId }
    for (let copy = 0; copy < news.copies; copy++)
      ledger.insertMessage({
        id: copy === 0 ? notifyId : `${notifyId} ${copy}`,
        body: JSON.stringify(body),
        tries: 0,
        nextAt: clock.now() + news.afterMs,
        delivered: 0,
      })
  }

  /** Changes a trade that can be changed and writes the message about it, both or neither. */
  const change = (
    token: string,
    status: Notification['status'],
    edit: (trade: Trade) => Trade,
    {
      can = (trade: Trade) => isPayable(trade, clock.now()),
      news,
    }: { can?: (trade: Trade) => boolean; news?: { copies: number; afterMs: number } } = {},
  ): Payable | undefined => {
    const after = ledger.atOnce(() => {
      const trade = ledger.tradeByToken(token)
      if (trade === undefined || !can(trade)) return trade
      const next = edit(trade)
      ledger.updateTrade(next)
      tell(next, status, news)
      return next
    })
    onMessage()
    return after && payableOf(after, clock.now())
  }

  const paid = (trade: Trade, paidFen = trade.amountFen, paidAt = clock.now()): Trade => ({
    ...trade,
    state: 'PAID',
    declined: 0,
    paidFen,
    paidAt,
    transactionId: mint(),
  })

  return {
    look(token) {
      const trade = ledger.tradeByToken(token)
      return trade && payableOf(trade, clock.now())
    },
    pay: token => change(token, 'PAID', trade => paid(trade)),
    payAmiss(token, mishap) {
      switch (mishap) {
        case 'pay-short':
          return change(token, 'PAID', trade => paid(trade, trade.amountFen - 1))
        case 'pay-late': {
          const late = (trade: Trade) =>
            paid(trade, trade.amountFen, Math.max(clock.now(), trade.expireAt + 1000))
          return change(token, 'PAID', late, { can: trade => trade.state !== 'PAID' })
        }
        case 'pay-silent':
          return change(token, 'PAID', trade => paid(trade), { news: { copies: 0, afterMs: 0 } })
        case 'pay-slow-news':
          return change(token, 'PAID', trade => paid(trade), { news: { copies: 1, afterMs: slowNewsMs } })
        case 'pay-echo':
          return change(token, 'PAID', trade => paid(trade), { news: { copies: 3, afterMs: 0 } })
      }
    },
    decline: token => change(token, 'DECLINED', trade => ({ ...trade, declined: 1 })),
  }
}

/** The provider keeps the deadline itself, whatever the merchant does. */
export function isPayable(trade: Trade, now: number): boolean {
  return trade.state === 'UNPAID' && now <= trade.expireAt
}

function payableOf(trade: Trade, now: number): Payable {
  const { merchant, subject, amountFen, expireAt } = trade
  return { status: statusOf(trade, now), merchant, subject, amountFen, expireAt }
}

function statusOf(trade: Trade, now: number): Payable['status'] {
  if (trade.state === 'PAID') return 'paid'
  if (trade.state === 'CLOSED') return 'closed'
  if (now > trade.expireAt) return 'expired'
  return trade.declined === 1 ? 'declined' : 'payable'
}
