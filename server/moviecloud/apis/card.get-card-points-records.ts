import { declare } from '../declare.ts'
import { beijingTime, decimal, list, record, text } from '../fields.ts'
import { cardPeriod } from '../params.ts'

/** 7.14 How a card got and lost points, 90 days back at most. */
export const getCardPointsRecords = declare({
  name: 'card.getCardPointsRecords',
  section: '7.14',
  kind: 'read',
  answer: 'list',
  params: cardPeriod,
  result: list(
    record({
      getPointsCinemaLinkId: text.optional(),
      getPoints: decimal.optional(),
      getPointsMode: text.optional(),
      refundPoints: decimal.optional(),
      getPointsDateTime: beijingTime.optional(),
    }),
  ),
})
