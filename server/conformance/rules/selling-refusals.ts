import { freeAreaSeat } from '../area-seats.ts'
import type { Probe } from '../probe.ts'
import { yuanOf } from '../reading.ts'
import type { Rule } from '../rule.ts'
import type { ConfirmRequest, Lock } from '../sale.ts'
import { refusedWith, Untried } from '../verdict.ts'

const about = { api: 'order.confirmOrder', mode: 'full' } as const

/** A confirm with one thing wrong, tried on a lock that stays open when it is refused. */
interface Wrong {
  name: string
  section: string
  sentence: string
  codes: readonly string[]
  /** @throws Untried when the show does not allow it */
  spoil: (request: ConfirmRequest, lock: Lock, probe: Probe) => object
}

const eachTicket = (request: ConfirmRequest, change: object) => ({
  ...request,
  ticketList: request.ticketList.map(line => ({ ...line, ...change })),
})

function settleFenOf({ show }: Lock): number {
  if (show.settleFen === undefined) throw new Untried('not-applicable', 'no show has a settle price')
  return show.settleFen
}

const wrongs: readonly Wrong[] = [
  {
    name: 'price-zero',
    section: '9.2.3',
    sentence: 'A ticket for nothing is refused with TICKET_PRICE_ERROR.',
    codes: ['TICKET_PRICE_ERROR'],
    spoil: request => eachTicket(request, { ticketPrice: '0.00' }),
  },
  {
    name: 'price-below-settle',
    section: '5.3.2, 9.2.3',
    sentence: 'A price below the show’s settle price is refused with LOW_THAN_SETTLE_PRICE_ERROR.',
    codes: ['LOW_THAN_SETTLE_PRICE_ERROR'],
    spoil: (request, lock) => eachTicket(request, { ticketPrice: yuanOf(settleFenOf(lock) - 1) }),
  },
  {
    name: 'price-above-settle',
    section: '5.3.2',
    sentence:
      'Where there is a settle price, a ticket costs that and no more: TICKET_PRICE_VALID_ERROR (or PAYMENT_AMOUNT_ERROR, CHANNEL_PRICE_ERROR).',
    codes: ['TICKET_PRICE_VALID_ERROR', 'PAYMENT_AMOUNT_ERROR', 'CHANNEL_PRICE_ERROR'],
    spoil: (request, lock) => eachTicket(request, { ticketPrice: yuanOf(settleFenOf(lock) + 1) }),
  },
  {
    name: 'fee',
    section: '5.3.3, 9.2.3',
    sentence: 'A fee that is not the show’s is refused with TICKET_FEE_ERROR.',
    codes: ['TICKET_FEE_ERROR'],
    spoil(request, { show }) {
      if (show.feeFen === undefined) throw new Untried('not-applicable', 'the show names no fee')
      return eachTicket(request, { ticketFee: yuanOf(show.feeFen + 1) })
    },
  },
  {
    name: 'fee-in-shanghai',
    section: '5.3.2, note 4',
    sentence: 'In Shanghai a fee of more than 12 yuan or 20 % of the price is refused with TICKET_FEE_ERROR.',
    codes: ['TICKET_FEE_ERROR'],
    spoil(request, _, { cinema }) {
      if (!cinema.cityCode.startsWith('310'))
        throw new Untried('not-applicable', 'the cinema is not in Shanghai (cityCode 310…)')
      return eachTicket(request, { ticketFee: '12.01' })
    },
  },
  {
    name: 'seat-count',
    section: '9.2.3',
    sentence: 'More tickets than seats are locked are refused with SEAT_COUNT_ERROR (or ORDER_SEAT_ERROR).',
    codes: ['SEAT_COUNT_ERROR', 'ORDER_SEAT_ERROR'],
    spoil: request => ({
      ...request,
      ticketList: [
        ...request.ticketList,
        ...request.ticketList.map(line => ({ ...line, seatId: `${line.seatId}9` })),
      ],
    }),
  },
  {
    name: 'no-mobile',
    section: '5.3.3, 9.2.1',
    sentence: 'An order without a mobile number is refused with NULL_ARGUMENT.',
    codes: ['NULL_ARGUMENT'],
    spoil: request => ({ ...request, mobile: undefined }),
  },
  {
    name: 'no-tickets',
    section: '5.3.3, 9.2.1',
    sentence: 'An order without tickets is refused with SEAT_INFO_NOT_NULL (or NULL_ARGUMENT).',
    codes: ['SEAT_INFO_NOT_NULL', 'NULL_ARGUMENT'],
    spoil: request => ({ ...request, ticketList: [] }),
  },
  {
    name: 'other-key',
    section: '9.2.1',
    sentence:
      'A scheduleKey that is not the show’s is refused with SCHEDULE_HAS_CHANGED (or SHOW_REF_SEQ_NO_UNMATCH).',
    codes: ['SCHEDULE_HAS_CHANGED', 'SHOW_REF_SEQ_NO_UNMATCH'],
    spoil: request => ({ ...request, scheduleKey: '0'.repeat(32) }),
  },
  {
    name: 'unknown-lock',
    section: '9.2.2, 9.2.3',
    sentence:
      'A lockOrderId that does not exist is refused with LOCK_SEAT_UNSUCCESS (or LOCKSEAT_UNMATCH, ORDER_NOT_FOUND, ORDER_SEAT_ERROR).',
    codes: ['LOCK_SEAT_UNSUCCESS', 'LOCKSEAT_UNMATCH', 'ORDER_NOT_FOUND', 'ORDER_SEAT_ERROR'],
    spoil: request => ({ ...request, lockOrderId: '000000000000' }),
  },
  {
    name: 'payment-method',
    section: '5.3.3, 9.2.3',
    sentence:
      'A payment method that is neither BenefitCard nor MemberCard is refused with PAYMENT_METHOD_ERROR.',
    codes: ['PAYMENT_METHOD_ERROR'],
    spoil: request => ({
      ...request,
      paymentList: [{ paymentMethod: 'membercard', payCardInfo: { cardNumber: '1' } }],
    }),
  },
  {
    name: 'unknown-card',
    section: '9.2.9',
    sentence: 'A member card that does not exist does not pay: CARD_NOT_EXIST_ERROR.',
    codes: ['CARD_NOT_EXIST_ERROR'],
    spoil: request => ({
      ...request,
      paymentList: [{ paymentMethod: 'MemberCard', payCardInfo: { cardNumber: '000000000000' } }],
    }),
  },
  {
    name: 'unknown-benefit-card',
    section: '9.2.12',
    sentence: 'A benefit card that does not exist does not pay: BCARD_NOT_EXIST.',
    codes: ['BCARD_NOT_EXIST'],
    spoil: request => ({
      ...eachTicket(request, { isBenefit: true }),
      paymentList: [{ paymentMethod: 'BenefitCard', payCardInfo: { benefitCardNumber: '000000000000' } }],
    }),
  },
]

/** Prices of shows that have no settle price, or one for each area. */
const priceRules: readonly Rule[] = [
  {
    ...about,
    id: 'selling.confirm-price-below-lowest',
    section: '5.3.2, note 3; 9.2.3',
    sentence:
      'Where there is no settle price, a price below lowestPrice is refused with LOW_THAN_LEAST_PRICE_ERROR.',
    async check({ programme, plans, sale, ask }) {
      const shows = await programme.plainShows()
      const show = shows.find(
        ({ settleFen, lowestFen }) => settleFen === undefined && lowestFen !== undefined,
      )
      if (show?.lowestFen === undefined) throw new Untried('not-applicable', 'every show has a settle price')
      const lock = await sale.lock(show, await plans.freeSeats(show, 1))
      const answer = await ask('order.confirmOrder', sale.confirmRequest(lock, show.lowestFen - 1))
      return refusedWith(answer, 'LOW_THAN_LEAST_PRICE_ERROR')
    },
  },
  {
    ...about,
    id: 'selling.confirm-price-below-area',
    section: '5.3.2, note 3; 4.2.4',
    sentence:
      'A seat in an area costs what the area does: less is refused with AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR (or LOW_THAN_SETTLE_PRICE_ERROR).',
    async check(probe) {
      const { show, seatId, priceFen } = await freeAreaSeat(probe)
      const lock = await probe.sale.lock(show, [seatId])
      const request = probe.sale.confirmRequest(lock, priceFen - 1)
      return refusedWith(
        await probe.ask('order.confirmOrder', request),
        'AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR',
        'LOW_THAN_SETTLE_PRICE_ERROR',
      )
    },
  },
]

/** Confirms that must not become tickets: specification 5.3.2, 5.3.3 and 9.2.3. */
export const refusedConfirmRules: readonly Rule[] = [
  ...priceRules,
  ...wrongs.map(
    ({ name, section, sentence, codes, spoil }): Rule => ({
      ...about,
      id: `selling.confirm-${name}`,
      section,
      sentence,
      async check(probe) {
        const lock = await probe.sale.trialLock()
        const request = spoil(probe.sale.confirmRequest(lock), lock, probe)
        return refusedWith(await probe.ask('order.confirmOrder', request), ...codes)
      },
    }),
  ),
]
