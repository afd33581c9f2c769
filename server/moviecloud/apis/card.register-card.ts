import { z } from 'zod'
import { declare, required, yuanText } from '../declare.ts'
import { fen, record, text } from '../fields.ts'
import { outTradeNo } from '../parts.ts'

/** 7.2 Opens a member card; this version wants a first recharge of "0.00". */
export const registerCard = declare({
  name: 'card.registerCard',
  section: '7.2',
  kind: 'settle',
  idempotentBy: 'outTradeNo',
  timeoutMs: 60_000,
  answer: 'object',
  params: z.object({
    cinemaLinkId: required,
    gradeId: required,
    outTradeNo,
    cardPassword: required,
    cardCostFee: yuanText,
    memberFee: yuanText,
    firstRechargeAmount: yuanText,
    mobile: required,
    cardUserName: z.string().max(20).optional(),
    idCard: z.string().max(25).optional(),
    address: z.string().max(100).optional(),
    birthdate: z.iso.date().optional(),
    email: z.string().max(30).optional(),
  }),
  result: record({
    outTradeNo: text.optional(),
    cardOrderId: text.optional(),
    cardNumber: text.optional(),
    balanceFen: fen.optional(),
  }),
})
