import { describe, expect, test } from 'vitest'
import type { OrderRecord } from '../journal/record.ts'
import { confirmRequest } from './confirm-request.ts'
import { aCard, accepted, anOrder, half, halves, held, paidByCard } from './test-support/record.ts'

const mobile = '13912345678'
const { quote, ref } = anOrder()
const popcorn = { goodsId: '1728', name: '爆米花', isPackage: false, count: 2, unitFen: 1250 }
const payingCard = {
  kind: 'member',
  number: aCard.number,
  cinemaId: aCard.cinemaId,
  password: aCard.password,
}
const { password: _password, ...noPassword } = aCard
const benefit = { ...noPassword, kind: 'benefit', payableFen: 0 } as const
const inFull = { state: 'PAID', lock: held, payments: [accepted] } as const

describe('what the cloud is told of an order that is paid', () => {
  test.each<[string, Partial<OrderRecord>, object]>([
    ['by QR: nothing of the payment', inFull, { kind: 'ticket', lockId: 'L1', show: ref, goods: [] }],
    ['by a member card: the card, for all of it', paidByCard(), { kind: 'ticket', card: payingCard }],
    [
      'by QR at a benefit card’s price: the card that gave it',
      { ...inFull, card: benefit },
      { card: { kind: 'benefit', number: aCard.number, cinemaId: aCard.cinemaId } },
    ],
    ['by QR, though a member card was shown: nothing of the card', { ...inFull, card: aCard }, {}],
    [
      'for goods alone: our own number, and no lock',
      {
        ...inFull,
        kind: 'goods',
        ref: { cinemaId: ref.cinemaId },
        quote: { ...quote, lines: [], goods: [popcorn], totalFen: 2500 },
      },
      {
        kind: 'goods',
        goodsOrderNo: anOrder().lockRequestId,
        goods: [{ goodsId: '1728', count: 2, unitFen: 1250, isPackage: false }],
      },
    ],
  ])('%s', (_how, change, expected) => {
    const request = confirmRequest(anOrder(change), mobile)
    expect(request).toMatchObject({ mobile, ...expected })
    expect('card' in request).toBe('card' in expected)
    const lines = [...('tickets' in request ? request.tickets : []), ...request.goods]
    expect(lines.some(line => 'payments' in line)).toBe(false)
  })

  test('in parts: on each line what paid it, the card with its password', () => {
    const shares = [
      { by: 'card', amountFen: 5000 },
      { by: 'sandbox', amountFen: 4600 },
    ] as const
    const order = anOrder({ state: 'PAID', lock: held, shares, card: aCard, payments: [accepted] })
    const request = confirmRequest(order, mobile)
    expect('card' in request).toBe(false)
    expect('tickets' in request && request.tickets.map(({ payments }) => payments)).toEqual([
      [{ by: 'card', amountFen: 4800, card: payingCard, discounted: false }],
      [
        { by: 'card', amountFen: 200, card: payingCard, discounted: false },
        { by: 'other', amountFen: 4600 },
      ],
    ])
  })

  test.each(['alipay', 'wechat'] as const)('in parts by %s: the provider’s own number', provider => {
    const [, cash] = halves
    const paid = { ...half('sandbox'), provider }
    const shares = [{ by: provider, amountFen: 4800 }, cash]
    const request = confirmRequest(
      anOrder({ state: 'PAID', lock: held, shares, payments: [paid, half('cash')] }),
      mobile,
    )
    expect('tickets' in request && request.tickets.map(({ payments }) => payments)).toEqual([
      [{ by: provider, amountFen: 4800, outTradeNo: paid.outTradeNo, transactionId: 'TX' }],
      [{ by: 'other', amountFen: 4800 }],
    ])
  })

  test.each<[string, Partial<OrderRecord>, string]>([
    ['without a lock', { ...inFull, lock: { kind: 'unsent' } }, 'needs a lock'],
    [
      'with a card’s part and no card',
      {
        ...inFull,
        shares: [
          { by: 'card', amountFen: 100 },
          { by: 'sandbox', amountFen: 9500 },
        ],
      },
      'needs the card',
    ],
    [
      'before its money is there',
      { ...inFull, payments: [], shares: [{ by: 'alipay', amountFen: 4800 }, halves[1]] },
      'needs its money',
    ],
  ])('is not told %s', (_how, change, why) => {
    expect(() => confirmRequest(anOrder(change), mobile)).toThrow(why)
  })
})
