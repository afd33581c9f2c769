import type { z } from 'zod'
import { type CardFamily, type CardOrder, cardOrderStatusOf } from '../cloud/card-orders.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { Result } from '../protocol/answer.ts'
import type { ApiName } from '../protocol/api-names.ts'
import type { BizCode } from '../protocol/codes.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api, Call } from './api.ts'
import { canonical, isObject, text } from './arguments.ts'

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
const families = {
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

export interface CardOrderApi extends Api, Pick<CardOrder, 'family' | 'type'> {
  /** Carries out an order that the cinema has got to by now, as of the instant when it did. */
  settle(cloud: Cloud, order: CardOrder): void
}

/**
 * An interface that changes a card, once per `outTradeNo`: repeated with the same parameters it does nothing and
 * answers what it answered; with others it is refused with REQUEST_PARAM_INCONFORMITY_ERROR. While nobody can say what
 * comes of the order, the caller has no clear answer and is to ask again (7.2.2, note 3): the first time the request
 * has timed out, and every repetition finds it under way (REQUEST_BUSY_ERROR).
 */
export function cardOrderApi<Wish>(kind: CardOrderKind<Wish>): CardOrderApi {
  const { name, family, type } = kind
  return {
    name,
    family,
    type,
    handle: call => onlyOnce(call, kind),
    settle: (cloud, order) => settle(cloud, order, kind),
  }
}

function onlyOnce<Wish>(call: Call, kind: CardOrderKind<Wish>): Result {
  const { args, cloud, now } = call
  const { name, family, type } = kind
  const { channelCode } = call.channel
  const { shortest, longest } = families[family]
  const outTradeNo = text(args, 'outTradeNo')
  if (outTradeNo.length < shortest || outTradeNo.length > longest)
    throw new BizRefusal('FORMAT_ERROR', `outTradeNo has to have ${shortest} to ${longest} characters`)

  const parameters = canonical({ api: name, args })
  const earlier = cloud.cardOrders.byOutTradeNo(family, channelCode, outTradeNo)
  if (earlier && earlier.parameters !== parameters) throw new BizRefusal('REQUEST_PARAM_INCONFORMITY_ERROR')
  if (earlier) return outcome(earlier, now, 'REQUEST_BUSY_ERROR')

  const cardOrderId =
    family === 'member'
      ? cloud.cardNumbers.memberOrder(channelCode, text(args, 'cinemaLinkId'), now)
      : cloud.cardNumbers.benefitOrder(channelCode, now)
  const wish = kind.read(call)
  const work: CardWork = { cloud, now, cardOrderId }
  const head = { cardOrderId, family, channelCode, outTradeNo, type, parameters, createdAt: now }
  const { delayMs, fails } = call.ground
  const order: CardOrder =
    delayMs === 0 && !fails
      ? { ...head, ...answering(head, kind.carryOut(wish, work)), wish: null, answeredAt: now, fails: 0 }
      : {
          ...head,
          ...announced(
            type,
            rehearsed(cloud, () => kind.carryOut(wish, work)),
          ),
          wish: JSON.stringify(wish),
          answeredAt: now + delayMs,
          fails: fails ? 1 : 0,
        }
  cloud.cardOrders.add(order)
  return outcome(order, now, families[family].unanswered)
}

function outcome(order: CardOrder, now: number, whileWaiting: BizCode): Result {
  switch (cardOrderStatusOf(order, now)) {
    case 'wait':
      return { bizCode: whileWaiting }
    case 'fail':
      return { bizCode: families[order.family].failed }
    case 'success':
      return { data: answerOf(order) }
  }
}

/** What an order says that was carried out. */
function answering(
  { family, outTradeNo, cardOrderId }: Pick<CardOrder, 'family' | 'outTradeNo' | 'cardOrderId'>,
  { answer, ...done }: CardOrderDone,
) {
  return {
    ...done,
    answer: JSON.stringify({ outTradeNo, [families[family].idName]: cardOrderId, ...answer }),
  }
}

/** What an order says that is still to be carried out: a card to be given out has no number before it is. */
const announced = (type: CardOrder['type'], { answer: _, cardNumber, ...done }: CardOrderDone) => ({
  ...done,
  cardNumber: type === 'register' ? null : cardNumber,
  answer: null,
})

function settle<Wish>(cloud: Cloud, order: CardOrder, kind: CardOrderKind<Wish>): void {
  const { cardOrderId, answeredAt } = order
  const wish = kind.wish.parse(JSON.parse(order.wish ?? 'null'))
  try {
    const done = cloud.inTransaction(() => kind.carryOut(wish, { cloud, now: answeredAt, cardOrderId }))
    cloud.cardOrders.finish(cardOrderId, done.cardNumber, answering(order, done).answer)
  } catch (error) {
    // The card has changed since the order was taken, so that the cinema cannot do it any more.
    if (!(error instanceof BizRefusal)) throw error
    cloud.cardOrders.fail(cardOrderId)
  }
}

/** What `work` would do, which is undone again. @throws whatever it throws */
function rehearsed<T>(cloud: Cloud, work: () => T): T {
  const undo = new Error('only a rehearsal')
  let done: { value: T } | undefined
  try {
    cloud.inTransaction(() => {
      done = { value: work() }
      throw undo
    })
  } catch (error) {
    if (error !== undo || !done) throw error
    return done.value
  }
  throw undo
}

function answerOf({ cardOrderId, answer }: CardOrder): object {
  const data: unknown = JSON.parse(answer ?? 'null')
  if (!isObject(data)) throw new Error(`card order ${cardOrderId} has no answer`)
  return data
}

/**
 * The caller's own order that the platform's number names, which goes first, or `outTradeNo` (7.11.3, 8.6.3).
 *
 * @throws BizRefusal NULL_ARGUMENT when there is neither, FORMAT_ERROR
 */
export function askedCardOrder({ args, cloud, channel }: Call, family: CardFamily): CardOrder | undefined {
  const { idName } = families[family]
  const { channelCode } = channel
  if (args[idName] !== undefined && args[idName] !== null && args[idName] !== '')
    return cloud.cardOrders.byId(family, channelCode, text(args, idName))
  return cloud.cardOrders.byOutTradeNo(family, channelCode, text(args, 'outTradeNo'))
}
