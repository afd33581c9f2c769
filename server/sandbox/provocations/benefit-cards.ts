import { tradeNo } from '../test-cards.ts'
import { byBenefitCard } from '../test-selling.ts'
import type { Provocation } from './provocation.ts'

type Changes = Readonly<Record<string, string>>

/** Registers a card of policy 100016 for `120.00`, but for what is said otherwise. */
const registered = (code: Provocation['code'], how: string, changes: Changes): Provocation => ({
  code,
  api: 'benefitCard.registerBenefitCard',
  how,
  provoke: ({ ask }) =>
    ask('benefitCard.registerBenefitCard', {
      benefitPolicyId: '100016',
      mobile: '13700001000',
      registerAmount: '120.00',
      outTradeNo: tradeNo(),
      ...changes,
    }),
})

/** Renews card 160527947000000002 for `100.00`, but for what is said otherwise. */
const renewed = (code: Provocation['code'], how: string, changes: Changes): Provocation => ({
  code,
  api: 'benefitCard.renewBenefitCard',
  how,
  provoke: ({ ask }) =>
    ask('benefitCard.renewBenefitCard', {
      benefitCardNumber: '160527947000000002',
      mobile: '13800138000',
      renewAmount: '100.00',
      outTradeNo: tradeNo(),
      ...changes,
    }),
})

/** Pays for tickets with a benefit card, all of them at its price. */
const paid = (
  code: Provocation['code'],
  how: string,
  { card, at = '681', count = 1, isBenefit = true }: PaidBy,
): Provocation => ({
  code,
  api: 'order.confirmOrder',
  how,
  async provoke({ ask, order, show }) {
    const right = await order(await show(at), count)
    const ticketList = right.ticketList.map(ticket => ({ ...ticket, isBenefit }))
    return ask('order.confirmOrder', { ...right, ticketList, ...byBenefitCard(card) })
  },
})
interface PaidBy {
  card: string
  at?: string
  count?: number
  isBenefit?: boolean
}

/** What is answered about benefit cards, and about orders that they pay (9.2.12, 9.2.13). */
export const benefitCards: readonly Provocation[] = [
  {
    code: 'BCARD_NOT_EXIST',
    api: 'benefitCard.getCardDetail',
    how: 'Ask about benefit card `1`.',
    provoke: ({ ask }) => ask('benefitCard.getCardDetail', { benefitCardNumber: '1' }),
  },
  renewed('BCARD_DISABLED', 'Renew card 160527947000000005 of 13800138003, which was stopped.', {
    benefitCardNumber: '160527947000000005',
    mobile: '13800138003',
  }),
  paid(
    'BCARD_DISABLED',
    'Pay for a ticket, isBenefit true, with card 160527947000000005, which was stopped.',
    { card: '160527947000000005' },
  ),
  paid(
    'BCARD_EXPIRED',
    'Pay for a ticket, isBenefit true, with card 160527947000000004, which has expired.',
    { card: '160527947000000004' },
  ),
  registered('BCARD_POLICY_NOT_EXIST', 'Register a card of policy `1`.', { benefitPolicyId: '1' }),
  registered('BCARD_POLICY_EXPIRED', 'Register a card of policy 100002, which is over; it costs `10.00`.', {
    benefitPolicyId: '100002',
    registerAmount: '10.00',
  }),
  registered(
    'BCARD_POLICY_DISABLED',
    'Register a card of policy 100004, which is not sold any more; it costs `10.00`.',
    { benefitPolicyId: '100004', registerAmount: '10.00' },
  ),
  registered(
    'BCARD_POLICY_NOT_APPROVED',
    'Register a card of policy 100020, which waits for its approval; it costs `20.00`.',
    { benefitPolicyId: '100020', registerAmount: '20.00' },
  ),
  paid(
    'BCARD_POLICY_NOT_APPROVED',
    'Pay for a ticket, isBenefit true, with card 160527947000000009, whose policy 100020 waits for its approval.',
    {
      card: '160527947000000009',
    },
  ),
  {
    code: 'BCARD_ORDER_NOT_EXIST',
    api: 'benefitCard.getCardOrderDetail',
    how: 'Ask for an outTradeNo that was never sent.',
    provoke: ({ ask }) => ask('benefitCard.getCardOrderDetail', { outTradeNo: tradeNo() }),
  },
  registered('BCARD_MOBILE_INVALID', 'Register a card for mobile `123`.', { mobile: '123' }),
  renewed(
    'BCARD_MOBILE_INVALID',
    'Renew card 160527947000000002, which is of 13800138000, with another mobile: the number does not fit the card.',
    { mobile: '13800138009' },
  ),
  registered(
    'BCARD_MOBILE_EXIST',
    'Register a card of policy 100016 for mobile 13800138000, which has one.',
    { mobile: '13800138000' },
  ),
  registered(
    'BCARD_REGISTER_FEE_INVALID',
    'Register a card of policy 100016 for `1.00`; `benefitCard.getPolicyList` says that it costs `120.00`.',
    { registerAmount: '1.00' },
  ),
  renewed('BCARD_NOT_ALLOW_RENEW', 'Renew card 160527947000000006, whose policy 100017 has no renewAmount.', {
    benefitCardNumber: '160527947000000006',
  }),
  renewed(
    'BCARD_RENEW_FEE_INVALID',
    'Renew card 160527947000000002 for `1.00`; `benefitCard.getPolicyList` says that it costs `100.00`.',
    { renewAmount: '1.00' },
  ),
  paid(
    'BCARD_TICKET_COUNT_ZERO_ERROR',
    'Pay for a ticket with card 160527947000000002, but with isBenefit false on every ticket.',
    { card: '160527947000000002', isBenefit: false },
  ),
  paid(
    'BCARD_TICKET_OVER_LIMIT',
    'Pay for two tickets, isBenefit true on both, with card 160527947000000003, which has one left.',
    {
      card: '160527947000000003',
      count: 2,
    },
  ),
  paid(
    'BCARD_SCHEDULE_NOT_MATCH',
    'Pay for a ticket at cinema 112, isBenefit true, with card 160527947000000002, whose policy 100016 is not good there.',
    { card: '160527947000000002', at: '112' },
  ),
]
