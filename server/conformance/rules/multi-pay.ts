import { goodsLine, goodsRequest, multiPaid, paymentsOver } from '../orders.ts'
import type { Probe } from '../probe.ts'
import type { Rule } from '../rule.ts'
import { type ConfirmRequest, lineFen } from '../sale.ts'
import { refusedWith } from '../verdict.ts'

const api = 'order.confirmOrderForMultiPay'
const about = { api, mode: 'full' } as const

/** Payments per ticket and per line of goods: specification 5.4.3, 5.6.3 and 6.3.3. */
export const multiPayRules: readonly Rule[] = [
  {
    ...about,
    id: 'multi-pay.too-little',
    section: '5.4.3',
    sentence:
      'The payments of a ticket add up to ticketPrice + ticketFee: a fen less is refused with PAYMENT_AMOUNT_ERROR.',
    check: probe => confirmed(probe, fen => paymentsOver(fen - 1, probe.numbers), 'PAYMENT_AMOUNT_ERROR'),
  },
  {
    ...about,
    id: 'multi-pay.too-much',
    section: '5.4.3',
    sentence:
      'The payments of a ticket add up to ticketPrice + ticketFee: a fen more is refused with PAYMENT_AMOUNT_ERROR.',
    check: probe => confirmed(probe, fen => paymentsOver(fen + 1, probe.numbers), 'PAYMENT_AMOUNT_ERROR'),
  },
  {
    ...about,
    id: 'multi-pay.no-payments',
    section: '5.4.3, 9.2.1',
    sentence: 'A ticket without a paymentList is refused with NULL_ARGUMENT (or PAYMENT_METHOD_ERROR).',
    check: probe => confirmed(probe, () => undefined, 'NULL_ARGUMENT', 'PAYMENT_METHOD_ERROR'),
  },
  {
    ...about,
    id: 'multi-pay.method',
    section: '5.4.3, 9.2.3',
    sentence: 'Methods are written as the table has them: "ali" is refused with PAYMENT_METHOD_ERROR.',
    check: probe =>
      confirmed(
        probe,
        fen => paymentsOver(fen, probe.numbers).map(payment => ({ ...payment, paymentMethod: 'ali' })),
        'PAYMENT_METHOD_ERROR',
      ),
  },
  {
    api: 'order.confirmMixOrderForMultiPay',
    mode: 'full',
    id: 'multi-pay.goods-of-mixed',
    section: '5.6.3',
    sentence:
      'The payments of a line of goods add up to salePrice x count: a fen less is refused with PAYMENT_AMOUNT_ERROR.',
    async check({ sale, counter, numbers, ask }) {
      const goods = await counter.firstGoods()
      const request = {
        ...multiPaid(sale.confirmRequest(await sale.trialLock()), numbers),
        goodsList: [{ ...goodsLine(goods, 2), paymentList: paymentsOver(goods.priceFen * 2 - 1, numbers) }],
      }
      return refusedWith(await ask('order.confirmMixOrderForMultiPay', request), 'PAYMENT_AMOUNT_ERROR')
    },
  },
  {
    api: 'order.confirmGoodsOrderForMultiPay',
    mode: 'full',
    id: 'multi-pay.goods',
    section: '6.3.3',
    sentence:
      'The payments of a line of goods add up to salePrice x count: a fen less is refused with PAYMENT_AMOUNT_ERROR.',
    async check({ counter, numbers, ask, cinema: { cinemaLinkId } }) {
      const goods = await counter.firstGoods()
      const line = { ...goodsLine(goods, 2), paymentList: paymentsOver(goods.priceFen * 2 - 1, numbers) }
      const request = goodsRequest(cinemaLinkId, numbers.next(), [line])
      return refusedWith(await ask('order.confirmGoodsOrderForMultiPay', request), 'PAYMENT_AMOUNT_ERROR')
    },
  },
]

async function confirmed(
  { sale, ask }: Probe,
  paymentListOf: (owedFen: number) => object[] | undefined,
  ...codes: readonly string[]
) {
  const request: ConfirmRequest = sale.confirmRequest(await sale.trialLock())
  const ticketList = request.ticketList.map(line => ({ ...line, paymentList: paymentListOf(lineFen(line)) }))
  return refusedWith(await ask(api, { ...request, ticketList }), ...codes)
}
