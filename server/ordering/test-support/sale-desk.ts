import { randomUUID } from 'node:crypto'
import type { CardRequest } from '#contract/cards.ts'
import type { GoodsWish } from '#contract/concessions.ts'
import type { Hall } from '#contract/hall.ts'
import type { AnyOrder, OrderKind, PaymentPart } from '#contract/order.ts'
import { readBooks, readCards } from '../../test-support/books.ts'
import { createStaffMember } from '../../test-support/staff-member.ts'
import { startHouse } from '../../test-support/start-house.ts'

/** A cinema that sells everything and takes every card; the sandbox's own (docs/sandbox.md). */
export const cinemaId = '681'
export const popcorn = { goodsId: '1728', count: 2 }
export const mealForTwo = { goodsId: '1802', count: 1 }
/** 500 yuan on it, and a price of its own for tickets. */
export const goldCard = { kind: 'member', number: '68116100001', password: '123456' } as const
/** 35.50 yuan on it. */
export const silverCard = { kind: 'member', number: '68116100002', password: '123456' } as const
export const benefitCard = { kind: 'benefit', number: '160527947000000002' } as const

export const at = ({ id }: AnyOrder) => ({ params: { orderId: id } })

/** The whole house with a guest, a cashier and everybody's books; all that happens in it happens over HTTP. */
export async function openSaleDesk() {
  const house = await startHouse()
  const { guest } = house
  const cashier = await createStaffMember(house.url, 'cashier')
  const hall = await findHall(house)
  return {
    house,
    guest,
    cashier,
    hall,
    /** An order of this kind that nobody pays yet. */
    async begin(kind: OrderKind, seats = 2, goods: GoodsWish[] = [popcorn, mealForTwo]): Promise<AnyOrder> {
      if (kind === 'goods')
        return guest.get('createGoodsOrder', { body: { intentId: randomUUID(), cinemaId, goods } })
      const held = await guest.hold(hall.showId, await guest.freeSeats(hall, seats))
      if (!held.ok) throw new Error(held.error.code)
      if (kind === 'ticket') return held.value
      return guest.get('changeBasket', { ...at(held.value), body: { goods } })
    },
    withCard: (order: AnyOrder, card: CardRequest) => guest.get('presentCard', { ...at(order), body: card }),
    /** Opens the payments: at the guest's own screen, or with a cashier where a part is cash. */
    pay(order: AnyOrder, parts?: PaymentPart[]): Promise<AnyOrder> {
      const { hash: quoteHash } = order.quote
      const body = { quoteHash, refundRuleAgreed: true, mobile: '13900001111', ...(parts && { parts }) }
      return parts?.some(({ by }) => by === 'cash') === true
        ? cashier.get('createStaffPayment', { ...at(order), body })
        : guest.get('createPayment', { ...at(order), body })
    },
    takeCash: (order: AnyOrder, receivedFen: number) =>
      cashier.get('takeCash', { ...at(order), body: { receivedFen } }),
    books: (order: AnyOrder) => readBooks(house, order.id),
    /** What is on a member card. */
    async balanceOf(card: { number: string }): Promise<number> {
      const { memberCards } = await readCards(house)
      return memberCards.find(({ cardNumber }) => cardNumber === card.number)?.balanceFen ?? 0
    },
    async benefitsLeft(): Promise<number> {
      const { benefitCards } = await readCards(house)
      return benefitCards.find(({ cardNumber }) => cardNumber === benefitCard.number)?.ticketsLeft ?? 0
    },
    close: house.close,
  }
}

/** A show without priced areas, good for the benefit card, in time for every return, with room for all of a test. */
async function findHall({ guest, clock }: Awaited<ReturnType<typeof startHouse>>): Promise<Hall> {
  const { shows } = await guest.get('getProgramme', { params: { cinemaId } })
  for (const show of shows) {
    if (show.sale !== 'on-sale' || Date.parse(show.startsAt) < clock.now() + 4 * 3_600_000) continue
    const hall = await guest.get('getHall', { params: { showId: show.id } })
    if (hall.bands.some(({ kind }) => kind === 'area')) continue
    const free = await guest.freeSeats(hall, 60)
    const held = await guest.hold(show.id, free.slice(0, 1))
    if (free.length < 60 || !held.ok) continue
    const priced = await guest.ask('presentCard', { ...at(held.value), body: benefitCard })
    await guest.get('cancelOrder', at(held.value))
    if (priced.ok) return hall
  }
  throw new Error('no show suits')
}
