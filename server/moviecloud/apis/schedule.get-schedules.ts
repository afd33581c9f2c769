import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { beijingTime, fen, flag, list, record, text, whole } from '../fields.ts'

const schedule = record(
  {
    scheduleId: text.optional(),
    scheduleKey: text.optional(),
    cinemaLinkId: text.optional(),
    showDateTime: beijingTime,
    hallId: text.optional(),
    standardPriceFen: fen.optional(),
    lowestPriceFen: fen.optional(),
    settlePriceFen: fen.optional(),
    ticketFeeFen: fen.optional(),
    feeType: text.optional(),
    throughStatus: flag.optional(),
    stopSellingTime: beijingTime.optional(),
    saleStatus: flag.optional(),
    sessionCode: text.optional(),
    film: record({
      filmCode: text,
      name: text.optional(),
      shortName: text.optional(),
      language: text.optional(),
      duration: whole.optional(),
      dimensional: text.optional(),
      size: text.optional(),
    }),
    benefitCardPrices: list(
      record({
        benefitPolicyCode: text,
        benefitPayPriceFen: fen,
        eachShowDiscountTickets: whole.optional(),
      }),
    ),
    areaSettlePrices: list(record({ name: text, settlePriceFen: fen })),
  },
  { ticketFeeFen: ['ticketfee', 'ticketFee'] },
)

/** 4.2 The shows of one cinema on some business days. */
export const getSchedules = declare({
  name: 'schedule.getSchedules',
  section: '4.2',
  kind: 'read',
  timeoutMs: 30_000,
  cacheMs: 20 * 60_000,
  answer: 'list',
  params: z.object({
    cinemaLinkId: required,
    startDate: z.iso.date().optional(),
    endDate: z.iso.date().optional(),
    priceQueryType: z.enum(['default', 'benefit', 'specialSeat']).optional(),
  }),
  result: list(schedule),
})
