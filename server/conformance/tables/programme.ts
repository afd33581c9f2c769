import { day, digits, money, openWords, time, wholeNumber, words, yesNo } from './forms.ts'
import { array, dataList, field, object, optional, table } from './notation.ts'

/** The types of halls (4.1.4); an example of 7.1.5 has M as well. */
export const hallType = openWords(['N', 'I', 'Y'])

export const getCinemas = table(
  '4.1',
  'ykse.partner.cinema.getCinemas',
  [],
  dataList([
    field('cinemaLinkId', 'String'),
    field('name', 'String'),
    field('cinemaId', 'String', { form: digits(8) }),
    field('cityCode', 'String', { form: digits(6) }),
    field('city', 'String'),
    field('hallCount', 'Integer'),
    optional('refundBeforeTime', 'String', { form: wholeNumber }),
    optional('refundLimitCount', 'String', { form: wholeNumber }),
    field(
      'halls',
      array([
        field('hallId', 'String'),
        field('name', 'String'),
        field('seatCount', 'Integer'),
        field('type', 'String', { form: hallType }),
      ]),
    ),
  ]),
)

export const getSchedules = table(
  '4.2',
  'ykse.partner.schedule.getSchedules',
  [
    field('cinemaLinkId', 'String'),
    optional('startDate', 'String', { form: day }),
    optional('endDate', 'String', { form: day }),
    optional('priceQueryType', 'String', { form: words(['default', 'benefit', 'specialSeat']) }),
  ],
  dataList([
    field('scheduleId', 'String'),
    field('scheduleKey', 'String'),
    field('cinemaLinkId', 'String'),
    field('showDateTime', 'String', { form: time }),
    field('hallId', 'String'),
    field('standardPrice', 'String', { form: money }),
    field('lowestPrice', 'String', { form: money }),
    // With neither this nor areaSettlePrices the price is what channel and cinema agreed on (5.3.2, note 3).
    optional('settlePrice', 'String', { form: money }),
    // Where the programme does not tell the fee, channel and cinema agreed on it (5.3.3, ticketList).
    optional('ticketfee', 'String', { form: money, alsoNamed: ['ticketFee'] }),
    field('feeType', 'String', { form: words(['order', 'ticket']) }),
    field('throughStatus', 'String', { form: yesNo }),
    field('stopSellingTime', 'String', { form: time }),
    field('saleStatus', 'String', { form: yesNo }),
    field('sessionCode', 'String'),
    field(
      'film',
      object([
        field('name', 'String'),
        field('shortName', 'String'),
        field('filmCode', 'String'),
        field('language', 'String'),
        field('duration', 'Integer'),
        field('dimensional', 'String', { form: openWords(['2D', '3D', '4D']) }),
        field('size', 'String', { form: openWords(['NORMAL', 'IMAX', 'DMAX']) }),
      ]),
    ),
    optional(
      'benefitCardPrices',
      array([
        field('benefitPolicyCode', 'String'),
        field('benefitPayPrice', 'String', { form: money }),
        optional('eachShowDiscountTickets', 'Integer'),
      ]),
    ),
    optional(
      'areaSettlePrices',
      array([field('name', 'String'), field('settlePrice', 'String', { form: money })]),
    ),
  ]),
)
