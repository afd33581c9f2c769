import type { OrderRecord } from '../../journal/record.ts'
import type { Decided, Rule } from './action.ts'
import { holdRules, paymentRules } from './rules-hold.ts'
import { moneyRules } from './rules-money.ts'
import { returnRules } from './rules-return.ts'
import { ticketRules } from './rules-tickets.ts'

/** The whole engine as one table; of the rules that apply, the first wins. */
export const rules: readonly Rule[] = [
  ...moneyRules,
  ...holdRules,
  ...paymentRules,
  ...ticketRules,
  ...returnRules,
]

/**
 * What is to be done about the order now, or when to look again. A function of its arguments alone: the same
 * order at the same instant is always decided the same way.
 */
export function decide(order: OrderRecord, now: number): Decided {
  let until: number | undefined
  for (const rule of rules) {
    if (rule.in !== 'any' && !rule.in.includes(order.state)) continue
    const window = rule.when(order)
    if (window === undefined || now >= (window.until ?? Number.POSITIVE_INFINITY)) continue
    if (window.from <= now) return { rule: rule.name, ...rule.do(order, now) }
    if (window.from < (window.until ?? Number.POSITIVE_INFINITY))
      until = Math.min(until ?? Number.POSITIVE_INFINITY, window.from)
  }
  return { kind: 'rest', until }
}
