import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStaffMember } from '../test-support/staff-member.ts'
import { shiftedClock, startHouse } from '../test-support/start-house.ts'
import { startAlipayStandIn } from './alipay/test-support/alipay-stand-in.ts'
import { alipaySettings, freePort, wechatSettings } from './test-support/settings.ts'
import { startWechatStandIn } from './wechat/test-support/wechat-stand-in.ts'

type Clock = ReturnType<typeof shiftedClock>
const providers = [
  [
    'Alipay',
    async (clock: Clock) => {
      const standIn = await startAlipayStandIn({ clock })
      return { standIn, settings: alipaySettings(standIn.credentials) }
    },
  ],
  [
    'WeChat Pay',
    async (clock: Clock) => {
      const standIn = await startWechatStandIn({ clock })
      return { standIn, settings: wechatSettings(standIn.credentials) }
    },
  ],
] as const

/** The whole house, with a real provider's protocol between it and the money. */
describe.each(providers)('a sale paid by %s', (_name, open) => {
  let standIn: Awaited<ReturnType<typeof open>>['standIn']
  let settings: Record<string, string>
  let house: Awaited<ReturnType<typeof startHouse>>
  beforeAll(async () => {
    const clock = shiftedClock()
    ;({ standIn, settings } = await open(clock))
    const port = await freePort()
    const environment = { ...settings, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` }
    house = await startHouse({ clock, environment })
  })
  afterAll(async () => {
    await house.close()
    await standIn.close()
  })

  /** An order whose QR is on the screen. */
  async function paying() {
    const { guest } = house
    const { hall } = await guest.findShow()
    const held = await guest.hold(hall.showId, await guest.freeSeats(hall, 1))
    const answer = held.ok ? await guest.pay(held.value) : held
    if (!answer.ok) throw new Error(answer.error.code)
    return { order: answer.value, qr: answer.value.payment?.qr ?? '' }
  }

  /** What the provider's own books say of the payment behind a QR. */
  async function booked(qr: string) {
    const books = await standIn.control({ act: 'books' })
    if (typeof books === 'boolean') throw new Error('no books')
    const trade = books.trades.find(one => one.qr === qr)
    return { trade, refunds: books.refunds.filter(one => one.outTradeNo === trade?.outTradeNo) }
  }
  const statusOf = async (orderId: string) =>
    (await house.guest.get('getOrder', { params: { orderId } })).status
  /** Looks as often as a screen may. */
  const poll = { interval: 300, timeout: 20_000 }

  test('becomes a ticket by the provider’s message, and no log line bears a key', async () => {
    const { order, qr } = await paying()
    expect(await standIn.control({ act: 'pay', qr })).toBe(true)
    await expect.poll(() => statusOf(order.id), poll).toBe('ticketed')
    const { trade, refunds } = await booked(qr)
    await standIn.control({ act: 'notify', outTradeNo: trade?.outTradeNo ?? '', times: 2 })
    expect(standIn.notices.tries.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await statusOf(order.id)).toBe('ticketed')
    expect([trade?.paidFen, refunds]).toEqual([order.quote.totalFen, []])
    const log = house.log.join('')
    expect(log).toContain('/api/payments/notify/')
    // Who paid, as the providers' answers and messages tell it.
    expect(log).not.toMatch(/159\*{4}5620|oUpF8uMuAJO/)
    for (const [name, value] of Object.entries(settings))
      if (name.endsWith('KEY')) expect(log).not.toContain(value.replace(/-----[^-]+-----|\s/g, '').slice(-30))
  })

  test('becomes a ticket without any message, because the provider is asked', async () => {
    const { order, qr } = await paying()
    await standIn.control({ act: 'notices', mode: 'lose' })
    await standIn.control({ act: 'pay', qr })
    await expect.poll(() => statusOf(order.id), poll).toBe('ticketed')
    await standIn.control({ act: 'notices', mode: 'send' })
    expect(standIn.notices.tries).toHaveLength(3)
  })

  test('changes nothing by a message that is not the provider’s', async () => {
    const { order, qr } = await paying()
    const provider = qr.startsWith('weixin') ? 'wechat' : 'alipay'
    const answer = await fetch(`${house.url}/api/payments/notify/${provider}`, {
      method: 'POST',
      body: 'trade_status=TRADE_SUCCESS&sign_type=RSA2&sign=AAAA',
    })
    expect([answer.status, await answer.json()]).toEqual([401, { code: 'FAIL', message: 'rejected' }])
    expect(await statusOf(order.id)).toBe('paying')
    const elsewhere = await fetch(`${house.url}/api/payments/notify/sandbox`, { method: 'POST', body: '{}' })
    expect(elsewhere.status).toBe(404)
  })

  test('of one fen is no sale: the fen goes back, and staff find the order among those in doubt', async () => {
    const { order, qr } = await paying()
    await standIn.control({ act: 'pay', qr, amountFen: 1 })
    const later = () => {
      // A refund that was only accepted is asked about a minute later.
      house.clock.forward(61_000)
      return statusOf(order.id)
    }
    await expect.poll(later, poll).toBe('refunded')
    expect((await booked(qr)).refunds).toMatchObject([{ amountFen: 1, state: 'SUCCESS' }])
    const staff = await createStaffMember(house.url, 'cashier')
    const { orders } = await staff.get('listStaffOrders')
    const line = orders.find(({ id }) => id === order.id)
    expect(line).toMatchObject({
      state: 'REFUNDED',
      paidFen: 1,
      refundedFen: 1,
      hasTickets: false,
      doubts: [{ code: 'payment-mismatch' }],
    })
    const { cloudOrderId, history } = await staff.get('getStaffOrder', { params: { orderId: order.id } })
    expect(cloudOrderId, 'no confirm was ever sent').toBeUndefined()
    expect(history.filter(({ by }) => by !== undefined)).toEqual([])
  })
})
