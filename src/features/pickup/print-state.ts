import type { PickupTicket } from '#contract/pickup.ts'

/** What the guest should know about her paper tickets, refunded ones left aside. */
export type PrintWord =
  | { kind: 'all-refunded' }
  | { kind: 'unknown' }
  | { kind: 'printed' }
  | { kind: 'waiting'; count: number }
  | { kind: 'partly'; printed: number; all: number }

/** Counts the tickets that still admit; a refunded one is neither printed nor waiting. */
export function printWordOf({ tickets, printState }: PickupTicket): PrintWord {
  const valid = tickets.filter(ticket => !ticket.refunded)
  if (valid.length === 0) return { kind: 'all-refunded' }
  if (printState === 'unknown') return { kind: 'unknown' }
  const printed = valid.filter(ticket => ticket.printed).length
  if (printed === valid.length) return { kind: 'printed' }
  return printed === 0
    ? { kind: 'waiting', count: valid.length }
    : { kind: 'partly', printed, all: valid.length }
}
