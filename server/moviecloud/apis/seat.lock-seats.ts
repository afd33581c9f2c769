import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { list, record, text } from '../fields.ts'

/** 5.1 Locks seats of a show. A lost answer cannot be looked up. */
export const lockSeats = declare({
  name: 'seat.lockSeats',
  section: '5.1',
  kind: 'lock',
  answer: 'object',
  params: z.object({
    cinemaLinkId: required,
    scheduleId: required,
    scheduleKey: required,
    outLockId: z.string().min(1).max(20),
    seatIdList: z.array(required).min(1),
  }),
  result: record({ lockOrderId: text, outLockId: text.optional(), seats: list(record({ seatId: text })) }),
})
