import { declare } from '../declare.ts'
import { echo, text } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 5.2 Releases locked seats that will not be paid. */
export const releaseSeats = declare({
  name: 'seat.releaseSeats',
  section: '5.2',
  kind: 'lock',
  answer: 'object',
  params: parameters({ cinemaLinkId: required, lockOrderId: required }),
  result: echo({ cinemaLinkId: text.optional(), lockOrderId: text.optional() }),
})
