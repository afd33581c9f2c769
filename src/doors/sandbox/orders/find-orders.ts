import type { SandboxOrder } from '#contract/sandbox-control.ts'

/**
 * The orders that have what is looked for in any of their numbers, newest first. Blanks do not count: codes are read
 * out and copied in groups.
 */
export function findOrders(orders: readonly SandboxOrder[], find: string): SandboxOrder[] {
  const sought = find.replace(/\s/g, '').toLowerCase()
  const newestFirst = orders.toReversed()
  if (sought === '') return newestFirst
  return newestFirst.filter(order => numbersOf(order).some(number => number.toLowerCase().includes(sought)))
}

function numbersOf(order: SandboxOrder): string[] {
  const { orderId, lockOrderId, confirmationId, scheduleId, mobile, tickets } = order
  return [orderId, lockOrderId, confirmationId, scheduleId, mobile, ...tickets.map(t => t.ticketNo)].flatMap(
    number => number ?? [],
  )
}

/** What was paid for all of an order, fen. */
export function totalFen({ tickets, goods }: SandboxOrder): number {
  const forTickets = tickets.reduce((sum, { ticketFen, feeFen }) => sum + ticketFen + feeFen, 0)
  return goods.reduce((sum, { saleFen, count }) => sum + saleFen * count, forTickets)
}
