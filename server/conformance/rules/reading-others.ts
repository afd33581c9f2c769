import type { Rule } from '../rule.ts'
import { allOf, done, holds, refused, refusedWith } from '../verdict.ts'

const nowhere = '000000000000000000000'

interface Unknown {
  api: string
  section: string
  codes: readonly string[]
  what: string
  request: (cinemaLinkId: string) => object
}

/** Questions about things that do not exist, which change nothing whoever answers them. */
const unknowns: readonly Unknown[] = [
  {
    api: 'seat.getSeats',
    section: '4.3.3',
    codes: ['DATA_NOT_EXIST', 'RETURN_IS_NULL', 'HALL_RETURN_NULL', 'ILLEGAL_ARGUMENT'],
    what: 'A hall',
    request: cinemaLinkId => ({ cinemaLinkId, hallId: nowhere }),
  },
  {
    api: 'seat.getScheduleAreaSeats',
    section: '9.2.1',
    codes: ['SCHEDULE_NOT_FOUND'],
    what: 'A show',
    request: cinemaLinkId => ({ cinemaLinkId, scheduleId: '1', scheduleKey: nowhere }),
  },
  {
    api: 'order.getOrderInfo',
    section: '9.2.1',
    codes: ['ORDER_NOT_FOUND'],
    what: 'An order',
    request: cinemaLinkId => ({ cinemaLinkId, orderId: nowhere }),
  },
  {
    api: 'order.getTicketInfo',
    section: '9.2.11',
    codes: ['CONFIRMATIONID_WRONG'],
    what: 'A pickup number',
    request: cinemaLinkId => ({ cinemaLinkId, confirmationId: nowhere }),
  },
  {
    api: 'ticket.getOrderPrintStatus',
    section: '9.2.6',
    codes: ['CONFIRMATIONID_WRONG'],
    what: 'A print number',
    request: cinemaLinkId => ({ cinemaLinkId, printId: nowhere }),
  },
  {
    api: 'order.getGoodsOrderInfo',
    section: '9.2.1',
    codes: ['ORDER_NOT_FOUND'],
    what: 'A goods order',
    request: cinemaLinkId => ({ cinemaLinkId, goodsOrderId: nowhere }),
  },
  {
    api: 'card.getCardDetail',
    section: '9.2.9',
    codes: ['CARD_NOT_EXIST_ERROR'],
    what: 'A member card',
    request: cinemaLinkId => ({ cinemaLinkId, cardNumber: nowhere }),
  },
  {
    api: 'card.getCardOrderDetail',
    section: '9.2.1',
    codes: ['ORDER_NOT_FOUND', 'DATA_NOT_EXIST', 'RETURN_IS_NULL'],
    what: 'A card order',
    request: () => ({ outTradeNo: nowhere }),
  },
  {
    api: 'benefitCard.getCardDetail',
    section: '9.2.12',
    codes: ['BCARD_NOT_EXIST'],
    what: 'A benefit card',
    request: () => ({ benefitCardNumber: nowhere }),
  },
  {
    api: 'benefitCard.getCardOrderDetail',
    section: '9.2.12',
    codes: ['BCARD_ORDER_NOT_EXIST'],
    what: 'An order of a benefit card',
    request: () => ({ outTradeNo: nowhere }),
  },
]

/** What is missing though the table says that it must not be, and though nothing would change. */
const missing: readonly (Omit<Unknown, 'codes' | 'what'> & { name: string })[] = [
  {
    api: 'schedule.getSchedules',
    section: '4.2.3',
    name: 'cinemaLinkId',
    request: () => ({}),
  },
  { api: 'seat.getSeats', section: '4.3.3', name: 'hallId', request: cinemaLinkId => ({ cinemaLinkId }) },
  {
    api: 'order.getOrderInfo',
    section: '5.7.2',
    name: 'lockOrderId and orderId',
    request: cinemaLinkId => ({ cinemaLinkId }),
  },
  {
    api: 'card.getCardOrderDetail',
    section: '7.11.3',
    name: 'cardOrderId and outTradeNo',
    request: () => ({}),
  },
  {
    api: 'benefitCard.getCardOrderDetail',
    section: '8.6.3',
    name: 'benefitCardOrderId and outTradeNo',
    request: () => ({}),
  },
]

/** What else can be asked without changing anything. */
export const otherReadingRules: readonly Rule[] = [
  ...unknowns.map(
    ({ api, section, codes, what, request }): Rule => ({
      id: `reading.unknown-${api.split('.').at(-1)}${api.startsWith('benefit') ? '-of-benefit-card' : ''}`,
      api,
      section,
      mode: 'read-only',
      sentence: `${what} that does not exist is refused with ${codes.join(' or ')}.`,
      check: async ({ ask, cinema }) => refusedWith(await ask(api, request(cinema.cinemaLinkId)), ...codes),
    }),
  ),
  ...missing.map(
    ({ api, section, name, request }): Rule => ({
      id: `reading.missing-in-${api.split('.').at(-1)}${api.startsWith('benefit') ? '-of-benefit-card' : ''}`,
      api,
      section,
      mode: 'read-only',
      sentence: `Without ${name} it is refused with NULL_ARGUMENT (or 30005).`,
      check: async ({ ask, cinema }) =>
        refusedWith(await ask(api, request(cinema.cinemaLinkId)), 'NULL_ARGUMENT', '30005'),
    }),
  ),
  {
    id: 'reading.goods-once',
    api: 'goods.getGoods',
    section: '6.1.4',
    mode: 'read-only',
    sentence: 'Each thing is listed once, and at least one of a thing can be bought (maxBuyCount).',
    async check({ counter, log }) {
      const { goods, maxBuyCount } = await counter.menu()
      const answer = log.findLast(({ api }) => api === 'goods.getGoods')?.answer
      const ids = goods.map(({ goodsId }) => goodsId)
      return allOf(
        holds(new Set(ids).size === ids.length, 'a goodsId comes twice', answer),
        holds(maxBuyCount === undefined || maxBuyCount > 0, `maxBuyCount is ${maxBuyCount}`, answer),
      )
    },
  },
  {
    id: 'reading.grades-once',
    api: 'card.getCardGradeList',
    section: '7.1.4',
    mode: 'read-only',
    sentence: 'Each grade of member cards is listed once, with a type V, A, G or T.',
    async check({ memberCards, log }) {
      const grades = await memberCards.grades()
      const answer = log.findLast(({ api }) => api === 'card.getCardGradeList')?.answer
      const ids = grades.map(({ gradeId }) => gradeId)
      const other = grades.find(({ gradeType }) => !/^[VAGT]$/.test(gradeType))
      return allOf(
        holds(new Set(ids).size === ids.length, 'a gradeId comes twice', answer),
        holds(other === undefined, `grade ${other?.gradeId} has type ${other?.gradeType}`, answer),
      )
    },
  },
  {
    id: 'reading.policies',
    api: 'benefitCard.getPolicyList',
    section: '8.2.4',
    mode: 'read-only',
    sentence: 'Each policy is listed once; one that can be renewed says for how many days (addValidDays).',
    async check({ benefitCards, log }) {
      const policies = await benefitCards.policies()
      const answer = log.findLast(({ api }) => api === 'benefitCard.getPolicyList')?.answer
      const codes = policies.map(({ policyCode }) => policyCode)
      const silent = policies.find(
        ({ renewFen, addValidDays }) => renewFen !== undefined && addValidDays === undefined,
      )
      return allOf(
        holds(new Set(codes).size === codes.length, 'a benefitPolicyCode comes twice', answer),
        holds(silent === undefined, `policy ${silent?.policyCode} does not`, answer),
      )
    },
  },
  ...(['getCardConsumeRecords', 'getCardRechargeRecords', 'getCardPointsRecords'] as const).map(
    (name): Rule => ({
      id: `reading.unknown-${name}`,
      api: `card.${name}`,
      section: '9.2.9',
      mode: 'read-only',
      sentence: 'The records of a card that does not exist are refused with CARD_NOT_EXIST_ERROR.',
      async check({ ask, cinema: { cinemaLinkId }, programme }) {
        const day = programme.today()
        const request = { cinemaLinkId, cardNumber: nowhere, startDate: day, endDate: day }
        return refusedWith(await ask(`card.${name}`, request), 'CARD_NOT_EXIST_ERROR')
      },
    }),
  ),
  {
    id: 'reading.unknown-price-type',
    api: 'schedule.getSchedules',
    section: '4.2.3',
    mode: 'read-only',
    sentence:
      'priceQueryType knows default, benefit and specialSeat: specialSeat is let in, others are refused.',
    async check({ ask, cinema: { cinemaLinkId } }) {
      const ofType = (priceQueryType: string) =>
        ask('schedule.getSchedules', { cinemaLinkId, priceQueryType })
      const special = await ofType('specialSeat')
      return allOf(done(special), refused(await ofType('whatever')))
    },
  },
]
