import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { encipher } from './test-cards.ts'
import type { ListedShow } from './test-cloud.ts'
import { menuAt, type Wish, wish } from './test-goods.ts'
import type { Recorder } from './test-recorder.ts'

const Locked = z.object({ lockOrderId: z.string() })
const Areas = z.object({
  sectionAreas: z.array(
    z.object({
      areaDetails: z.array(z.object({ name: z.string(), seats: z.array(z.object({ seatId: z.string() })) })),
    }),
  ),
})

const cardPassword = encipher('123456')
/** A payment of a whole order (5.3.3). */
export const byMemberCard = (cardNumber: string, info: object = {}) => ({
  paymentList: [{ paymentMethod: 'MemberCard', payCardInfo: { cardNumber, cardPassword, ...info } }],
})
export const byBenefitCard = (benefitCardNumber: string) => ({
  paymentList: [{ paymentMethod: 'BenefitCard', payCardInfo: { benefitCardNumber } }],
})

const thirdPartPayment = { thirdTradeNo: '2026112322001', outTradeNo: 'FOYER-1' }
const payCardInfo = { cardNumber: '5816100001', cardPassword, cinemaLinkId: '58', totalDisTickets: '0' }
const fenOf = (amount: string) => Math.round(Number(amount) * 100)

/** All ways to pay for one ticket or line of goods, at once (5.4.3). */
function everyWay(fen: number) {
  const pay = (paymentMethod: string, payFen: number, info: object = {}) => ({
    paymentMethod,
    payAmount: yuan(payFen),
    ...info,
  })
  return [
    pay('Ali', 100, { thirdPartPayment }),
    pay('WeChat', 100, { thirdPartPayment }),
    pay('MemberCard', 100, { payCardInfo }),
    pay('Cash', 50),
    pay('Corp', 50),
    pay('CinemaPay', fen - 400),
  ]
}

export interface Choice {
  count?: number
  /** Types of seats; ordinary ones when absent. */
  types?: string
  /** Of every ticket; what the programme says when absent. */
  price?: string
  /** Claims of every ticket (isBenefit, isCardDiscount). */
  claims?: object
}

/** Makes right requests of the confirms, their seats locked. */
export function createSelling({ cloud, must }: Recorder) {
  /** The price of every seat that lies in an area of the show. */
  async function areaPrices(show: ListedShow): Promise<ReadonlyMap<string, string>> {
    const prices = new Map<string, string>()
    if (show.areaSettlePrices === undefined) return prices
    const { sectionAreas } = await must('seat.getScheduleAreaSeats', cloud.key(show), Areas)
    for (const { name, seats } of sectionAreas.flatMap(section => section.areaDetails)) {
      const price = show.areaSettlePrices.find(area => area.name === name)?.settlePrice
      for (const { seatId } of seats) if (price !== undefined) prices.set(seatId, price)
    }
    return prices
  }

  /** Of tickets alone (5.3). */
  async function tickets(show: ListedShow, { count = 1, types, price, claims = {} }: Choice = {}) {
    const seatIds = await cloud.freeSeats(show, count, types)
    const { lockOrderId } = await must('seat.lockSeats', cloud.lockRequest(show, seatIds), Locked)
    const ofAreas = await areaPrices(show)
    const asked = cloud.confirmRequest(show, lockOrderId, seatIds, price)
    return {
      ...asked,
      ticketList: asked.ticketList.map(ticket => ({
        ...ticket,
        ticketPrice: price ?? ofAreas.get(ticket.seatId) ?? ticket.ticketPrice,
        ...claims,
      })),
    }
  }

  /** A thing by itself and a package of the cinema's menu. */
  async function goods(cinemaLinkId: string): Promise<Wish[]> {
    const menu = await menuAt(cloud, cinemaLinkId)
    const chosen = [menu.find(one => !one.isPackage), menu.find(one => one.isPackage)]
    return chosen.flatMap(one => (one ? [wish(one, 2)] : []))
  }

  return {
    tickets,
    goods,
    /** Of tickets and goods (5.5). */
    mix: async (show: ListedShow, choice?: Choice) => ({
      ...(await tickets(show, choice)),
      goodsList: await goods(show.cinemaLinkId),
    }),
  }
}
export type Selling = ReturnType<typeof createSelling>

/** The same tickets, each paid by itself (5.4). */
export const paidTickets = ({ ticketList, ...order }: Awaited<ReturnType<Selling['tickets']>>) => ({
  ...order,
  ticketList: ticketList.map(ticket => ({
    ...ticket,
    paymentList: everyWay(fenOf(ticket.ticketPrice) + fenOf(ticket.ticketFee)),
  })),
})

/** The same goods, each line paid by itself (5.6, 6.3). */
export const paidGoods = (goodsList: readonly Wish[]) =>
  goodsList.map(line => ({ ...line, paymentList: everyWay(fenOf(line.salePrice) * Number(line.count)) }))
