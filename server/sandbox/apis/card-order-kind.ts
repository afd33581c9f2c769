import type { z } from 'zod'
import type { CardFamily, CardOrder } from '../cloud/card-orders.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { ApiName } from '../protocol/api-names.ts'
import type { Call } from './api.ts'

/** What an order about a card did, and what is answered beside the numbers of the order. */
export interface CardOrderDone
  extends Pick<CardOrder, 'cinemaLinkId' | 'amountFen' | 'points' | 'description'> {
  cardNumber: string
  answer: object
}

/** Where and when an order is carried out: at once, or when the cinema gets to it. */
export interface CardWork {
  cloud: Cloud
  /** Epoch ms. */
  now: number
  cardOrderId: string
}

/** An interface that changes a card, in two steps, because the cinema may be slow with the second one. */
export interface CardOrderKind<Wish> {
  name: ApiName
  family: CardFamily
  type: CardOrder['type']
  wish: z.ZodType<Wish>
  /** What the call asks for, checked against what never changes. @throws BizRefusal */
  read(call: Call): Wish
  /** Does it, when the card allows it. @throws BizRefusal */
  carryOut(wish: Wish, work: CardWork): CardOrderDone
}

/**
 * How each family numbers its orders, how long `outTradeNo` is (7.2.3, 8.3.3), and what is answered when nobody has
 * answered the platform, or somebody that it could not be done: for member cards the cinema's own system (7.2.2), for
 * benefit cards, which no cinema issues, a part of the platform.
 */
export const cardFamilies = {
  member: {
    idName: 'cardOrderId',
    shortest: 16,
    longest: 32,
    unanswered: 'CINEMA_CONNECTION_ERROR',
    failed: 'CINEMA_EXECUTOR_ERROR',
  },
  benefit: {
    idName: 'benefitCardOrderId',
    shortest: 1,
    longest: 32,
    unanswered: 'CONNECTION_ERROR',
    failed: 'SYSTEM_ERROR',
  },
} as const
