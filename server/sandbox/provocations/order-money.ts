import { yuan } from '#contract/money.ts'
import { type ListedShow, priced, theShow } from '../test-cloud.ts'
import { byBenefitCard } from '../test-selling.ts'
import type { Guest } from './guest.ts'
import type { Provocation } from './provocation.ts'
import { underFault } from './under-fault.ts'

const aYuanMore = ({ settlePrice = '0' }: ListedShow) => yuan(Math.round(Number(settlePrice) * 100) + 100)

/** A confirm of one seat whose ticket says something else. */
const mispriced = (
  row: Pick<Provocation, 'code' | 'how'>,
  line: (show: ListedShow) => object,
  find: (guest: Guest) => Promise<ListedShow> = guest => guest.show(),
): Provocation => ({
  ...row,
  api: 'order.confirmOrder',
  async provoke(guest) {
    const show = await find(guest)
    return guest.ask('order.confirmOrder', await guest.orderWith(show, line(show)))
  },
})

/** What confirms of tickets are answered for prices, fees and payments (9.2.3). */
export const orderMoney: readonly Provocation[] = [
  {
    code: 'PAYMENT_AMOUNT_ERROR',
    api: 'order.confirmOrderForMultiPay',
    how: 'Let the payments of a ticket add up to less than ticketPrice and ticketFee: one payment of `1.00` by Cash.',
    async provoke({ ask, orderWith, show }) {
      const paymentList = [{ paymentMethod: 'Cash', payAmount: '1.00' }]
      return ask('order.confirmOrderForMultiPay', await orderWith(await show(), { paymentList }))
    },
  },
  {
    code: 'PAYMENT_METHOD_ERROR',
    api: 'order.confirmOrderForMultiPay',
    how: 'Pay for a ticket with a paymentMethod that does not exist: `Barter`.',
    async provoke({ ask, orderWith, show }) {
      const paymentList = [{ paymentMethod: 'Barter', payAmount: '1.00' }]
      return ask('order.confirmOrderForMultiPay', await orderWith(await show(), { paymentList }))
    },
  },
  mispriced(
    {
      code: 'PAYMENT_METHOD_ERROR',
      how: 'Claim a benefit, isBenefit true, without a BenefitCard in the paymentList.',
    },
    () => ({ isBenefit: true }),
  ),
  mispriced(
    {
      code: 'LOW_THAN_LEAST_PRICE_ERROR',
      how: 'Sell a seat of a show without settlePrice and areaSettlePrices below its lowestPrice, at `1.00`.',
    },
    () => ({ ticketPrice: '1.00' }),
    async ({ shows }) => theShow(await shows('681'), priced.byChannel),
  ),
  mispriced(
    {
      code: 'LOW_THAN_SETTLE_PRICE_ERROR',
      how: 'Sell a seat of a show that has a settlePrice, and no areas, for less: `1.00`.',
    },
    () => ({ ticketPrice: '1.00' }),
  ),
  mispriced(
    {
      code: 'TICKET_PRICE_VALID_ERROR',
      how: 'Sell a seat of a show that has a settlePrice, and no areas, for a yuan more than that.',
    },
    show => ({ ticketPrice: aYuanMore(show) }),
  ),
  mispriced({ code: 'TICKET_PRICE_ERROR', how: 'Sell a seat for `0.00`.' }, () => ({ ticketPrice: '0.00' })),
  mispriced(
    { code: 'TICKET_FEE_ERROR', how: 'Charge another ticketFee than the show names, `0.01`.' },
    () => ({ ticketFee: '0.01' }),
  ),
  mispriced(
    {
      code: 'TICKET_FEE_ERROR',
      how: 'At cinema 112, which lies in Shanghai, charge a fee of `12.01` on a ticket of `100.00` for a show that names neither settlePrice nor ticketfee: it may be 12.00 and a fifth of the price at most.',
    },
    () => ({ ticketPrice: '100.00', ticketFee: '12.01' }),
    async ({ shows }) => theShow(await shows('112'), priced.byChannel),
  ),
  underFault({
    code: 'CHANNEL_PRICE_ERROR',
    api: 'order.confirmOrder',
    first: 'Lock a seat',
    fault: { kind: 'refuse', code: 'CHANNEL_PRICE_ERROR', api: 'order.confirmOrder' },
    last: 'confirm it: the cinema has set another market price than it tells.',
    request: async ({ order, show }) => order(await show()),
  }),
  {
    code: 'AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR',
    api: 'order.confirmOrder',
    how: 'Sell a seat that lies in an area of the show (`seat.getScheduleAreaSeats`) for less than the area’s settlePrice, at `1.00`.',
    provoke: async ({ ask, areaOrder }) =>
      ask('order.confirmOrder', await areaOrder({ ticketPrice: '1.00' })),
  },
  {
    code: 'AREA_SEAT_NOT_SUPPORT_BENEFIT',
    api: 'order.confirmOrder',
    how: 'Sell a seat that lies in an area of the show (`seat.getScheduleAreaSeats`) with isBenefit true and benefit card 160527947000000002 in the paymentList.',
    provoke: async ({ ask, areaOrder }) =>
      ask('order.confirmOrder', {
        ...(await areaOrder({ isBenefit: true })),
        ...byBenefitCard('160527947000000002'),
      }),
  },
]
