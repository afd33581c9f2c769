import type { CardFamily, CardOrder } from '../cloud/card-orders.ts'
import type { Result } from '../protocol/answer.ts'
import type { ApiName } from '../protocol/api-names.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api, Call } from './api.ts'
import { canonical, isObject, text } from './arguments.ts'

/** What an order about a card did, and what is answered beside the numbers of the order. */
export interface CardOrderDone
  extends Pick<CardOrder, 'type' | 'cardNumber' | 'cinemaLinkId' | 'amountFen' | 'points' | 'description'> {
  answer: object
}

/** How each family numbers its orders, and how long `outTradeNo` is (7.2.3, 8.3.3). */
const families = {
  member: { idName: 'cardOrderId', shortest: 16, longest: 32 },
  benefit: { idName: 'benefitCardOrderId', shortest: 1, longest: 32 },
} as const

/**
 * An interface that changes a card, once per `outTradeNo`: repeated with the same parameters it does nothing and
 * answers what it answered; with others it is refused with REQUEST_PARAM_INCONFORMITY_ERROR.
 */
export function cardOrderApi(
  name: ApiName,
  family: CardFamily,
  work: (call: Call, cardOrderId: string) => CardOrderDone,
): Api {
  return { name, handle: call => onlyOnce(call, name, family, work) }
}

function onlyOnce(
  call: Call,
  api: ApiName,
  family: CardFamily,
  work: (call: Call, cardOrderId: string) => CardOrderDone,
): Result {
  const { args, cloud, now } = call
  const { channelCode } = call.channel
  const { idName, shortest, longest } = families[family]
  const outTradeNo = text(args, 'outTradeNo')
  if (outTradeNo.length < shortest || outTradeNo.length > longest)
    throw new BizRefusal('FORMAT_ERROR', `outTradeNo has to have ${shortest} to ${longest} characters`)

  const parameters = canonical({ api, args })
  const earlier = cloud.cardOrders.byOutTradeNo(family, channelCode, outTradeNo)
  if (earlier && earlier.parameters !== parameters) throw new BizRefusal('REQUEST_PARAM_INCONFORMITY_ERROR')
  if (earlier) return { data: answerOf(earlier) }

  const cardOrderId =
    family === 'member'
      ? cloud.cardNumbers.memberOrder(channelCode, text(args, 'cinemaLinkId'), now)
      : cloud.cardNumbers.benefitOrder(channelCode, now)
  const { answer, ...done } = work(call, cardOrderId)
  const data = { outTradeNo, [idName]: cardOrderId, ...answer }
  cloud.cardOrders.add({
    ...done,
    cardOrderId,
    family,
    channelCode,
    outTradeNo,
    parameters,
    answer: JSON.stringify(data),
    createdAt: now,
  })
  return { data }
}

function answerOf({ cardOrderId, answer }: CardOrder): object {
  const data: unknown = JSON.parse(answer)
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
