import { declare } from '../declare.ts'
import { beijingTime, fen, flag, list, record, text, whole } from '../fields.ts'
import { dayText, oneOf, parameters, required } from '../params.ts'

const schedule = record(
  {
    scheduleId: text.optional(),
    scheduleKey: text.optional(),
    cinemaLinkId: text.optional(),
    showDateTime: beijingTime.optional(),
    hallId: text.optional(),
    standardPriceFen: fen.optional(),
    lowestPriceFen: fen.optional(),
    settlePriceFen: fen.optional(),
    ticketfeeFen: fen.optional(),
    feeType: text.optional(),
    throughStatus: flag.optional(),
    stopSellingTime: beijingTime.optional(),
    saleStatus: flag.optional(),
    sessionCode: text.optional(),
    film: record({
      filmCode: text.optional(),
      name: text.optional(),
      shortName: text.optional(),
      language: text.optional(),
      duration: whole.optional(),
      dimensional: text.optional(),
      size: text.optional(),
    }).optional(),
    benefitCardPrices: list(
      record({
        benefitPolicyCode: text,
        benefitPayPriceFen: fen,
        eachShowDiscountTickets: whole.optional(),
      }),
    ),
    areaSettlePrices: list(record({ name: text, settlePriceFen: fen })),
  },
  { ticketfeeFen: ['ticketfee', 'ticketFee'] },
)

/** 4.2 The shows of one cinema on some business days. */
export const getSchedules = declare({
  name: 'schedule.getSchedules',
  section: '4.2',
  kind: 'read',
  timeoutMs: 30_000,
  cacheMs: 20 * 60_000,
  answer: 'list',
  params: parameters({
    cinemaLinkId: required,
    startDate: dayText.optional(),
    endDate: dayText.optional(),
    priceQueryType: oneOf('default', 'benefit', 'specialSeat').optional(),
  }),
  result: list(schedule),
})
