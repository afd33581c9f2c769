import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { yuan } from '#contract/money.ts'
import { encipher, tradeNo } from '../test-cards.ts'
import { evening } from '../test-cloud.ts'
import { failing, type GroundCloud, minute, openGroundCloud, slow } from '../test-ground.ts'

let box: GroundCloud
beforeEach(() => {
  box = openGroundCloud()
})
afterEach(() => box.close())

const at = (ms: number) => {
  box.clock.time = evening + ms
}

const member = { cinemaLinkId: '681', cardNumber: '68116100001' }
const password = encipher('123456')
const [memberDetail, benefitDetail] = ['card.getCardOrderDetail', 'benefitCard.getCardOrderDetail']
const kinds = [
  {
    api: 'registerCard',
    detail: memberDetail,
    numberedBefore: false,
    args: {
      cinemaLinkId: '58',
      gradeId: '2829',
      cardPassword: password,
      cardCostFee: '100.00',
      memberFee: '100.00',
      firstRechargeAmount: '0.00',
      mobile: '15618171111',
      email: 'oooo@yy.com',
    },
    change: { mobile: '15618171112' },
    told: { orderType: 'register', amount: '200.00', cinemaLinkId: '58', description: '' },
  },
  {
    api: 'recharge',
    detail: memberDetail,
    numberedBefore: true,
    args: { ...member, rechargeAmount: '100.00', description: '充值' },
    change: { rechargeAmount: '200.00' },
    told: { orderType: 'recharge', amount: '100.00', cinemaLinkId: '681', description: '充值' },
  },
  {
    api: 'updatePoints',
    detail: memberDetail,
    numberedBefore: true,
    args: { ...member, points: '-20.00', description: '换购' },
    change: { points: '-30.00' },
    told: { orderType: 'modifypoints', points: '-20.00', description: '换购' },
  },
  {
    api: 'registerBenefitCard',
    detail: benefitDetail,
    numberedBefore: false,
    args: { benefitPolicyId: '100016', mobile: '18922371111', registerAmount: '120.00' },
    change: { mobile: '18922371112' },
    told: { orderType: 'register', amount: '120.00' },
  },
  {
    api: 'renewBenefitCard',
    detail: benefitDetail,
    numberedBefore: true,
    args: { benefitCardNumber: '160527947000000002', mobile: '13800138000', renewAmount: '100.00' },
    change: { mobile: '13800138001' },
    told: { orderType: 'renew', amount: '100.00' },
  },
]
/** What is answered while it is not known what comes of the order, and when it failed. */
const codesOf = (detail: string) =>
  detail === memberDetail
    ? { unanswered: 'CINEMA_CONNECTION_ERROR', failed: 'CINEMA_EXECUTOR_ERROR' }
    : { unanswered: 'CONNECTION_ERROR', failed: 'SYSTEM_ERROR' }
const cardNumberIn = (data: Readonly<Record<string, unknown>>) =>
  data['cardNumber'] ?? data['benefitCardNumber']

describe.each(kinds)('$api', ({ api, detail, args, change, told, numberedBefore }) => {
  const ordered = () => ({ ...args, outTradeNo: tradeNo() })
  const { unanswered, failed } = codesOf(detail)
  const detailOf = (order: { outTradeNo: string }) => box.ask(detail, { outTradeNo: order.outTradeNo }).data

  test('waits while the cinema is slow, and the card changes at that instant, once', () => {
    const order = ordered()
    const before = box.cards()
    expect(box.ask(api, order, slow(2 * minute)).code).toBe(unanswered)
    at(2 * minute - 1)
    expect(box.ask(api, order).code).toBe('REQUEST_BUSY_ERROR')
    expect(box.ask(api, { ...order, ...change }).code).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
    const waiting = detailOf(order)
    expect(waiting).toMatchObject({ ...told, orderStatus: 'wait', createDateTime: '2026-11-23 20:00:00' })
    expect(cardNumberIn(waiting) !== undefined).toBe(numberedBefore)
    expect(box.cards()).toEqual(before)

    at(2 * minute)
    const done = box.ask(api, order)
    expect(done).toMatchObject({ code: 'SUCCESS', data: { outTradeNo: order.outTradeNo } })
    const number = { cardNumber: expect.stringMatching(/^\d+$/) }
    const named = detail === memberDetail ? number : { benefitCardNumber: number.cardNumber }
    expect(detailOf(order)).toEqual({ ...waiting, ...named, orderStatus: 'success' })
    const changed = box.cards()
    expect(changed).not.toEqual(before)
    at(60 * minute)
    expect(box.ask(api, order)).toEqual(done)
    expect(box.cards()).toEqual(changed)
  })

  test('does what a prompt cinema would have done at that instant, whenever anybody looks', () => {
    const order = ordered()
    box.ask(api, order, slow(2 * minute))
    at(3 * minute)
    box.ask('getCinemas', {})
    const late = box.cards()
    box.close()
    box = openGroundCloud()
    at(2 * minute)
    expect(box.ask(api, order).code).toBe('SUCCESS')
    expect(late).toEqual(box.cards())
  })

  test.each([0, 2 * minute])('fails with a cinema that fails after %i ms, for good', delayMs => {
    const order = ordered()
    const before = box.cards()
    const first = box.ask(api, order, failing(delayMs)).code
    expect(first).toBe(delayMs === 0 ? failed : unanswered)
    at(delayMs)
    expect(box.ask(api, order).code).toBe(failed)
    const last = detailOf(order)
    expect(last).toMatchObject({ ...told, orderStatus: 'fail' })
    expect(cardNumberIn(last) !== undefined).toBe(numberedBefore)
    at(60 * minute)
    expect(box.ask(api, order).code).toBe(failed)
    expect(box.cards()).toEqual(before)
    expect(box.ask(api, ordered()).code).toBe('SUCCESS')
  })
})

describe('an order that waits', () => {
  const recharge = (rechargeAmount: string, ground = slow(0)) => {
    const order = { ...member, outTradeNo: tradeNo(), rechargeAmount, description: '扣减' }
    return { order, code: box.ask('recharge', order, ground).code }
  }
  const statusOf = ({ outTradeNo }: { outTradeNo: string }) =>
    box.ask(memberDetail, { outTradeNo }).data['orderStatus']

  test('is none when it is refused before the cinema is asked', () => {
    const { order, code } = recharge('-500.01', slow(minute))
    expect(code).toBe('ILLEGAL_ARGUMENT')
    expect(box.ask(memberDetail, { outTradeNo: order.outTradeNo }).code).toBe('ORDER_NOT_FOUND')
  })

  test('fails when the card no longer allows it then', () => {
    const waiting = recharge('-400.00', slow(2 * minute))
    expect(waiting.code).toBe('CINEMA_CONNECTION_ERROR')
    at(minute)
    expect(recharge('-300.00').code).toBe('SUCCESS')
    at(2 * minute)
    expect(statusOf(waiting.order)).toBe('fail')
    expect(box.ask('recharge', waiting.order).code).toBe('CINEMA_EXECUTOR_ERROR')
    expect(box.ask('queryBalance', { ...member, cardPassword: password }).data['balance']).toBe('200.00')
  })

  test('comes after what is done before it, however late anybody looks', () => {
    const payCardInfo = { cardNumber: member.cardNumber }
    const request = { ...box.lock(box.show()), paymentList: [{ paymentMethod: 'MemberCard', payCardInfo }] }
    expect(box.ask('confirmOrder', request, failing(minute)).code).toBe('ORDER_PROCESSING')
    expect(recharge('100.00', slow(3 * minute)).code).toBe('CINEMA_CONNECTION_ERROR')
    expect(recharge('-50.00', slow(2 * minute)).code).toBe('CINEMA_CONNECTION_ERROR')
    at(60 * minute)
    const { cinemaLinkId, cardNumber } = member
    const day = { startDate: '2026-11-23', endDate: '2026-11-23' }
    const records = box.ask('getCardRechargeRecords', { cinemaLinkId, cardNumber, ...day }).list
    // The ticket's money was back by then: the card had its 500 again.
    expect(records).toMatchObject([
      { rechargeAmount: '100.00', beforeBalance: '450.00', rechargeDateTime: '2026-11-23 20:03:00' },
      { rechargeAmount: '-50.00', beforeBalance: '500.00', rechargeDateTime: '2026-11-23 20:02:00' },
    ])
  })

  test('gives one benefit card to two who asked for the same: the second one fails', () => {
    const args = { benefitPolicyId: '100016', mobile: '18922371111', registerAmount: '120.00' }
    const [first, second] = [tradeNo(), tradeNo()].map(outTradeNo => ({ ...args, outTradeNo }))
    if (!first || !second) throw new Error('two are needed')
    expect(box.ask('registerBenefitCard', first, slow(2 * minute)).code).toBe('CONNECTION_ERROR')
    expect(box.ask('registerBenefitCard', second, slow(minute)).code).toBe('CONNECTION_ERROR')
    at(2 * minute)
    expect(box.ask('registerBenefitCard', first).code).toBe('SYSTEM_ERROR')
    expect(box.ask('registerBenefitCard', second).code).toBe('SUCCESS')
  })

  test('is done although the sandbox was killed meanwhile', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'foyer-ground-'))
    const order = { ...member, outTradeNo: tradeNo(), rechargeAmount: '100.00' }
    const first = openGroundCloud(dataDir)
    first.ask('recharge', order, slow(minute))
    first.close()
    const second = openGroundCloud(dataDir)
    second.clock.time = evening + minute
    expect(second.ask('recharge', order)).toMatchObject({ code: 'SUCCESS', data: { balance: '600.00' } })
    second.close()
    rmSync(dataDir, { recursive: true })
  })

  test('is of tickets bought with a benefit card as well', () => {
    const show = box.show()
    const { ticketList, ...rest } = box.lock(show)
    const ticketPrice = yuan(Math.max(show.lowestFen, (show.settleFen ?? 0) - 15_00))
    const payCardInfo = { benefitCardNumber: '160527947000000002' }
    const request = {
      ...rest,
      ticketList: ticketList.map(ticket => ({ ...ticket, ticketPrice, isBenefit: true })),
      paymentList: [{ paymentMethod: 'BenefitCard', payCardInfo }],
    }
    const status = () => box.ask(benefitDetail, { outTradeNo: request.lockOrderId }).data['orderStatus']
    expect(box.ask('confirmOrder', request, failing(minute)).code).toBe('ORDER_PROCESSING')
    expect(status()).toBe('wait')
    at(minute)
    expect(status()).toBe('fail')
  })
})
