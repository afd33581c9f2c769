import { declare } from '../declare.ts'
import { list, record, text } from '../fields.ts'
import { parameters, required, some, upTo } from '../params.ts'

/** 5.1 Locks seats of a show. A lost answer cannot be looked up. */
export const lockSeats = declare({
  name: 'seat.lockSeats',
  section: '5.1',
  kind: 'lock',
  answer: 'object',
  params: parameters({
    cinemaLinkId: required,
    scheduleId: required,
    scheduleKey: required,
    outLockId: upTo(20).min(1, 'must not be empty'),
    seatIdList: some(required),
  }),
  result: record({ lockOrderId: text, outLockId: text.optional(), seats: list(record({ seatId: text })) }),
})
