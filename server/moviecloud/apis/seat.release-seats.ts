import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { record, text } from '../fields.ts'

/** 5.2 Releases locked seats that will not be paid. */
export const releaseSeats = declare({
  name: 'seat.releaseSeats',
  section: '5.2',
  kind: 'lock',
  answer: 'object',
  params: z.object({ cinemaLinkId: required, lockOrderId: required }),
  result: record({ cinemaLinkId: text.optional(), lockOrderId: text.optional() }),
})
