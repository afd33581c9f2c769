import { z } from 'zod'
import { tradeNo } from './test-cards.ts'
import type { Recorder } from './test-recorder.ts'

/** A confirm that a benefit card paid for; it counts as an order of the card, under the number of its lock. */
const Bought = z.object({
  lockOrderId: z.string(),
  paymentList: z.tuple([z.object({ paymentMethod: z.literal('BenefitCard') })]),
})

/** Registers, renews and asks about benefit cards in every variant (8). One has paid for an order before. */
export async function askBenefitCards({ must, all, ask, ground, recorded }: Recorder): Promise<void> {
  await all('benefitCard.getPolicyList', [{}])
  const mobile = '13800138011'
  const Card = z.object({
    benefitCardNumber: z.string(),
    benefitCardOrderId: z.string(),
    outTradeNo: z.string(),
  })
  const sold: z.infer<typeof Card>[] = []
  for (const [benefitPolicyId, registerAmount, holder] of [
    ['100016', '120.00', { cardUserName: '测试', idcard: '440102199001010026' }],
    ['100017', '30.00', {}],
    ['100018', '0.00', {}],
  ] as const) {
    const request = { benefitPolicyId, outTradeNo: tradeNo(), mobile, registerAmount, ...holder }
    sold.push(await must('benefitCard.registerBenefitCard', request, Card))
  }
  const [limited, , tried] = sold
  const Renewed = z.object({ benefitCardOrderId: z.string() })
  const renewed = await must(
    'benefitCard.renewBenefitCard',
    { benefitCardNumber: limited?.benefitCardNumber, outTradeNo: tradeNo(), mobile, renewAmount: '100.00' },
    Renewed,
  )
  await all('benefitCard.renewBenefitCard', [
    { benefitCardNumber: tried?.benefitCardNumber, outTradeNo: tradeNo(), mobile, renewAmount: '9.90' },
  ])
  const old = ['160527947000000002', '160527947000000004', '160527947000000005', '160527947000000006']
  await all(
    'benefitCard.getCardDetail',
    [...old, ...sold.map(card => card.benefitCardNumber)].map(benefitCardNumber => ({ benefitCardNumber })),
  )
  for (const by of ['slow', 'failing'] as const) {
    const outTradeNo = tradeNo()
    await ground('benefitCard.registerBenefitCard', by)
    await ask('benefitCard.registerBenefitCard', {
      benefitPolicyId: '100018',
      outTradeNo,
      mobile: '13800138012',
      registerAmount: '0.00',
    })
    await all('benefitCard.getCardOrderDetail', [{ outTradeNo }])
  }
  const bought = recorded.flatMap(({ request }) => Bought.safeParse(request).data ?? [])
  await all('benefitCard.getCardOrderDetail', [
    ...bought.map(({ lockOrderId }) => ({ outTradeNo: lockOrderId })),
    renewed,
    ...sold.map(({ benefitCardOrderId }) => ({ benefitCardOrderId })),
    ...sold.map(({ outTradeNo }) => ({ outTradeNo })),
  ])
}
