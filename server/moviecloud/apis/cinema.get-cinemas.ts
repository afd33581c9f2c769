import { declare } from '../declare.ts'
import { givenList, list, record, text, whole } from '../fields.ts'
import { parameters } from '../params.ts'

/** 4.1 All cinemas open to the channel, with their halls. */
export const getCinemas = declare({
  name: 'cinema.getCinemas',
  section: '4.1',
  kind: 'read',
  cacheMs: 4 * 3_600_000,
  answer: 'list',
  params: parameters({}),
  result: givenList(
    record({
      cinemaLinkId: text,
      name: text,
      cinemaId: text.optional(),
      cityCode: text.optional(),
      city: text.optional(),
      hallCount: whole.optional(),
      /** Minutes before the show; absent: no refunds. */
      refundBeforeTime: whole.optional(),
      refundLimitCount: whole.optional(),
      halls: list(record({ hallId: text, name: text, seatCount: whole.optional(), type: text.optional() })),
    }),
  ),
})
