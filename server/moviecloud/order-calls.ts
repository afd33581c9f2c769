import type { z } from 'zod'
import type { Outcome } from '../kernel/outcome.ts'
import { about, agrees } from './about.ts'
import { confirmGoodsOrder } from './apis/order.confirm-goods-order.ts'
import { confirmGoodsOrderForMultiPay } from './apis/order.confirm-goods-order-for-multi-pay.ts'
import { confirmMixOrder } from './apis/order.confirm-mix-order.ts'
import { confirmMixOrderForMultiPay } from './apis/order.confirm-mix-order-for-multi-pay.ts'
import { confirmOrder } from './apis/order.confirm-order.ts'
import { confirmOrderForMultiPay } from './apis/order.confirm-order-for-multi-pay.ts'
import { getGoodsOrderInfo } from './apis/order.get-goods-order-info.ts'
import { getOrderInfo } from './apis/order.get-order-info.ts'
import { getTicketInfo } from './apis/order.get-ticket-info.ts'
import { refundGoodsOrder } from './apis/order.refund-goods-order.ts'
import { refundMixOrder } from './apis/order.refund-mix-order.ts'
import { refundOrder } from './apis/order.refund-order.ts'
import { reverseMixOrder } from './apis/order.reverse-mix-order.ts'
import { reverseOrder } from './apis/order.reverse-order.ts'
import type { MovieCloudClient } from './client.ts'
import { type Declaration, shortName } from './declare.ts'
import { type Asked, freezeConfirm, readFrozen } from './freeze-confirm.ts'
import type { Confirmed, MovieCloud, WholeOrder } from './gateway-types.ts'
import { toConfirmedGoods, toGoodsOrder } from './translate-goods.ts'
import { toMix, toOrder, toTicket, toTickets } from './translate-orders.ts'

type Send = (client: MovieCloudClient, data: string, asked: Asked) => Promise<Outcome<Confirmed>>

/** How one of the six confirms is sent and its answer held against what was asked. */
function sending<R extends z.ZodType>(
  api: Declaration<z.ZodType, R>,
  translate: (answer: z.output<R>, asked: Asked) => Confirmed | undefined,
): [name: string, Send] {
  return [
    shortName(api),
    async (client, data, asked) =>
      about(await client.callFrozen(api, data), answer => translate(answer, asked)),
  ]
}

const confirms: ReadonlyMap<string, Send> = new Map([
  sending(confirmOrder, toTickets),
  sending(confirmOrderForMultiPay, toTickets),
  sending(confirmMixOrder, toMix),
  sending(confirmMixOrderForMultiPay, toMix),
  sending(confirmGoodsOrder, toConfirmedGoods),
  sending(confirmGoodsOrderForMultiPay, toConfirmedGoods),
])

type OrderCalls = Pick<
  MovieCloud,
  'freezeConfirm' | 'confirm' | 'order' | 'goodsOrder' | 'ticket' | 'reverse' | 'giveBack'
>

/** What is asked about orders once they are paid for (specification 5.3 - 5.14, 6.2 - 6.5). */
export function orderCalls(client: MovieCloudClient): OrderCalls {
  /** 5.11 - 5.14 share their parameters and their echo. */
  async function undo(
    api: typeof refundOrder | typeof refundMixOrder | typeof reverseOrder | typeof reverseMixOrder,
    { cinemaId, cloudOrderId }: WholeOrder,
  ): Promise<Outcome<null>> {
    const answer = await client.call(api, { cinemaLinkId: cinemaId, orderId: cloudOrderId })
    return about(answer, undone =>
      agrees(undone.cinemaLinkId, cinemaId) && agrees(undone.orderId, cloudOrderId) ? null : undefined,
    )
  }

  async function returnGoods({ cinemaId, cloudOrderId }: WholeOrder): Promise<Outcome<null>> {
    const answer = await client.call(refundGoodsOrder, {
      cinemaLinkId: cinemaId,
      goodsOrderId: cloudOrderId,
    })
    return about(answer, returned =>
      agrees(returned.cinemaLinkId, cinemaId) && agrees(returned.goodsOrderId, cloudOrderId)
        ? null
        : undefined,
    )
  }

  return {
    freezeConfirm,

    async confirm(frozen) {
      const { api, data, asked } = readFrozen(frozen)
      const send = confirms.get(api)
      if (send === undefined) throw new RangeError(`"${api}" is no confirm`)
      return send(client, data, asked)
    },

    async order(q) {
      const { cinemaId } = q
      const which = 'lockId' in q ? { lockOrderId: q.lockId } : { orderId: q.cloudOrderId }
      const answer = await client.call(getOrderInfo, { cinemaLinkId: cinemaId, ...which })
      return about(answer, order =>
        'lockId' in q || agrees(order.orderId, q.cloudOrderId) ? toOrder(order) : undefined,
      )
    },

    async goodsOrder({ cinemaId, cloudOrderId }) {
      const answer = await client.call(getGoodsOrderInfo, {
        cinemaLinkId: cinemaId,
        goodsOrderId: cloudOrderId,
      })
      return about(answer, order => (order.goodsOrderId === cloudOrderId ? toGoodsOrder(order) : undefined))
    },

    async ticket({ cinemaId, pickupCode }) {
      const answer = await client.call(getTicketInfo, { cinemaLinkId: cinemaId, confirmationId: pickupCode })
      return about(answer, ticket =>
        agrees(ticket.confirmationId, pickupCode) ? toTicket(ticket, pickupCode) : undefined,
      )
    },

    async reverse(order) {
      switch (order.kind) {
        case 'ticket':
          return undo(reverseOrder, order)
        case 'mixed':
          return undo(reverseMixOrder, order)
        case 'goods':
          return returnGoods(order)
      }
    },

    async giveBack(order) {
      switch (order.kind) {
        case 'ticket':
          return undo(refundOrder, order)
        case 'mixed':
          return undo(refundMixOrder, order)
        case 'goods':
          return returnGoods(order)
      }
    },
  }
}
