import { z } from 'zod'
import { encipher, tradeNo } from './test-cards.ts'
import { priced, theShow } from './test-cloud.ts'
import type { Recorder } from './test-recorder.ts'

const cardPassword = encipher('123456')
const today = { startDate: '2026-11-23', endDate: '2026-11-23' }

/** A card of every type of grade (7.1.4): V, T, A, G. */
const usable = ['68116100001', '68116100003', '68116100005', '68116100006']
/** Used up, lost, cancelled, expired, exchanged (7.7.4). */
const unusable = ['68116100007', '68116100008', '68116100009', '68116100010', '68116100012']
const stored = { cinemaLinkId: '681', cardNumber: '68116100001' }
const byTimes = { cinemaLinkId: '681', cardNumber: '68116100003' }

/** Registers, fills and asks about member cards in every variant (7). Some have paid for orders before. */
export async function askMemberCards({ cloud, must, all, ask, ground }: Recorder): Promise<void> {
  await all(
    'card.getCardGradeList',
    ['681', '112', '92', '58', '206'].map(cinemaLinkId => ({ cinemaLinkId })),
  )
  const register = {
    cinemaLinkId: '58',
    gradeId: '2829',
    cardPassword,
    cardCostFee: '100.00',
    memberFee: '100.00',
    firstRechargeAmount: '0.00',
    mobile: '13800138009',
  }
  const owner = {
    cardUserName: '周行',
    idCard: '440106199203040015',
    address: '广州市天河区',
    birthdate: '1992-03-04',
    email: 'zhou@example.com',
  }
  const Ordered = z.object({ cardNumber: z.string(), cardOrderId: z.string() })
  const known = await must('card.registerCard', { ...register, ...owner, outTradeNo: tradeNo() }, Ordered)
  const bare = await must('card.registerCard', { ...register, outTradeNo: tradeNo() }, Ordered)

  const Order = z.object({ cardOrderId: z.string(), outTradeNo: z.string() })
  const orders: z.infer<typeof Order>[] = []
  for (const [api, change] of [
    ['card.recharge', { ...stored, rechargeAmount: '500.00', description: '充值' }],
    ['card.recharge', { ...stored, rechargeAmount: '-50.00', description: '更正' }],
    ['card.recharge', { ...byTimes, rechargeAmount: '300.00' }],
    ['card.updatePoints', { ...stored, points: '100.00', description: '积分获得' }],
    ['card.updatePoints', { ...stored, points: '-12.50', description: '换购' }],
  ] as const)
    orders.push(await must(api, { ...change, outTradeNo: tradeNo() }, Order))
  await all('card.getCardOrderDetail', [
    { cardOrderId: known.cardOrderId },
    ...orders.map(({ cardOrderId }) => ({ cardOrderId })),
    ...orders.map(({ outTradeNo }) => ({ outTradeNo })),
    ...orders,
  ])

  for (const by of ['slow', 'failing'] as const) {
    const outTradeNo = tradeNo()
    await ground('card.registerCard', by)
    await ask('card.registerCard', { ...register, outTradeNo })
    await all('card.getCardOrderDetail', [{ outTradeNo }])
  }

  const newPassword = encipher('654321')
  const changed = { cinemaLinkId: '58', cardNumber: known.cardNumber }
  await all('card.modifyPassword', [{ ...changed, oldPassword: cardPassword, newPassword }])
  await all('card.modifyInformation', [
    { ...changed, cardPassword: newPassword },
    { ...changed, ...owner, cardPassword: newPassword, mobile: '13800138010', gender: '男' },
  ])
  await all('card.getCardDetail', [
    ...[...usable, ...unusable].map(cardNumber => ({ cinemaLinkId: '681', cardNumber })),
    changed,
    { cinemaLinkId: '58', cardNumber: bare.cardNumber },
  ])
  await all(
    'card.queryBalance',
    usable.map(cardNumber => ({ cinemaLinkId: '681', cardNumber, cardPassword })),
  )

  const show = theShow(await cloud.shows('681'), one => one.hallId === '2' && priced.bySettle(one))
  const [seat] = await cloud.seats(show)
  const atShow = usable.map(cardNumber => ({
    ...cloud.key(show),
    cardNumber,
    sectionId: seat?.sectionId,
  }))
  await all('card.getCardDiscountTickets', atShow)
  await all('card.queryPrice', atShow)

  const records = [stored, byTimes, { cinemaLinkId: '58', cardNumber: '5816100001' }].map(card => ({
    ...card,
    ...today,
  }))
  for (const api of ['getCardConsumeRecords', 'getCardRechargeRecords', 'getCardPointsRecords'])
    await all(`card.${api}`, records)
}
