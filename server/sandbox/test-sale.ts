import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { encipher } from './test-cards.ts'
import { type Answer, dataOf } from './test-client.ts'

/** One call: the part of its name behind `ykse.partner.`, and its business parameters. */
export interface Request {
  api: string
  data: Readonly<Record<string, unknown>>
}
/** Makes a call and answers what came back. */
export type Ask = (api: string, data: Request['data']) => Promise<Answer>

/** Where everything can be bought, and the cards that buy there. */
export const cinemaLinkId = '681'
export const sectionId = '0000000000000001'
export const cardNumber = '68116100001'
export const cardPassword = encipher('123456')
export const mobile = '13800138000'
const seatsOfRound = 12

const Money = z.string().regex(/^\d+\.\d\d$/)
const Shows = z.array(
  z.looseObject({
    scheduleId: z.string(),
    scheduleKey: z.string(),
    hallId: z.string(),
    saleStatus: z.string(),
    settlePrice: Money.optional(),
    ticketfee: Money.optional(),
    areaSettlePrices: z.array(z.unknown()).optional(),
  }),
)
type ListedShow = z.infer<typeof Shows>[number]
const Plans = z.object({
  seatPlanList: z.array(
    z.object({
      sections: z.array(
        z.object({ seats: z.array(z.object({ seatId: z.string(), type: z.string(), damage: z.string() })) }),
      ),
    }),
  ),
})
const Sold = z.object({
  sectionList: z.array(z.object({ seats: z.array(z.object({ seatId: z.string() })) })),
})
const Locked = z.looseObject({ lockOrderId: z.string() })
const Menu = z.looseObject({
  goodsList: z.array(
    z.looseObject({ goodsId: z.string(), settlePrice: Money.optional(), isPackage: z.boolean() }),
  ),
})

export interface Lock {
  lockOrderId: string
  seatIds: readonly string[]
}

export type Sale = Awaited<ReturnType<typeof openSale>>

/**
 * Looks around cinema 681 as a partner does, and knows how to ask for what there is.
 *
 * @param round the same makes the same requests; chooses the show and is part of every number
 * @param day a business day whose shows are on sale
 */
export async function openSale(ask: Ask, { round, day }: { round: number; day: string }) {
  await ask('cinema.getCinemas', {})
  // However many rounds there are, the card that pays never runs dry.
  await ask('card.recharge', {
    cinemaLinkId,
    cardNumber,
    outTradeNo: tradeNo('S', round),
    rechargeAmount: '1000',
  })
  const range = { cinemaLinkId, startDate: day, endDate: day, priceQueryType: 'benefit' }
  const shows = dataOf(await ask('schedule.getSchedules', range), Shows)
  const settled = shows.filter(
    ({ settlePrice, saleStatus }) => settlePrice !== undefined && saleStatus === 'Y',
  )
  const byAreas = settled.find(show => show.areaSettlePrices !== undefined)
  const plain = settled.filter(({ areaSettlePrices, hallId }) => !areaSettlePrices && hallId !== '1')
  if (!byAreas) throw new Error('the programme has no show with areas')
  await ask('seat.getScheduleAreaSeats', keyOf(byAreas))
  const first = round % plain.length
  const { show, free } = await roomIn(ask, [...plain.slice(first), ...plain.slice(0, first)])
  const key = keyOf(show)
  const [snack] = dataOf(await ask('goods.getGoods', { cinemaLinkId }), Menu).goodsList
  if (!snack) throw new Error('the cinema sells nothing')

  const { settlePrice: ticketPrice = '', ticketfee: ticketFee = '0.00' } = show
  const line = { goodsId: snack.goodsId, isPackage: snack.isPackage, salePrice: snack.settlePrice ?? '' }
  const paidTicket = { paymentList: byCardAndPartner(fenOf(ticketPrice) + fenOf(ticketFee)) }
  const paidGoods = { ...line, count: 2, paymentList: byCardAndPartner(fenOf(line.salePrice) * 2) }
  const tickets = ({ seatIds }: Lock, more: object = {}) =>
    seatIds.map(seatId => ({ seatId, ticketPrice, ticketFee, ...more }))
  const order = (lock: Lock) => ({ ...key, lockOrderId: lock.lockOrderId, mobile })

  /** Two seats that nobody has. */
  const lockRequest = (name: string) => ({
    ...key,
    outLockId: `${name}-${round}`,
    seatIdList: free.splice(0, 2),
  })
  return {
    key,
    areaKey: keyOf(byAreas),
    hallId: show.hallId,
    lockRequest,
    async lock(name: string): Promise<Lock> {
      const request = lockRequest(name)
      const { lockOrderId } = dataOf(await ask('seat.lockSeats', request), Locked)
      return { lockOrderId, seatIds: request.seatIdList }
    },
    confirm: (lock: Lock) => ({ ...order(lock), ticketList: tickets(lock) }),
    confirmPaid: (lock: Lock) => ({ ...order(lock), ticketList: tickets(lock, paidTicket) }),
    mix: (lock: Lock) => ({
      ...order(lock),
      ticketList: tickets(lock),
      goodsList: [{ ...line, count: '1' }],
      paymentList: [{ paymentMethod: 'MemberCard', payCardInfo: { cardNumber, cardPassword, cinemaLinkId } }],
    }),
    mixPaid: (lock: Lock) => ({
      ...order(lock),
      ticketList: tickets(lock, paidTicket),
      goodsList: [paidGoods],
    }),
    goods: (thirdOrderId: string) => ({
      cinemaLinkId,
      thirdOrderId,
      mobile,
      goodsList: [{ ...line, count: '2' }],
    }),
    goodsPaid: (thirdOrderId: string) => ({ cinemaLinkId, thirdOrderId, mobile, goodsList: [paidGoods] }),
  }
}

/** A number of the partner's own, 24 characters. */
export const tradeNo = (name: string, round: number): string => `${name}-${String(round).padStart(22, '0')}`

const keyOf = ({ scheduleId, scheduleKey }: ListedShow) => ({ cinemaLinkId, scheduleId, scheduleKey })

/** The first of the shows that has seats enough for a round. */
async function roomIn(ask: Ask, shows: readonly ListedShow[]) {
  for (const show of shows) {
    const free = await freeSeats(ask, show)
    if (free.length >= seatsOfRound) return { show, free }
  }
  throw new Error('every show is sold out')
}

/** Ordinary seats of the show's first section. */
async function freeSeats(ask: Ask, show: ListedShow): Promise<string[]> {
  const { hallId } = show
  const plans = dataOf(await ask('seat.getSeats', { cinemaLinkId, hallId }), Plans)
  const sold = dataOf(await ask('seat.getScheduleSoldSeats', { ...keyOf(show), sectionId }), Sold)
  const gone = new Set(sold.sectionList.flatMap(({ seats }) => seats.map(({ seatId }) => seatId)))
  const seats = plans.seatPlanList[0]?.sections[0]?.seats ?? []
  return seats
    .filter(({ type, damage, seatId }) => type === 'N' && damage === 'N' && !gone.has(seatId))
    .map(({ seatId }) => seatId)
}

/** One yuan by the partner, the rest by a member card at no discount. */
const byCardAndPartner = (owedFen: number) => [
  {
    paymentMethod: 'MemberCard',
    payAmount: yuan(owedFen - 100),
    payCardInfo: { cardNumber, cardPassword, cinemaLinkId, totalDisTickets: '0' },
  },
  { paymentMethod: 'Corp', payAmount: '1.00' },
]

const fenOf = (amount: string): number => Number(amount.replace('.', ''))
