import { policyOf } from '../card-ledger.ts'
import { yuan } from '../verdict.ts'
import { cardOrderOf } from './cards.ts'
import type { Desk, Wish } from './desk.ts'

function outTradeNo({ books, dice, fresh }: Desk): string {
  const used = [...books.cardOrders.values()].map(order => order.outTradeNo)
  return (dice.percent(5) ? dice.pick(used) : undefined) ?? fresh('B')
}

export function registerBenefit(desk: Desk): Wish | undefined {
  const { books, dice } = desk
  const policies = [...books.policies.values()]
  const policy = dice.pick(dice.percent(75) ? policies.filter(({ state }) => state === 'enable') : policies)
  if (!policy) return undefined
  const known = dice.pick([...books.benefitCards.values()])?.mobile ?? ''
  const mobile = dice.percent(10) ? known : `139${String(dice.below(100_000_000)).padStart(8, '0')}`
  return {
    api: 'benefitCard.registerBenefitCard',
    data: {
      benefitPolicyId: dice.percent(5) ? '9' : policy.policyCode,
      outTradeNo: outTradeNo(desk),
      mobile: dice.percent(5) ? '139' : mobile,
      registerAmount: yuan(policy.registerFen + (dice.percent(6) ? 1 : 0)),
    },
  }
}

export function renewBenefit(desk: Desk): Wish | undefined {
  const { books, dice } = desk
  const card = dice.pick([...books.benefitCards.values()])
  if (!card) return undefined
  const renewFen = policyOf(books, card).renewal?.fen ?? 0
  return {
    api: 'benefitCard.renewBenefitCard',
    data: {
      benefitCardNumber: dice.percent(5) ? '1' : card.cardNumber,
      outTradeNo: outTradeNo(desk),
      mobile: dice.percent(6) ? '13700137000' : card.mobile,
      renewAmount: yuan(renewFen + (dice.percent(6) ? 1 : 0)),
    },
  }
}

export function benefitDetail({ books, dice }: Desk): Wish {
  const card = dice.pick([...books.benefitCards.values()])
  const benefitCardNumber = dice.percent(5) ? '1' : card?.cardNumber
  return { api: 'benefitCard.getCardDetail', data: { benefitCardNumber } }
}

export const benefitOrder = cardOrderOf('benefitCard.getCardOrderDetail', 'benefit ', 'benefitCardOrderId')
