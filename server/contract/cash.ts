import { z } from 'zod'
import { Fen } from './money.ts'
import { AnyOrder } from './order.ts'

/** The cashier has this much in hand: at least what is asked for. */
export const CashTaken = z.strictObject({ receivedFen: Fen })
export type CashTaken = z.infer<typeof CashTaken>

export const CashReceipt = z.object({
  order: AnyOrder,
  takenFen: Fen,
  /** To be given back over the counter at once. */
  changeFen: Fen,
})
export type CashReceipt = z.infer<typeof CashReceipt>

export const CashPaidOut = z.object({
  order: AnyOrder,
  /** What was handed out just now; 0 when it had been before. */
  paidOutFen: Fen,
})
export type CashPaidOut = z.infer<typeof CashPaidOut>
