import { z } from 'zod'
import type { Caller } from './caller.ts'
import { objectIn, Text } from './reading.ts'
import { type Trace, tracesOf } from './traces.ts'
import { codeOf, Untried } from './verdict.ts'

/**
 * Releases every lock and gives back every order that the run has left, as far as the cloud takes them.
 *
 * @returns a sentence for each thing that stays
 */
export async function cleanUp(caller: Caller): Promise<string[]> {
  const left: string[] = []
  for (const trace of tracesOf(caller.log)) {
    const stays = await takeAway(caller, trace)
    if (stays !== undefined) left.push(stays)
  }
  return left
}

async function takeAway(caller: Caller, trace: Trace): Promise<string | undefined> {
  switch (trace.kind) {
    case 'lock': {
      const { cinemaLinkId, lockOrderId } = trace
      const why = await refusal(caller, 'seat.releaseSeats', { cinemaLinkId, lockOrderId })
      return why && `lock ${lockOrderId}, until it runs out by itself (${why})`
    }
    case 'lost-lock':
      return `perhaps a lock with outLockId ${trace.outLockId}, whose answer was lost, until it runs out`
    case 'order':
      return giveBack(caller, trace)
    case 'goods-order': {
      const { cinemaLinkId, goodsOrderId } = trace
      const why = await refusal(caller, 'order.refundGoodsOrder', { cinemaLinkId, goodsOrderId })
      return why && `goods order ${goodsOrderId} (${why})`
    }
    case 'lost-goods-order':
      return `perhaps a goods order with thirdOrderId ${trace.thirdOrderId}, whose answer was lost`
    case 'member-card':
      return `member card ${trace.cardNumber}: the specification has no way to give a card back`
    case 'benefit-card':
      return `benefit card ${trace.cardNumber}: the specification has no way to give a card back`
  }
}

const Order = z.object({ orderId: Text })

/** An order whose answer was lost is looked up by its lock first. */
async function giveBack(
  caller: Caller,
  { cinemaLinkId, lockOrderId, orderId, mixed }: Trace & { kind: 'order' },
): Promise<string | undefined> {
  let known = orderId
  if (known === undefined) {
    try {
      const answer = await caller.ask('order.getOrderInfo', { cinemaLinkId, lockOrderId })
      if (answer.code === 'ORDER_NOT_FOUND') {
        const why = await refusal(caller, 'seat.releaseSeats', { cinemaLinkId, lockOrderId })
        return why && `lock ${lockOrderId}, until it runs out by itself (${why})`
      }
      known = objectIn(answer, Order).orderId
    } catch (error) {
      if (!(error instanceof Untried)) throw error
      return `perhaps an order of lock ${lockOrderId} (${error.message})`
    }
  }
  const api = mixed ? 'order.refundMixOrder' : 'order.refundOrder'
  const why = await refusal(caller, api, { cinemaLinkId, orderId: known })
  return why && `order ${known} (${why})`
}

/** Why the call was not done; undefined when it was. */
async function refusal(caller: Caller, api: string, data: object): Promise<string | undefined> {
  try {
    const answer = await caller.ask(api, data)
    return answer.ok ? undefined : codeOf(answer)
  } catch (error) {
    if (error instanceof Untried) return error.message
    throw error
  }
}
