import type { MemberCard } from '../books.ts'
import { dayAt, daysAfter } from '../calendar.ts'
import { gradeOf, stateOf } from '../card-ledger.ts'
import { yuan } from '../verdict.ts'
import { passwordOf } from './baskets.ts'
import { aCinema, aShow, type Desk, keyOf, type Wish } from './desk.ts'

/** A member card: mostly one that is good. */
function aCard(desk: Desk): MemberCard | undefined {
  const { books, dice, now } = desk
  const cards = [...books.memberCards.values()]
  const good = cards.filter(card => stateOf(books, card, now) === 'N')
  return dice.pick(dice.percent(75) ? good : cards)
}

const named = ({ cinemaLinkId, cardNumber }: MemberCard) => ({ cinemaLinkId, cardNumber })

/** A number for an order about a card; now and then one that was used. */
function outTradeNo({ books, dice, fresh }: Desk): string {
  const used = [...books.cardOrders.values()].map(order => order.outTradeNo)
  return (dice.percent(5) ? dice.pick(used) : undefined) ?? fresh('T').padEnd(20, '0')
}

export function register(desk: Desk): Wish | undefined {
  const { books, dice, channels } = desk
  const houses = [...books.houses.values()].filter(({ grades }) => grades.size > 0)
  const house = dice.pick(houses)
  const grade = dice.pick([...(house?.grades.values() ?? [])])
  if (!house || !grade) return undefined
  return {
    api: 'card.registerCard',
    data: {
      cinemaLinkId: house.cinemaLinkId,
      gradeId: dice.percent(5) ? '1' : grade.gradeId,
      outTradeNo: outTradeNo(desk),
      cardPassword: desk.cipher('246810', dice.percent(4) ? channels[1] : channels[0]),
      cardCostFee: yuan(grade.costFen + (dice.percent(6) ? 1 : 0)),
      memberFee: yuan(grade.memberFen),
      firstRechargeAmount: dice.percent(4) ? '100.00' : '0.00',
      mobile: dice.percent(4) ? '12345' : '13800138077',
      ...(dice.percent(50) ? { cardUserName: '顾南乔' } : {}),
    },
  }
}

export function recharge(desk: Desk): Wish | undefined {
  const { books, dice } = desk
  const card = aCard(desk)
  if (!card) return undefined
  const { leastFen } = gradeOf(books, card)
  const amount = dice.pick([
    leastFen,
    leastFen,
    2 * leastFen,
    5 * leastFen,
    leastFen - 1,
    leastFen + 1,
    -10_00,
    -leastFen,
  ])
  return {
    api: 'card.recharge',
    data: {
      // Another cinema may do it too (7.3.3).
      cinemaLinkId: dice.percent(20) ? aCinema(desk) : card.cinemaLinkId,
      cardNumber: card.cardNumber,
      outTradeNo: outTradeNo(desk),
      rechargeAmount: dice.percent(3) ? '0.00' : yuan(amount ?? leastFen),
      ...(dice.percent(80) ? { description: '充值' } : {}),
    },
  }
}

export function points(desk: Desk): Wish | undefined {
  const { dice } = desk
  const card = aCard(desk)
  if (!card) return undefined
  return {
    api: 'card.updatePoints',
    data: {
      ...named(card),
      outTradeNo: outTradeNo(desk),
      points: dice.pick(['100.00', '0.5', '-30.00', '-1.25', '-99999.00', '0']),
      ...(dice.percent(80) ? { description: '积分' } : {}),
    },
  }
}

export function changePassword(desk: Desk): Wish | undefined {
  const { dice, channels } = desk
  const card = aCard(desk)
  if (!card) return undefined
  return {
    api: 'card.modifyPassword',
    data: {
      ...named(card),
      oldPassword: passwordOf(desk, card, channels[0]),
      newPassword: desk.cipher(dice.pick(['123456', '654321', '12345']) ?? ''),
    },
  }
}

export function changeOwner(desk: Desk): Wish | undefined {
  const { dice, channels } = desk
  const card = aCard(desk)
  if (!card) return undefined
  return {
    api: 'card.modifyInformation',
    data: {
      ...named(card),
      cardPassword: passwordOf(desk, card, channels[0]),
      ...dice.pick([
        { cardUserName: '周以宁' },
        { email: 'guest@example.com', address: '广州' },
        { mobile: '13900139000' },
        { idCard: '4'.repeat(26) },
      ]),
    },
  }
}

export function cardDetail(desk: Desk): Wish | undefined {
  const card = aCard(desk)
  return card && { api: 'card.getCardDetail', data: named(card) }
}

export function balance(desk: Desk): Wish | undefined {
  const card = aCard(desk)
  if (!card) return undefined
  const cardPassword = passwordOf(desk, card, desk.channels[0])
  return { api: 'card.queryBalance', data: { ...named(card), cardPassword } }
}

const atShow =
  (api: string) =>
  (desk: Desk): Wish | undefined => {
    const card = aCard(desk)
    const own = card
      ? [...desk.books.shows.values()].filter(show => show.cinemaLinkId === card.cinemaLinkId)
      : []
    const show = desk.dice.percent(80) ? desk.dice.pick(own) : aShow(desk)
    if (!card || !show) return undefined
    const sectionId = desk.dice.pick(show.sectionIds)
    return { api, data: { ...keyOf(show), cardNumber: card.cardNumber, sectionId } }
  }
export const discountTickets = atShow('card.getCardDiscountTickets')
export const price = atShow('card.queryPrice')

const records =
  (api: string) =>
  (desk: Desk): Wish | undefined => {
    const { books, dice, now } = desk
    const used = [...books.memberCards.values()].filter(card => card.entries.length > 0)
    const card = dice.percent(85) ? dice.pick(used) : aCard(desk)
    if (!card) return undefined
    const today = dayAt(now)
    const endDate = dice.percent(5) ? daysAfter(today, 1) : today
    const startDate = daysAfter(endDate, dice.pick([0, -1, -7, -90, -90, -91, 1]) ?? 0)
    return { api, data: { ...named(card), startDate, endDate } }
  }
export const consumeRecords = records('card.getCardConsumeRecords')
export const rechargeRecords = records('card.getCardRechargeRecords')
export const pointsRecords = records('card.getCardPointsRecords')

export const cardOrderOf =
  (api: string, family: string, idName: string) =>
  ({ books, dice }: Desk): Wish => {
    const orders = [...books.cardOrders].filter(([mark]) => mark.startsWith(family)).map(([, order]) => order)
    const order = dice.pick(orders)
    const number = dice.percent(50) ? { [idName]: order?.cardOrderId } : { outTradeNo: order?.outTradeNo }
    return { api, data: order ? number : { outTradeNo: 'NEVER-USED-BY-ANYBODY' } }
  }
export const cardOrder = cardOrderOf('card.getCardOrderDetail', 'member ', 'cardOrderId')
