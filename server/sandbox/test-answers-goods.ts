import { z } from 'zod'
import type { Recorder } from './test-recorder.ts'
import { byMemberCard, createSelling, paidGoods } from './test-selling.ts'

const Order = z.object({ goodsOrderId: z.string() })

const cinemaLinkId = '681'

/** Buys goods in every variant, and asks what became of them (6). */
export async function askGoods(recorder: Recorder): Promise<void> {
  const selling = createSelling(recorder)
  let orders = 0
  const request = async (at = cinemaLinkId) => ({
    cinemaLinkId: at,
    thirdOrderId: `G${++orders}`,
    mobile: '13800138000',
    goodsList: await selling.goods(at),
  })

  await recorder.all(
    'goods.getGoods',
    [cinemaLinkId, '112', '92', '206'].map(id => ({ cinemaLinkId: id })),
  )
  await recorder.all('order.confirmGoodsOrder', [
    await request('112'),
    await request('92'),
    { ...(await request()), ...byMemberCard('68116100001') },
  ])
  for (const state of [
    'bought',
    'waiting',
    'failed',
    'given back',
    'refund waits',
    'refund failed',
  ] as const) {
    await bring(recorder, 'order.confirmGoodsOrder', await request(), state)
    const perLine = await request()
    const paid = { ...perLine, goodsList: paidGoods(perLine.goodsList) }
    await bring(recorder, 'order.confirmGoodsOrderForMultiPay', paid, state)
  }
}

type State = 'bought' | 'waiting' | 'failed' | 'given back' | 'refund waits' | 'refund failed'

/** Brings an order into a state of 6.4.2, and asks for it in both ways. */
async function bring({ ask, ground }: Recorder, api: string, request: object, state: State): Promise<void> {
  if (state === 'waiting') await ground(api, 'slow')
  if (state === 'failed') await ground(api, 'failing')
  const { payload } = await ask(api, request)
  const order = { cinemaLinkId, ...Order.parse(payload) }
  if (state === 'refund waits') await ground('order.refundGoodsOrder', 'slow')
  if (state === 'refund failed') await ground('order.refundGoodsOrder', 'failing')
  if (state.startsWith('refund') || state === 'given back') await ask('order.refundGoodsOrder', order)
  await ask(api, request)
  await ask('order.getGoodsOrderInfo', order)
}
