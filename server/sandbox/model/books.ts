import type { House, Policy, Show } from './world.ts'

/*
 * What the model knows of all that was bought. Nothing is ever taken out of it: what is free, left or paid at an
 * instant follows from what happened until then.
 */

export interface Lock {
  lockOrderId: string
  channel: string
  cinemaLinkId: string
  scheduleId: string
  seatIds: readonly string[]
  until: number
  released: boolean
}

export interface SoldTicket {
  seatId: string
  ticketFen: number
  feeFen: number
}

export interface SoldGoods {
  goodsId: string
  saleFen: number
  count: number
  isPackage: boolean
}

export interface Order {
  orderId: string
  lockOrderId: string
  channel: string
  cinemaLinkId: string
  scheduleId: string
  kind: 'ticket' | 'mix'
  /** The interface and the parameters, to tell a repetition from another request. */
  asked: string
  mobile: string
  confirmedAt: number
  /** When the cinema answers the confirm. */
  ticketsAt: number
  tickets: readonly SoldTicket[]
  goods: readonly SoldGoods[]
  printed: boolean
  reversedAt?: number
  /** When the cinema answers the refund; it may be still to come. */
  refundedAt?: number
  /** Known from the first answer that bears it. */
  bookingId?: string
  confirmationId?: string
}

export interface GoodsOrder {
  goodsOrderId: string
  channel: string
  cinemaLinkId: string
  asked: string
  orderedAt: number
  readyAt: number
  goods: readonly SoldGoods[]
  refundedAt?: number
  /** As it was first answered. */
  pickUpCode: string
}

/** Something that happened on a member card; money in fen, points in hundredths. */
export interface CardEntry {
  kind: 'recharge' | 'consume' | 'points'
  /** The order it paid for. */
  orderId?: string
  at: number
  fen: number
  times: number
  points: number
  beforeFen: number
  /** What a recharge was paid with; on a card by times it is not what the card holds. */
  paidFen?: number
  cinemaLinkId: string
  scheduleId?: string
  seats: number
  discountedSeats: number
  /** Its place among all that happened on cards. */
  turn: number
  /** When it was, or will be, given back; what is still to come comes before anything else of its instant. */
  backAt?: number
  backTurn?: number
}

export interface MemberCard {
  cardNumber: string
  cinemaLinkId: string
  gradeId: string
  password: string
  /** What does not follow from dates and balances: normal, reported lost, exchanged, cancelled. */
  mark: 'N' | 'R' | 'G' | 'C'
  validUntil: string
  owner: Record<string, string>
  opening: { fen: number; times: number; ever: number; left: number }
  entries: CardEntry[]
}

export interface BenefitCard {
  cardNumber: string
  policyCode: string
  mobile: string
  stopped: boolean
  endDate: string
  /** Given with the card and by renewals; absent: as many as you like. */
  ticketsGiven?: number
  uses: { orderId: string; scheduleId: string; day: string; tickets: number; backAt?: number }[]
}

/** An order about a card, by the partner's own number. */
export interface CardOrder {
  cardOrderId: string
  outTradeNo: string
  asked: string
  /** The very data of the first answer. */
  answer: unknown
  /** What the query tells of it. */
  told: Record<string, unknown>
}

export interface Books {
  houses: Map<string, House>
  shows: Map<string, Show>
  policies: Map<string, Policy>
  locks: Map<string, Lock>
  /** By channel and outLockId. */
  outLockIds: Set<string>
  orders: Map<string, Order>
  goodsOrders: Map<string, GoodsOrder>
  /** By channel and thirdOrderId. */
  thirdOrders: Map<string, GoodsOrder>
  memberCards: Map<string, MemberCard>
  benefitCards: Map<string, BenefitCard>
  /** By family, channel and outTradeNo. */
  cardOrders: Map<string, CardOrder>
  /** What every enciphered password that was ever sent means. */
  ciphers: Map<string, { password: string; cardKey: string }>
  /** Every number the cloud has given out: none may come twice. */
  numbers: Set<string>
  /** Counts what happens on cards. */
  turns: number
}

export const emptyBooks = (): Books => ({
  houses: new Map(),
  shows: new Map(),
  policies: new Map(),
  locks: new Map(),
  outLockIds: new Set(),
  orders: new Map(),
  goodsOrders: new Map(),
  thirdOrders: new Map(),
  memberCards: new Map(),
  benefitCards: new Map(),
  cardOrders: new Map(),
  ciphers: new Map(),
  numbers: new Set(),
  turns: 0,
})

export const orderOfLock = (books: Books, lockOrderId: string): Order | undefined =>
  [...books.orders.values()].find(order => order.lockOrderId === lockOrderId)

/** Specification 5.7.4. */
export function statusOf({ reversedAt, refundedAt, ticketsAt }: Order, now: number) {
  if (reversedAt !== undefined) return 'reverse_success'
  if (refundedAt !== undefined) return now < refundedAt ? 'refunding' : 'refund_success'
  return now < ticketsAt ? 'wait_ticket' : 'ticket_success'
}

/** Specification 6.4.4. */
export function goodsStatusOf({ readyAt, refundedAt }: GoodsOrder, now: number) {
  if (refundedAt !== undefined) return now < refundedAt ? 'refunding' : 'refund_success'
  return now < readyAt ? 'wait_goods' : 'goods_success'
}

export const isGivenBack = (order: Order, now: number): boolean =>
  ['reverse_success', 'refund_success'].includes(statusOf(order, now))

/** The seats of a show that nobody can lock at an instant: sold at the till, locked, or in an order that stands. */
export function takenSeats(books: Books, show: Show, now: number): Set<string> {
  const taken = new Set(show.till)
  for (const lock of books.locks.values()) {
    if (lock.scheduleId !== show.scheduleId) continue
    const order = orderOfLock(books, lock.lockOrderId)
    const holds = order ? !isGivenBack(order, now) : !lock.released && now < lock.until
    if (holds) for (const seatId of lock.seatIds) taken.add(seatId)
  }
  return taken
}
