import { declare } from '../declare.ts'
import { day, flag, givenList, record, text, whole } from '../fields.ts'
import { parameters, required } from '../params.ts'

const seat = record({
  seatId: text,
  rowId: text,
  columnId: text,
  x: whole,
  y: whole,
  /** N, W, L, R, H, Z; a letter that is not in the table stays as it is. */
  type: text.optional(),
  damage: flag.optional(),
})

/** 4.3 The plans of a hall, each from its effective date on. */
export const getSeats = declare({
  name: 'seat.getSeats',
  section: '4.3',
  kind: 'read',
  timeoutMs: 30_000,
  cacheMs: 2 * 3_600_000,
  answer: 'object',
  params: parameters({ cinemaLinkId: required, hallId: required }),
  result: record({
    cinemaLinkId: text.optional(),
    hallId: text.optional(),
    seatPlanList: givenList(
      record({
        effectiveDate: day.optional(),
        sections: givenList(record({ sectionId: text, name: text.optional(), seats: givenList(seat) })),
      }),
    ),
  }),
})
