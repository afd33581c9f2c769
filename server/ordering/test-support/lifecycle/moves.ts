import { type OrderRecord, type OrderState, orderStates } from '../../../journal/record.ts'
import type { Decided } from '../../core/action.ts'
import { type Answered, giveTicketsBack, giveUp, requestPayment } from '../../core/commands.ts'
import { decide, rules } from '../../core/decide.ts'
import { intend } from '../../core/intend.ts'
import { holdCases } from '../cases-hold.ts'
import { incomeCases } from '../cases-income.ts'
import { moneyCases } from '../cases-money.ts'
import { paymentCases } from '../cases-payment.ts'
import { returnCases } from '../cases-return.ts'
import { ticketCases } from '../cases-tickets.ts'
import { anOrder, aPayment, held, t0 } from '../record.ts'

/** A way from one state to another, and what leads there: a rule of the table by its name, or the guest. */
export interface Move {
  readonly from: OrderState
  readonly to: OrderState
  readonly by: string
}

/**
 * Every move that the production rules make of the orders of their own test cases, and that a guest's wish makes of
 * them; each once, in the order of the states and of the table.
 */
export function allMoves(): Move[] {
  const moves = [...ruleMoves(), ...guestMoves()].filter(({ from, to }) => from !== to)
  const once = new Map(moves.map(move => [`${move.from} ${move.to} ${move.by}`, move]))
  return [...once.values()].sort(
    (a, b) =>
      orderStates.indexOf(a.from) - orderStates.indexOf(b.from) ||
      orderStates.indexOf(a.to) - orderStates.indexOf(b.to) ||
      placeOf(a) - placeOf(b),
  )
}

/** Rules as they stand in the table, the guest after them. */
function placeOf({ by }: Move): number {
  const place = rules.findIndex(({ name }) => name === by)
  return place < 0 ? rules.length : place
}

const given: readonly (readonly [order: OrderRecord, now: number])[] = [
  ...[holdCases, paymentCases, moneyCases, ticketCases, returnCases].flatMap(cases =>
    cases.map(([, order, now]) => [order, now] as const),
  ),
  ...incomeCases.map(([, order]) => [order, t0] as const),
]

function ruleMoves(): Move[] {
  return given.map(([order, now]) => {
    const decided = decide(order, now)
    const by = decided.kind === 'rest' ? '' : decided.rule
    return { from: order.state, to: stateAfter(order, decided, now), by }
  })
}

function stateAfter(order: OrderRecord, decided: Decided, now: number): OrderState {
  switch (decided.kind) {
    case 'rest':
      return order.state
    case 'become':
      return decided.order.state
    case 'freeze':
      // The worker makes the bytes and goes on with them (worker.ts).
      return 'CONFIRMING'
    case 'send':
      return intend(order, decided.effect, now).state
  }
}

const payByCard = 'guest pays by card alone'

function guestMoves(): Move[] {
  const price = anOrder().quote
  const wish = { quoteHash: price.hash, mobile: undefined, outTradeNos: ['F8', 'F9'] }
  const byQr = { ...wish, shares: [{ by: 'sandbox', amountFen: price.totalFen }] } as const
  const byCard = { ...wish, shares: [{ by: 'card', amountFen: price.totalFen }] } as const
  const wishes: readonly (readonly [by: string, (order: OrderRecord) => Answered])[] = [
    ['guest pays', order => requestPayment(order, byQr, t0)],
    [payByCard, order => requestPayment(order, byCard, t0)],
    ['guest gives up', order => giveUp(order, 'cancelled', t0)],
    ['guest gives the tickets back', order => giveTicketsBack(order, t0, 'beyond the rule')],
  ]
  const orders = [
    anOrder({ state: 'LOCKED', lock: held }),
    ...given.map(([order]) => order),
    anOrder({ state: 'PAYING', lock: held, payments: [aPayment()] }),
  ]
  return orders.flatMap(order =>
    wishes.flatMap(([by, act]) => {
      const answered = act(order)
      // Of an order that is paid in part the shares are fixed: the card is not heard.
      const heard = answered.ok && !(by === payByCard && answered.order.state === 'PAYING')
      return heard ? [{ from: order.state, to: answered.order.state, by }] : []
    }),
  )
}
