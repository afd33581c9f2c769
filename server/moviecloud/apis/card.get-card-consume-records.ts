import { declare } from '../declare.ts'
import { beijingTime, decimal, fen, list, record, text, whole } from '../fields.ts'
import { cardPeriod } from '../params.ts'

/** 7.12 What a card paid for, 90 days back at most. */
export const getCardConsumeRecords = declare({
  name: 'card.getCardConsumeRecords',
  section: '7.12',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'list',
  params: cardPeriod,
  result: list(
    record({
      bookingId: text.optional(),
      consumeCinemaLinkId: text.optional(),
      consumeAmountFen: fen.optional(),
      refundAmountFen: fen.optional(),
      beforeBalanceFen: fen.optional(),
      afterBalanceFen: fen.optional(),
      seats: whole.optional(),
      refundSeats: whole.optional(),
      calculatePerTicketTimes: whole.optional(),
      description: text.optional(),
      consumeDateTime: beijingTime.optional(),
      filmCode: text.optional(),
      shortName: text.optional(),
      getPoints: decimal.optional(),
      refundPoints: decimal.optional(),
    }),
  ),
})
