import { declare } from '../declare.ts'
import { beijingTime, decimal, fen, list, record, text } from '../fields.ts'
import { cardPeriod } from '../params.ts'

/** 7.13 What was added to a card, 90 days back at most. */
export const getCardRechargeRecords = declare({
  name: 'card.getCardRechargeRecords',
  section: '7.13',
  kind: 'read',
  answer: 'list',
  params: cardPeriod,
  result: list(
    record({
      rechargeBookingId: text.optional(),
      rechargeCinemaLinkId: text.optional(),
      rechargeAmountFen: fen.optional(),
      afterBalanceFen: fen.optional(),
      beforeBalanceFen: fen.optional(),
      getPoints: decimal.optional(),
      rechargeDateTime: beijingTime.optional(),
    }),
  ),
})
