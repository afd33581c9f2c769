import type {
  Doubt,
  StaffOrder,
  StaffOrderLine,
  StaffPayment,
  StaffRefund,
  Words,
} from '#contract/staff-orders.ts'
import { toInstant } from '#contract/time.ts'
import { shortIdLength } from '../journal/order-list.ts'
import type { Attention, OrderRecord, PaymentRecord, RefundRecord } from '../journal/record.ts'
import type { HistoryLine } from '../journal/store.ts'
import { giveTicketsBack } from '../ordering/core/commands.ts'
import { timedDoubtsOf } from '../ordering/core/doubts.ts'
import { showOf } from '../ordering/core/states.ts'
import { doubtWords } from './words/doubts.ts'
import { sayLine } from './words/history.ts'
import { declined, orderWords, paymentWords, refundWords, roleWords } from './words/states.ts'

/** An order as staff's list shows it: no pickup code, the phone masked. */
export function viewLine(order: OrderRecord, now: number): StaffOrderLine {
  const { mobile } = order.guest
  const show = showOf(order)
  return {
    id: order.id,
    short: order.id.slice(0, shortIdLength),
    createdAt: toInstant(order.createdAt),
    state: order.state,
    says: orderWords[order.state],
    doubts: doubtsOf(order, now),
    kind: order.kind,
    cinema: { cinemaId: order.ref.cinemaId, cinemaName: order.show.cinemaName },
    ...(show !== undefined && { show }),
    goods: order.quote.goods,
    seats: order.quote.lines.map(({ row, column }) => `${row}-${column}`),
    totalFen: order.quote.totalFen,
    paidFen: sum(order.payments.map(({ state }) => (state.kind === 'paid' ? state.paidFen : 0))),
    refundedFen: sum(order.refunds.map(({ state, amountFen }) => (state === 'SUCCESS' ? amountFen : 0))),
    hasTickets: hasTickets(order),
    ...(mobile !== undefined && { phoneMasked: `${mobile.slice(0, 3)}****${mobile.slice(-4)}` }),
  }
}

/** The whole order, with the pickup code while its tickets are good. */
export function viewStaffOrder(
  order: OrderRecord,
  history: { lines: readonly HistoryLine[]; intact: boolean },
  now: number,
): StaffOrder {
  const { decision, upstream, lock, nextRunAt } = order
  const ticket = decision.kind === 'TICKET' ? decision : undefined
  return {
    ...viewLine(order, now),
    payments: order.payments.map(viewPayment),
    refunds: order.refunds.map(viewRefund),
    settled: order.attention.flatMap(viewSettled),
    ...(ticket !== undefined && hasTickets(order) && { pickupCode: ticket.pickupCode }),
    ...(ticket !== undefined && { bookingNo: ticket.bookingNo }),
    ...(upstream.cloudOrderId !== undefined && { cloudOrderId: upstream.cloudOrderId }),
    ...('lockId' in lock && { lockId: lock.lockId }),
    ...(nextRunAt !== undefined && { nextLookAt: toInstant(nextRunAt) }),
    may: {
      return: order.state === 'TICKETED' && giveTicketsBack(order, now).ok,
      returnBeyondRule: order.state === 'TICKETED' && giveTicketsBack(order, now, 'beyond the rule').ok,
    },
    history: history.lines.map(sayLine),
    historyIntact: history.intact,
    now: toInstant(now),
  }
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

const hasTickets = ({ state }: OrderRecord) => state === 'TICKETED'

/** What is flagged, and what time alone puts in doubt; each reason once. */
function doubtsOf(order: OrderRecord, now: number): Doubt[] {
  const flagged = order.attention.filter(({ settled }) => settled === undefined)
  const timed = timedDoubtsOf(order, now).filter(
    ({ reason }) => !flagged.some(flag => flag.reason === reason),
  )
  return [...flagged, ...timed].map(viewDoubt)
}

const viewDoubt = ({ reason, at }: Attention): Doubt => ({
  code: reason,
  since: toInstant(at),
  ...doubtWords[reason],
})

const viewSettled = (flag: Attention) =>
  flag.settled === undefined
    ? []
    : [{ ...viewDoubt(flag), settledAt: toInstant(flag.settled.at), by: flag.settled.by }]

function viewPayment(payment: PaymentRecord): StaffPayment {
  const { state } = payment
  return {
    outTradeNo: payment.outTradeNo,
    provider: payment.provider,
    amountFen: payment.amountFen,
    says: paymentSays(payment),
    expiresAt: toInstant(payment.expiresAt),
    ...(state.kind === 'paid' && {
      paidFen: state.paidFen,
      paidAt: toInstant(state.paidAt),
      transactionId: state.transactionId,
    }),
  }
}

function paymentSays({ state, role }: PaymentRecord): Words {
  if (role !== undefined) return roleWords[role]
  return state.kind === 'open' && state.declined ? declined : paymentWords[state.kind]
}

function viewRefund(refund: RefundRecord): StaffRefund {
  const { outRefundNo, outTradeNo, amountFen, state, createdAt, lastAt } = refund
  return {
    outRefundNo,
    outTradeNo,
    amountFen,
    says: refundWords[state],
    createdAt: toInstant(createdAt),
    ...(lastAt !== undefined && { lastAt: toInstant(lastAt) }),
  }
}
