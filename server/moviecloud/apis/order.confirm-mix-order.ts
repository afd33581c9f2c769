import { z } from 'zod'
import { declare } from '../declare.ts'
import { confirmOf, goodsOrderLine, parameters, paymentList, some, ticketLine } from '../params.ts'
import { confirmedMix } from '../parts.ts'

/** 5.5 Issues tickets and goods of a paid lock. */
export const confirmMixOrder = declare({
  name: 'order.confirmMixOrder',
  section: '5.5',
  kind: 'settle',
  idempotentBy: 'lockOrderId',
  answer: 'object',
  params: parameters({
    ...confirmOf,
    ticketList: some(ticketLine),
    goodsList: z.array(goodsOrderLine).optional(),
    paymentList: paymentList.optional(),
  }),
  result: confirmedMix,
})
