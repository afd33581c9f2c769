import type { z } from 'zod'
import { done, type Outcome } from '../kernel/outcome.ts'
import type { PaymentFacts } from './provider.ts'

/** What `read` makes of a provider's answer; one of another form, or about something else, is unknown. */
export function understood<T, V>(
  answer: Outcome<unknown>,
  schema: z.ZodType<T>,
  read: (node: T) => V | undefined,
): Outcome<V> {
  if (answer.kind !== 'done') return answer
  const node = schema.safeParse(answer.value)
  const value = node.success ? read(node.data) : undefined
  return value === undefined ? { kind: 'unknown', reason: 'an answer of another form' } : done(value)
}

/** What a query proves about a close; a payment that is merely unpaid is not closed. */
export function closedAs(facts: Outcome<PaymentFacts>): Outcome<'CLOSED' | 'ALREADY_PAID'> {
  if (facts.kind !== 'done') return facts
  switch (facts.value.status) {
    case 'PAID':
    case 'REFUNDED':
      return done('ALREADY_PAID')
    case 'CLOSED':
      return done('CLOSED')
    case 'UNPAID':
    case 'NOT_CREATED':
      return { kind: 'unknown', reason: `not closed, but ${facts.value.status}` }
  }
}
