import { z } from 'zod'
import type { Books, Trade } from './books.ts'
import type { Notices } from './notices.ts'
import type { StandInServer } from './stand-in-server.ts'

/**
 * What a test, or a harness over HTTP (`POST /stand-in/control` with this as JSON), can make of a stand-in: the guest's
 * phone, the bank behind refunds, the line in between, and a look into its books.
 */
export const Act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('scan'), qr: z.string() }),
  z.object({
    act: z.literal('pay'),
    qr: z.string(),
    /** Pays although the time is over. */
    late: z.boolean().default(false),
    /** Pays another amount than asked. */
    amountFen: z.int().optional(),
  }),
  z.object({ act: z.literal('decline'), qr: z.string() }),
  z.object({
    act: z.literal('notify'),
    outTradeNo: z.string(),
    /** Tells another amount than was paid. */
    amountFen: z.int().optional(),
    times: z.int().default(1),
  }),
  z.object({ act: z.literal('notices'), mode: z.enum(['send', 'lose']) }),
  z.object({
    act: z.literal('trouble'),
    api: z.string().default('*'),
    trouble: z.enum(['drop', 'lose', 'cut', 'hold', 'page', 'busy', 'unsigned', 'forged']),
    times: z.int().default(1),
    /** After so long a held answer goes on by itself. */
    holdMs: z.int().optional(),
  }),
  z.object({ act: z.literal('let go') }),
  z.object({
    act: z.literal('refunds'),
    mode: z.enum(['success', 'processing', 'abnormal', 'closed', 'low-balance']),
  }),
  z.object({
    act: z.literal('settle'),
    outRefundNo: z.string(),
    state: z.enum(['SUCCESS', 'CLOSED', 'ABNORMAL']),
  }),
  z.object({ act: z.literal('books') }),
])
export type Act = z.input<typeof Act>

/** What acts answer: whether the phone could do it, or the books as they stand. */
export type ActResult =
  | boolean
  | { trades: Trade[]; refunds: Books['refunds'] extends Map<string, infer R> ? R[] : never }

/** @param parts.tell sends the message about a trade, with another amount when one is given */
export function createControl(parts: {
  books: Books
  notices: Notices
  server: () => StandInServer
  tell: (trade: Trade, amountFen?: number) => Promise<void>
}): (act: Act) => Promise<ActResult> {
  const { books, notices, server, tell } = parts
  return async input => {
    const act = Act.parse(input)
    switch (act.act) {
      case 'scan':
        return books.scan(act.qr)
      case 'pay': {
        const { late, amountFen } = act
        const paid = books.pay(act.qr, { late, ...(amountFen !== undefined && { amountFen }) })
        const trade = books.byQr(act.qr)
        if (paid && trade !== undefined) await tell(trade)
        return paid
      }
      case 'decline':
        return books.decline(act.qr)
      case 'notify': {
        const trade = books.trades.get(act.outTradeNo)
        for (let i = 0; trade !== undefined && i < act.times; i++) await tell(trade, act.amountFen)
        return trade !== undefined
      }
      case 'notices':
        notices.mode = act.mode
        return true
      case 'trouble':
        server().trouble(act.api, act.trouble, act.times, act.holdMs)
        return true
      case 'let go':
        server().letGo()
        return true
      case 'refunds':
        books.refundMode = act.mode
        return true
      case 'settle': {
        const refund = [...books.refunds.values()].find(one => one.outRefundNo === act.outRefundNo)
        if (refund !== undefined) refund.state = act.state
        return refund !== undefined
      }
      case 'books':
        return { trades: [...books.trades.values()], refunds: [...books.refunds.values()] }
    }
  }
}
