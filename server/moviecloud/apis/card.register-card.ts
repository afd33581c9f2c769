import { declare } from '../declare.ts'
import { fen, record, text } from '../fields.ts'
import { cipherText, dayText, outTradeNo, parameters, required, upTo, yuanText } from '../params.ts'

/** 7.2 Opens a member card; this version wants a first recharge of "0.00". */
export const registerCard = declare({
  name: 'card.registerCard',
  section: '7.2',
  kind: 'settle',
  idempotentBy: 'outTradeNo',
  timeoutMs: 60_000,
  answer: 'object',
  params: parameters({
    cinemaLinkId: required,
    gradeId: required,
    outTradeNo,
    cardPassword: cipherText,
    cardCostFee: yuanText,
    memberFee: yuanText,
    firstRechargeAmount: yuanText,
    mobile: required,
    cardUserName: upTo(20).optional(),
    idCard: upTo(25).optional(),
    address: upTo(100).optional(),
    birthdate: dayText.optional(),
    email: upTo(30).optional(),
  }),
  result: record({
    outTradeNo: text.optional(),
    cardOrderId: text.optional(),
    cardNumber: text.optional(),
    balanceFen: fen.optional(),
  }),
})
