import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CinemaId, SeatId, ShowId } from '#contract/ids.ts'
import { Quote, type QuoteGoods, type QuoteLine } from '#contract/order.ts'
import { goodsQuote, quoteOf, withGoods, withLines } from './quote.ts'

const showId = ShowId.parse('681~18406')
const cinemaId = CinemaId.parse('681')

function line(seat: string, changes: Partial<QuoteLine> = {}): QuoteLine {
  const seatId = SeatId.parse(seat)
  return { seatId, row: 'A', column: '1', sectionName: '普通区', ticketFen: 4500, feeFen: 300, ...changes }
}
const cola: QuoteGoods = { goodsId: '1174', name: '可口可乐', isPackage: false, count: 2, unitFen: 1200 }
const popcorn: QuoteGoods = { ...cola, goodsId: '1728', name: '爆米花', count: 1, unitFen: 1800 }
const seats = (lines: QuoteLine[] = [line('A-1'), line('A-2')]) =>
  quoteOf({ showId }, { lines, goods: [], feeKind: 'ticket' })

describe('a quote', () => {
  it('adds tickets, fees and goods up', () => {
    expect(withGoods(seats(), [cola, popcorn])).toMatchObject({
      ticketsFen: 9000,
      feesFen: 600,
      goodsFen: 4200,
      totalFen: 13_800,
    })
  })

  it('of goods alone has no lines and no fee', () => {
    expect(goodsQuote(cinemaId, [cola])).toMatchObject({
      lines: [],
      ticketsFen: 0,
      feesFen: 0,
      goodsFen: 2400,
      totalFen: 2400,
    })
  })

  it('has a hash that any change of what is bought, and for how much, changes', () => {
    const quotes = [
      seats(),
      seats([line('A-1')]),
      seats([line('A-2'), line('A-1')]),
      seats([line('A-1', { ticketFen: 4499 }), line('A-2')]),
      seats([line('A-1', { feeFen: 299 }), line('A-2')]),
      seats([line('A-1', { deal: 'member' }), line('A-2')]),
      seats([line('A-1', { deal: 'benefit' }), line('A-2')]),
      quoteOf({ showId }, { ...seats(), feeKind: 'order' }),
      quoteOf({ showId: ShowId.parse('681~18407') }, seats()),
      withGoods(seats(), [cola]),
      withGoods(seats(), [{ ...cola, count: 1 }]),
      withGoods(seats(), [{ ...cola, unitFen: 1199 }]),
      withGoods(seats(), [{ ...cola, isPackage: true }]),
      withGoods(seats(), [popcorn]),
      withGoods(seats(), [cola, popcorn]),
      withGoods(seats(), [popcorn, cola]),
      goodsQuote(cinemaId, [cola]),
      goodsQuote(CinemaId.parse('682'), [cola]),
    ]
    expect(new Set(quotes.map(({ hash }) => hash)).size).toBe(quotes.length)
    // It stands in a request (PaymentRequest.quoteHash).
    expect(seats().hash.length).toBeLessThanOrEqual(128)
  })

  it('is the same quote however it came to be', () => {
    const dear = seats([line('A-1', { ticketFen: 9900 }), line('A-2', { ticketFen: 9900 })])
    const { lines } = seats()
    const whole = quoteOf({ showId }, { lines, goods: [cola], feeKind: 'ticket' })
    expect(withGoods(withLines(dear, lines), [cola])).toEqual(whole)
    expect(withLines(withGoods(withGoods(dear, [popcorn]), [cola]), lines)).toEqual(whole)
    expect(withGoods(whole, [])).toEqual(seats())
  })

  it.each([
    ['a seat less', [line('A-1')]],
    ['another seat', [line('A-1'), line('A-3')]],
    ['the seats the other way round', [line('A-2'), line('A-1')]],
    ['a seat more', [line('A-1'), line('A-2'), line('A-3')]],
  ])('does not take %s for its own seats', (_, lines) => {
    expect(() => withLines(seats(), lines)).toThrow(RangeError)
  })

  it('adds up to the fen, whatever the basket', () => {
    const fen = fc.integer({ min: 0, max: 100_000 })
    const prices = fc.array(fc.record({ ticketFen: fen, feeFen: fen, cardFen: fen }), { maxLength: 20 })
    const wares = fc.array(
      fc.record({
        goodsId: fc.string({ minLength: 1, maxLength: 8 }),
        name: fc.string(),
        isPackage: fc.boolean(),
        count: fc.integer({ min: 1, max: 99 }),
        unitFen: fen,
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(prices, wares, (tickets, goods) => {
        const lines = tickets.map(({ ticketFen, feeFen }, i) => line(`A-${i}`, { ticketFen, feeFen }))
        const byCard = lines.map((one, i) => ({
          ...one,
          ticketFen: tickets[i]?.cardFen ?? 0,
          deal: 'member' as const,
        }))
        const quote = Quote.parse(withLines(withGoods(seats(lines), goods), byCard))
        let owedFen = 0
        for (const { cardFen, feeFen } of tickets) owedFen += cardFen + feeFen
        for (const { unitFen, count } of goods) owedFen += unitFen * count
        expect(quote.totalFen).toBe(owedFen)
        expect(quote.ticketsFen + quote.feesFen + quote.goodsFen).toBe(owedFen)
      }),
      { numRuns: 1_000 },
    )
  })
})
