import { encipher, tradeNo } from '../test-cards.ts'
import { password } from '../test-member-cards.ts'
import type { Provocation } from './provocation.ts'

const cinema = { cinemaLinkId: '681' }
const wrongPassword = encipher('654321')

/** One call about a card of cinema 681. */
const asked = (
  code: Provocation['code'],
  api: string,
  how: string,
  data: Readonly<Record<string, string>>,
): Provocation => ({
  code,
  api,
  how,
  provoke: ({ ask }) => ask(api, { ...cinema, ...data }),
})
const registration = () => ({
  gradeId: '2823',
  cardPassword: password,
  cardCostFee: '10.00',
  memberFee: '0.00',
  firstRechargeAmount: '0.00',
  mobile: '13800138000',
  outTradeNo: tradeNo(),
})

/** What is answered about member cards (9.2.9). Every card of the sandbox begins with the password 123456. */
export const memberCards: readonly Provocation[] = [
  asked('CARD_NOT_EXIST_ERROR', 'card.getCardDetail', 'Ask about card `1`.', { cardNumber: '1' }),
  asked(
    'CARD_NOT_EXIST_ERROR',
    'card.getCardDetail',
    'Ask cinema 681 about card 5816100001, which is of cinema 58.',
    { cardNumber: '5816100001' },
  ),
  asked(
    'CARD_PASSWORD_ERROR',
    'card.queryBalance',
    'Ask for the balance of card 68116100001 with 654321, enciphered, as cardPassword.',
    { cardNumber: '68116100001', cardPassword: wrongPassword },
  ),
  asked(
    'CARD_OLD_PASSWORD_ERROR',
    'card.modifyPassword',
    'Give card 68116100001 another password, with 654321, enciphered, as oldPassword.',
    { cardNumber: '68116100001', oldPassword: wrongPassword, newPassword: password },
  ),
  asked(
    'CARD_NOT_USE_ERROR',
    'card.modifyPassword',
    'Give card 68116100008 another password: it was reported lost.',
    { cardNumber: '68116100008', oldPassword: password, newPassword: password },
  ),
  {
    code: 'CARD_NOT_USE_ERROR',
    api: 'order.confirmOrder',
    how: 'Pay for a ticket with member card 68116100010, which has expired.',
    async provoke({ ask, order, show }) {
      const payCardInfo = { cardNumber: '68116100010', cardPassword: password }
      const paymentList = [{ paymentMethod: 'MemberCard', payCardInfo }]
      return ask('order.confirmOrder', { ...(await order(await show())), paymentList })
    },
  },
  asked(
    'CARD_TYPE_NOADD_ERROR',
    'card.recharge',
    'Recharge gift card 68116100006 with `100.00`: only grades V and T can be filled up.',
    { cardNumber: '68116100006', rechargeAmount: '100.00', outTradeNo: tradeNo() },
  ),
  asked(
    'TIME_CARD_CHARGE_ERROR',
    'card.recharge',
    'Recharge card 68116100003, of ten times for `300.00`, with `301.00`.',
    { cardNumber: '68116100003', rechargeAmount: '301.00', outTradeNo: tradeNo() },
  ),
  asked(
    'CARD_GRADE_NOT_EXIST_ERROR',
    'card.registerCard',
    'Register a card of grade `1`, which cinema 681 does not have.',
    { ...registration(), gradeId: '1' },
  ),
  asked(
    'CARD_NO_PRECARD_ERROR',
    'card.registerCard',
    'Register a card of grade 2827 at cinema 681, of which it has no blank ones left.',
    { ...registration(), gradeId: '2827' },
  ),
  asked(
    'CARD_REGISTER_FEE_ERROR',
    'card.registerCard',
    'Register a card of grade 2823 with cardCostFee `1.00`; `card.getCardGradeList` says that it costs `10.00`.',
    { ...registration(), cardCostFee: '1.00' },
  ),
]
