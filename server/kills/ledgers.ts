import { z } from 'zod'
import { SandboxOrder } from '#contract/sandbox-control.ts'
import type { Visit } from './guest.ts'
import type { Books } from './provider-control.ts'

/** An order as the journal's tables have it. */
export interface JournalOrder {
  id: string
  state: string
  lockId: string | null
  /** Why a person is asked to look at it. */
  doubts: string[]
  payments: { outTradeNo: string; state: string; paidFen: number }[]
  refunds: { outRefundNo: string; outTradeNo: string; amountFen: number; state: string }[]
}

/** An order as the cloud has it. */
export interface CloudOrder {
  orderId: string
  lockId: string
  scheduleId: string
  status: string
  seats: { seatId: string; fen: number }[]
}

/** Three parties' books, each read from its own, and what guests saw on their screens. */
export interface Ledgers {
  journal: readonly JournalOrder[]
  cloud: readonly CloudOrder[]
  provider: Books
  visits: readonly Visit[]
}

/** @param url where the sandbox cloud listens */
export async function readCloud(url: string): Promise<CloudOrder[]> {
  const answer = await fetch(`${url}/control/orders`)
  const { orders } = z.object({ orders: z.array(SandboxOrder) }).parse(await answer.json())
  return orders.map(order => ({
    orderId: order.orderId,
    lockId: order.lockOrderId ?? '',
    scheduleId: order.scheduleId ?? '',
    status: order.status,
    seats: order.tickets.map(({ seatId, ticketFen, feeFen }) => ({ seatId, fen: ticketFen + feeFen })),
  }))
}

const final = ['TICKETED', 'REFUNDED', 'RELEASED', 'FAILED', 'RETURNED']
const openPayment = ['creating', 'open']
const finalRefund = ['SUCCESS', 'CLOSED']

/** Whether nothing is under way any more: money and tickets are where they will stay. */
export function isSettled(order: JournalOrder): boolean {
  return (
    final.includes(order.state) &&
    !order.payments.some(({ state }) => openPayment.includes(state)) &&
    order.refunds.every(({ state }) => finalRefund.includes(state))
  )
}
