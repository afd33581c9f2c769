import { declare } from '../declare.ts'
import { list, record, text } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 4.5 Seats of one section that cannot be bought: sold, locked, damaged. Never to be cached. */
export const getScheduleSoldSeats = declare({
  name: 'seat.getScheduleSoldSeats',
  section: '4.5',
  kind: 'read',
  answer: 'object',
  params: parameters({
    cinemaLinkId: required,
    sectionId: required,
    scheduleId: required,
    scheduleKey: required,
  }),
  result: record({
    cinemaLinkId: text.optional(),
    scheduleId: text.optional(),
    scheduleKey: text.optional(),
    sectionList: list(record({ sectionId: text, seats: list(record({ seatId: text })) })),
  }),
})
