import type { CardFamily, CardOrder } from '../cloud/card-orders.ts'
import type { Call } from './api.ts'
import { isAbsent, text } from './arguments.ts'
import { cardFamilies } from './card-order-kind.ts'

/**
 * The caller's own order that the platform's number names, which goes first, or `outTradeNo` (7.11.3, 8.6.3).
 *
 * @throws BizRefusal NULL_ARGUMENT when there is neither, FORMAT_ERROR
 */
export function askedCardOrder({ args, cloud, channel }: Call, family: CardFamily): CardOrder | undefined {
  const { idName } = cardFamilies[family]
  const { channelCode } = channel
  if (!isAbsent(args[idName])) return cloud.cardOrders.byId(family, channelCode, text(args, idName))
  return cloud.cardOrders.byOutTradeNo(family, channelCode, text(args, 'outTradeNo'))
}
