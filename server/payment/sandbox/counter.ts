import type { Clock } from '../../kernel/clock.ts'
import type { Ledger, Trade } from './ledger.ts'
import { merchantId, type Notification } from './notification.ts'

/** What the guest's phone can do with a payment. */
export interface Counter {
  /** The payment behind a QR as it stands now. */
  look(token: string): Payable | undefined
  /** Pays the whole amount, once. */
  pay(token: string): Payable | undefined
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

/** `mint` makes ids that nobody can guess; `onMessage` is told that a message waits to be delivered. */
export function createCounter(parts: {
  ledger: Ledger
  clock: Clock
  mint: () => string
  onMessage: () => void
}): Counter {
  const { ledger, clock, mint, onMessage } = parts

  const tell = (trade: Trade, status: Notification['status']) => {
    const { outTradeNo, paidFen, paidAt, transactionId } = trade
    const notifyId = mint()
    const body: Notification = { notifyId, merchantId, outTradeNo, status, paidFen, paidAt, transactionId }
    ledger.insertMessage({
      id: notifyId,
      body: JSON.stringify(body),
      tries: 0,
      nextAt: clock.now(),
      delivered: 0,
    })
  }

  /** Changes a payable trade and writes the message about it, both or neither. */
  const change = (
    token: string,
    status: Notification['status'],
    edit: (trade: Trade) => Trade,
  ): Payable | undefined => {
    const after = ledger.atOnce(() => {
      const trade = ledger.tradeByToken(token)
      if (trade === undefined || !isPayable(trade, clock.now())) return trade
      const next = edit(trade)
      ledger.updateTrade(next)
      tell(next, status)
      return next
    })
    onMessage()
    return after && payableOf(after, clock.now())
  }

  return {
    look(token) {
      const trade = ledger.tradeByToken(token)
      return trade && payableOf(trade, clock.now())
    },
    pay: token =>
      change(token, 'PAID', trade => ({
        ...trade,
        state: 'PAID',
        declined: 0,
        paidFen: trade.amountFen,
        paidAt: clock.now(),
        transactionId: mint(),
      })),
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
