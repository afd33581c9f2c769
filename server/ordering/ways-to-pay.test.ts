import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CardRequest } from '#contract/cards.ts'
import type { PaymentPart } from '#contract/order.ts'
import { benefitCard, goldCard, openSaleDesk } from './test-support/sale-desk.ts'

/* Over HTTP, with the embedded cloud, the sandbox's phone and a cashier; the money is counted in everybody's own books. */

const aPartFen = 2001

let desk: Awaited<ReturnType<typeof openSaleDesk>>
beforeAll(async () => {
  desk = await openSaleDesk()
})
afterAll(() => desk.close())

interface Way {
  name: string
  /** As many as what is on the card goes for; two by default. */
  seats?: number
  card?: CardRequest
  parts?: (totalFen: number) => PaymentPart[]
  /** What each way of paying has to bear of a total. */
  shares: (totalFen: number) => Record<string, number>
}
const ways: readonly Way[] = [
  { name: 'QR', shares: totalFen => ({ sandbox: totalFen }) },
  { name: 'a member card', seats: 1, card: goldCard, shares: totalFen => ({ card: totalFen }) },
  {
    name: 'QR at a benefit card’s price',
    seats: 1,
    card: benefitCard,
    shares: totalFen => ({ sandbox: totalFen }),
  },
  { name: 'cash', parts: () => [{ by: 'cash' }], shares: totalFen => ({ cash: totalFen }) },
  {
    name: 'a member card and QR',
    card: goldCard,
    parts: () => [{ by: 'card', amountFen: aPartFen }, { by: 'qr' }],
    shares: totalFen => ({ card: aPartFen, sandbox: totalFen - aPartFen }),
  },
  {
    name: 'QR and cash',
    parts: () => [{ by: 'qr' }, { by: 'cash', amountFen: aPartFen }],
    shares: totalFen => ({ sandbox: totalFen - aPartFen, cash: aPartFen }),
  },
]
const kinds = ['ticket', 'mixed', 'goods'] as const
const sales = kinds.flatMap(kind =>
  // A benefit is a ticket’s price: goods alone have none.
  ways
    .filter(way => kind !== 'goods' || way.card?.kind !== 'benefit')
    .map(way => [kind, way.name, way] as const),
)

describe('an order is sold, and every ledger has the same fen', () => {
  test.each(sales)('%s, by %s', async (kind, _name, way) => {
    const { guest, balanceOf, benefitsLeft, takeCash } = desk
    const begun = await desk.begin(kind, way.seats)
    const order = way.card === undefined ? begun : await desk.withCard(begun, way.card)
    const { totalFen } = order.quote
    const [balanceFen, benefits] = [await balanceOf(goldCard), await benefitsLeft()]

    const open = await desk.pay(order, way.parts?.(totalFen))
    const { card: cardFen = 0, ...due } = way.shares(totalFen)
    const { sandbox: qrFen = 0, cash: cashFen = 0 } = due
    if (qrFen > 0) expect(await guest.onThePhone(open, 'pay')).toBe(303)
    if (cashFen > 0)
      expect(await takeCash(order, cashFen + 500)).toMatchObject({ takenFen: cashFen, changeFen: 500 })
    const sold = await guest.watch(order, 'ticketed')

    expect(sold.pickup?.code).toMatch(/./)
    expect(sold.pickup?.goodsCode !== undefined).toBe(kind === 'mixed')
    expect(sold.quote).toEqual(order.quote)
    expect(await desk.books(order)).toEqual({
      journal: { state: 'TICKETED', kind, shares: way.shares(totalFen), accepted: due, refundedFen: 0 },
      cloud: {
        kind: kind === 'mixed' ? 'mix' : kind,
        status: kind === 'goods' ? 'goods_success' : 'ticket_success',
        fen: totalFen,
      },
      provider: { inFen: qrFen, outFen: 0 },
      drawer: { inFen: cashFen, outFen: 0 },
    })
    expect(balanceFen - (await balanceOf(goldCard))).toBe(cardFen)
    const dealt = order.quote.lines.filter(({ deal }) => deal === 'benefit').length
    expect(benefits - (await benefitsLeft())).toBe(dealt)
    expect(dealt).toBe(way.card?.kind === 'benefit' ? 1 : 0)
  })
})
