import { declare } from '../declare.ts'
import { givenList, list, record, text } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 4.4 Which seats belong to which price area; only for shows with areaSettlePrices. */
export const getScheduleAreaSeats = declare({
  name: 'seat.getScheduleAreaSeats',
  section: '4.4',
  kind: 'read',
  cacheMs: 10 * 60_000,
  answer: 'object',
  params: parameters({ cinemaLinkId: required, scheduleId: required, scheduleKey: required }),
  result: record({
    cinemaLinkId: text.optional(),
    scheduleId: text.optional(),
    scheduleKey: text.optional(),
    sectionAreas: givenList(
      record({
        sectionId: text,
        areaDetails: list(
          record({ name: text, code: text.optional(), seats: list(record({ seatId: text })) }),
        ),
      }),
    ),
  }),
})
