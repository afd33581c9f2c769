import type { FaultInput } from '#contract/sandbox-faults.ts'
import type { BizCode } from '../protocol/codes.ts'
import { tradeNo } from '../test-cards.ts'
import { password } from '../test-member-cards.ts'
import { type Guest, lastOf, minutes } from './guest.ts'
import type { Provocation } from './provocation.ts'

const cinema = { cinemaLinkId: '681' }
const recharge = () => ({
  ...cinema,
  cardNumber: '68116100001',
  rechargeAmount: '100.00',
  outTradeNo: tradeNo(),
})
let owners = 0
const registration = () => ({
  benefitPolicyId: '100016',
  mobile: `1370000${String(++owners).padStart(4, '0')}`,
  registerAmount: '120.00',
  outTradeNo: tradeNo(),
})

/** Nothing that a caller or a cinema of the sandbox does leads there: the fault names the code itself. */
const refused = (code: BizCode, api: string, data: object): Provocation => ({
  code,
  api,
  how: `Set \`{"kind":"refuse","code":"${code}","api":"${api}"}\`, then call.`,
  async provoke({ ask, fault }) {
    await fault({ kind: 'refuse', code, api })
    return ask(api, data)
  },
})

/** A call that a fault befalls which does not name the code. */
const befallen = (
  row: Pick<Provocation, 'code' | 'api' | 'how'>,
  what: FaultInput,
  request: () => object,
): Provocation => ({
  ...row,
  async provoke({ ask, fault }) {
    await fault({ ...what, api: row.api })
    return ask(row.api, request())
  },
})

/** What business calls of all kinds are answered when something is wrong with platform or cinema (9.2.1). */
export const commonTroubles: readonly Provocation[] = [
  befallen(
    {
      code: 'SYSTEM_ERROR',
      api: 'benefitCard.registerBenefitCard',
      how: 'Set `{"kind":"fail-tickets","api":"benefitCard.registerBenefitCard"}`, then register a card (policy 100016, `120.00`): benefit cards are the platform’s own, and it fails.',
    },
    { kind: 'fail-tickets' },
    registration,
  ),
  befallen(
    {
      code: 'CONNECTION_ERROR',
      api: 'benefitCard.registerBenefitCard',
      how: 'Set `{"kind":"slow-tickets","delayMs":60000,"api":"benefitCard.registerBenefitCard"}`, then register a card: nobody has answered yet.',
    },
    { kind: 'slow-tickets', delayMs: minutes(1) },
    registration,
  ),
  {
    code: 'CINEMA_CONNECTION_ERROR',
    api: 'seat.lockSeats',
    how: 'Set `{"kind":"trouble","trouble":"offline","cinemaLinkId":"681","times":"always"}`, then lock a seat there: the cinema’s line is cut.',
    async provoke({ ask, fault, show, freeSeats, lockRequest }) {
      const found = await show()
      const request = lockRequest(found, await freeSeats(found, 1))
      await fault({ kind: 'trouble', trouble: 'offline', cinemaLinkId: '681' })
      return ask('seat.lockSeats', request)
    },
  },
  {
    code: 'CINEMA_CONNECTION_ERROR',
    api: 'card.queryBalance',
    how: 'Ask about card 99990001: the cinema that issued it cannot be reached.',
    provoke: ({ ask }) =>
      ask('card.queryBalance', { ...cinema, cardNumber: '99990001', cardPassword: password }),
  },
  befallen(
    {
      code: 'CINEMA_CONNECTION_ERROR',
      api: 'card.recharge',
      how: 'Set `{"kind":"slow-tickets","delayMs":60000,"api":"card.recharge"}`, then recharge card 68116100001: the cinema has not answered yet.',
    },
    { kind: 'slow-tickets', delayMs: minutes(1) },
    recharge,
  ),
  {
    code: 'REQUEST_BUSY_ERROR',
    api: 'card.recharge',
    how: 'Do the same, and repeat the recharge within the minute: the first one is still under way.',
    async provoke({ ask, fault }) {
      const request = recharge()
      await fault({ kind: 'slow-tickets', delayMs: minutes(1), api: 'card.recharge' })
      await ask('card.recharge', request)
      return ask('card.recharge', request)
    },
  },
  {
    code: 'CINEMA_EXECUTOR_ERROR',
    api: 'order.refundOrder',
    how: 'Buy a ticket, set `{"kind":"fail-tickets","api":"order.refundOrder"}`, then give it back: the cinema’s system fails, and the ticket stays good.',
    async provoke({ ask, fault, buy, show }) {
      const { orderId } = await buy(await show())
      await fault({ kind: 'fail-tickets', api: 'order.refundOrder' })
      return ask('order.refundOrder', { ...cinema, orderId })
    },
  },
  befallen(
    {
      code: 'CINEMA_EXECUTOR_ERROR',
      api: 'card.recharge',
      how: 'Set `{"kind":"fail-tickets","api":"card.recharge"}`, then recharge card 68116100001.',
    },
    { kind: 'fail-tickets' },
    recharge,
  ),
  {
    code: 'CINEMA_RATE_LIMIT_EXCEEDED',
    api: 'goods.getGoods',
    how: 'Start the sandbox with `--rate 2`, and ask about one cinema five times at once: it bears two calls a second of a channel, and four after a rest.',
    rate: 2,
    provoke: ({ ask }: Guest) => lastOf(5, () => ask('goods.getGoods', cinema)),
  },
  refused('CINEMA_RETURN_IS_NULL', 'schedule.getSchedules', cinema),
  refused('UNKNOWN_ERROR', 'order.getOrderInfo', { ...cinema, orderId: '1' }),
  refused('RETURN_IS_NULL', 'seat.getSeats', { ...cinema, hallId: '1' }),
  refused('CHANNEL_NOT_FOUND', 'goods.getGoods', cinema),
  refused('GOODS_QUERY_ERROR', 'goods.getGoods', cinema),
]
