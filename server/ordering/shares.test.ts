import { describe, expect, it } from 'vitest'
import type { PaymentPart } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import type { OrderCard, OrderRecord } from '../journal/record.ts'
import { sharesOf } from './shares.ts'
import { cinemaId } from './test-support/offer.ts'
import { anOrder } from './test-support/record.ts'

const card = (change: Partial<OrderCard> = {}): OrderCard => ({
  kind: 'member',
  number: '6810000001',
  password: 'sealed',
  cinemaId,
  payableFen: 9600,
  ...change,
})
const { quote } = anOrder()
const dealt = { ...quote, lines: quote.lines.map(line => ({ ...line, deal: 'member' as const })) }
const ways = { qr: 'alipay', cash: 'cash' } as const
const shares = (parts?: PaymentPart[], change: Partial<OrderRecord> = {}, by: object = ways) =>
  sharesOf(anOrder(change), parts, by).map(share => `${share.by} ${share.amountFen}`)

describe('how an order is paid', () => {
  it.each<[string, PaymentPart[] | undefined, Partial<OrderRecord>, string[]]>([
    ['by QR, when nothing is said', undefined, {}, ['alipay 9600']],
    ['by the card, when it can bear all', undefined, { card: card() }, ['card 9600']],
    [
      'by the card and a QR, when it can’t',
      undefined,
      { card: card({ payableFen: 5000 }) },
      ['card 5000', 'alipay 4600'],
    ],
    [
      'by QR with a benefit card',
      undefined,
      { card: card({ kind: 'benefit', payableFen: 0 }) },
      ['alipay 9600'],
    ],
    ['in cash', [{ by: 'cash' }], {}, ['cash 9600']],
    [
      'in parts, one of which takes the rest',
      [{ by: 'qr' }, { by: 'cash', amountFen: 100 }],
      {},
      ['alipay 9500', 'cash 100'],
    ],
    [
      'in parts that name it all',
      [
        { by: 'card', amountFen: 1 },
        { by: 'qr', amountFen: 9599 },
      ],
      { card: card() },
      ['card 1', 'alipay 9599'],
    ],
    ['without a part of nothing', [{ by: 'qr' }, { by: 'cash', amountFen: 9600 }], {}, ['cash 9600']],
  ])('%s', (_what, parts, change, expected) => expect(shares(parts, change)).toEqual(expected))

  it.each<[string, PaymentPart[], Partial<OrderRecord>, object, string, string | undefined]>([
    ['a part too much', [{ by: 'qr', amountFen: 9601 }], {}, ways, 'invalid-request', 'parts.0.amountFen'],
    ['a fen missing', [{ by: 'qr', amountFen: 9599 }], {}, ways, 'invalid-request', 'parts.0.amountFen'],
    [
      'two parts that take the rest',
      [{ by: 'qr' }, { by: 'cash' }],
      {},
      ways,
      'invalid-request',
      'parts.1.amountFen',
    ],
    ['one way twice', [{ by: 'qr', amountFen: 1 }, { by: 'qr' }], {}, ways, 'invalid-request', 'parts.1.by'],
    ['cash without a cashier', [{ by: 'cash' }], {}, { qr: 'alipay' }, 'invalid-request', 'parts.0.by'],
    ['a card that the order has not', [{ by: 'card' }], {}, ways, 'invalid-request', 'parts.0.by'],
    [
      'a benefit card as money',
      [{ by: 'card' }],
      { card: card({ kind: 'benefit' }) },
      ways,
      'invalid-request',
      'parts.0.by',
    ],
    [
      'parts beside a benefit',
      [{ by: 'qr' }, { by: 'cash', amountFen: 1 }],
      { card: card({ kind: 'benefit', payableFen: 0 }) },
      ways,
      'invalid-request',
      'parts.1.by',
    ],
    [
      'a card’s own price without the card',
      [{ by: 'qr' }],
      { card: card(), quote: dealt },
      ways,
      'invalid-request',
      'parts.0.by',
    ],
    [
      'less of the card than a fen for each ticket at its price',
      [{ by: 'card', amountFen: 1 }, { by: 'qr' }],
      { card: card(), quote: dealt },
      ways,
      'invalid-request',
      'parts.0.by',
    ],
    [
      'more than is on the card',
      [{ by: 'card' }],
      { card: card({ payableFen: 9599 }) },
      ways,
      'card-balance-low',
      undefined,
    ],
  ])('is refused for %s', (_what, parts, change, by, code, field) => {
    const refusal = (): unknown => {
      try {
        return shares(parts, change, by)
      } catch (error) {
        return error
      }
    }
    expect(refusal()).toBeInstanceOf(Problem)
    expect(refusal()).toMatchObject({ code, ...(field !== undefined && { field }) })
  })
})
