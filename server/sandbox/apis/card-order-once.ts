import { type CardOrder, cardOrderStatusOf } from '../cloud/card-orders.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { Result } from '../protocol/answer.ts'
import type { BizCode } from '../protocol/codes.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api, Call } from './api.ts'
import { canonical, isObject, text } from './arguments.ts'
import { type CardOrderKind, type CardWork, cardFamilies } from './card-order-kind.ts'
import { announced, answering, rehearsed, settleCardOrder } from './card-order-work.ts'

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
    settle: (cloud, order) => settleCardOrder(cloud, order, kind),
  }
}

function onlyOnce<Wish>(call: Call, kind: CardOrderKind<Wish>): Result {
  const { args, cloud, now } = call
  const { name, family, type } = kind
  const { channelCode } = call.channel
  const { shortest, longest } = cardFamilies[family]
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
  return outcome(order, now, cardFamilies[family].unanswered)
}

function outcome(order: CardOrder, now: number, whileWaiting: BizCode): Result {
  switch (cardOrderStatusOf(order, now)) {
    case 'wait':
      return { bizCode: whileWaiting }
    case 'fail':
      return { bizCode: cardFamilies[order.family].failed }
    case 'success':
      return { data: answerOf(order) }
  }
}

function answerOf({ cardOrderId, answer }: CardOrder): object {
  const data: unknown = JSON.parse(answer ?? 'null')
  if (!isObject(data)) throw new Error(`card order ${cardOrderId} has no answer`)
  return data
}
