import { z } from 'zod'
import { TicketToken } from './ids.ts'
import { Fen } from './money.ts'
import { OrderShow } from './order.ts'

/** Find a ticket by its QR, or by pickup code and the four digits beside it. */
export const PickupRequest = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('token'), token: TicketToken }),
  z.strictObject({
    by: z.literal('code'),
    code: z.string().regex(/^[A-Za-z0-9]{4,32}$/),
    pin: z.string().regex(/^\d{4}$/),
  }),
])
export type PickupRequest = z.infer<typeof PickupRequest>

/** A found order: everything that stands on the tickets, and whether they were printed. */
export const PickupTicket = z.object({
  show: OrderShow,
  code: z.string(),
  token: TicketToken,
  /** What waits at the counter, and the counter's own code for it. */
  goods: z.array(z.object({ name: z.string(), count: z.int() })).default([]),
  goodsCode: z.string().optional(),
  tickets: z.array(
    z.object({
      ticketNo: z.string(),
      row: z.string(),
      column: z.string(),
      sectionName: z.string(),
      ticketFen: Fen,
      feeFen: Fen,
      printed: z.boolean(),
      refunded: z.boolean(),
    }),
  ),
  /** `unknown`: the cinema could not be asked just now; the rest is from our own journal. */
  printState: z.enum(['not-printed', 'printed', 'partly-printed', 'unknown']),
})
export type PickupTicket = z.infer<typeof PickupTicket>
