import type { BizCode } from '../protocol/codes.ts'
import { tradeNo } from '../test-cards.ts'
import { password } from '../test-member-cards.ts'
import { lastOf } from './guest.ts'
import type { Provocation } from './provocation.ts'
import { underFault } from './under-fault.ts'

const cinema = { cinemaLinkId: '681' }
const recharge = () => ({
  ...cinema,
  cardNumber: '68116100001',
  rechargeAmount: '100.00',
  outTradeNo: tradeNo(),
})
const registration = (mobile: string) => () => ({
  benefitPolicyId: '100016',
  mobile,
  registerAmount: '120.00',
  outTradeNo: tradeNo(),
})

/** Nothing that a caller or a cinema of the sandbox does leads there: the fault names the code itself. */
const refused = (code: BizCode, api: string, data: object): Provocation =>
  underFault({
    code,
    api,
    fault: { kind: 'refuse', code, api },
    last: 'call.',
    request: () => data,
  })

/** What business calls of all kinds are answered when something is wrong with platform or cinema (9.2.1). */
export const commonTroubles: readonly Provocation[] = [
  underFault({
    code: 'SYSTEM_ERROR',
    api: 'benefitCard.registerBenefitCard',
    fault: { kind: 'fail-tickets', api: 'benefitCard.registerBenefitCard' },
    last: 'register a card of policy 100016 for `120.00`: benefit cards are the platform’s own, and it fails.',
    request: registration('13700000001'),
  }),
  underFault({
    code: 'CONNECTION_ERROR',
    api: 'benefitCard.registerBenefitCard',
    fault: { kind: 'slow-tickets', delayMs: 60_000, api: 'benefitCard.registerBenefitCard' },
    last: 'register a card of policy 100016 for `120.00`: nobody has answered yet. Repeat the call, or ask `benefitCard.getCardOrderDetail`.',
    request: registration('13700000002'),
  }),
  underFault({
    code: 'CINEMA_CONNECTION_ERROR',
    api: 'seat.lockSeats',
    fault: { kind: 'trouble', trouble: 'offline', cinemaLinkId: '681' },
    last: 'lock a seat at cinema 681: its line is cut.',
    async request({ show, freeSeats, lockRequest }) {
      const found = await show()
      return lockRequest(found, await freeSeats(found, 1))
    },
  }),
  {
    code: 'CINEMA_CONNECTION_ERROR',
    api: 'card.queryBalance',
    how: 'Ask about card 99990001: the cinema that issued it cannot be reached.',
    provoke: ({ ask }) =>
      ask('card.queryBalance', { ...cinema, cardNumber: '99990001', cardPassword: password }),
  },
  underFault({
    code: 'CINEMA_CONNECTION_ERROR',
    api: 'card.recharge',
    fault: { kind: 'slow-tickets', delayMs: 60_000, api: 'card.recharge' },
    last: 'recharge card 68116100001: the cinema has not answered yet. Repeat the call, or ask `card.getCardOrderDetail`.',
    request: recharge,
  }),
  {
    code: 'REQUEST_BUSY_ERROR',
    api: 'card.recharge',
    how: 'Set `{"kind":"slow-tickets","delayMs":60000,"api":"card.recharge"}`, recharge card 68116100001, and repeat the call within the minute: the first one is still under way.',
    async provoke({ ask, fault }) {
      const request = recharge()
      await fault({ kind: 'slow-tickets', delayMs: 60_000, api: 'card.recharge' })
      return lastOf(2, () => ask('card.recharge', request))
    },
  },
  underFault({
    code: 'CINEMA_EXECUTOR_ERROR',
    api: 'order.refundOrder',
    first: 'Buy a ticket',
    fault: { kind: 'fail-tickets', api: 'order.refundOrder' },
    last: 'give it back: the cinema’s system fails, and the ticket stays good.',
    async request({ buy, show }) {
      const { orderId } = await buy(await show())
      return { ...cinema, orderId }
    },
  }),
  underFault({
    code: 'CINEMA_EXECUTOR_ERROR',
    api: 'card.recharge',
    fault: { kind: 'fail-tickets', api: 'card.recharge' },
    last: 'recharge card 68116100001.',
    request: recharge,
  }),
  {
    code: 'CINEMA_RATE_LIMIT_EXCEEDED',
    api: 'goods.getGoods',
    how: 'Start the sandbox with `--rate 1`, and ask about cinema 681 three times within a second: it bears one call a second of a channel, and two after a rest.',
    rate: 1,
    provoke: ({ ask }) => lastOf(3, () => ask('goods.getGoods', cinema)),
  },
  refused('CINEMA_RETURN_IS_NULL', 'schedule.getSchedules', cinema),
  refused('UNKNOWN_ERROR', 'order.getOrderInfo', { ...cinema, orderId: '1' }),
  refused('RETURN_IS_NULL', 'seat.getSeats', { ...cinema, hallId: '1' }),
  refused('CHANNEL_NOT_FOUND', 'goods.getGoods', cinema),
  refused('GOODS_QUERY_ERROR', 'goods.getGoods', cinema),
]
