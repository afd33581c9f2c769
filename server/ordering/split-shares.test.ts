import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Share } from '../journal/record.ts'
import { type PricedLine, splitShares } from './split-shares.ts'

const line = (amountFen: number, dealt = false): PricedLine => ({ amountFen, dealt })
const card = (amountFen: number): Share => ({ by: 'card', amountFen })
const qr = (amountFen: number): Share => ({ by: 'alipay', amountFen })
const cash = (amountFen: number): Share => ({ by: 'cash', amountFen })
const split = (lines: PricedLine[], shares: Share[]) =>
  splitShares(lines, shares).map(pieces => pieces.map(({ share, amountFen }) => `${share.by} ${amountFen}`))

describe('shares of an order', () => {
  it.each([
    [
      'fill line after line',
      [line(4800), line(4800)],
      [qr(6000), cash(3600)],
      [['alipay 4800'], ['alipay 1200', 'cash 3600']],
    ],
    [
      'let the card pay first, wherever it stands',
      [line(4800), line(4800)],
      [qr(4800), card(4800)],
      [['card 4800'], ['alipay 4800']],
    ],
    [
      'spend the card on the lines at its own price',
      [line(4800), line(3600, true), line(2500)],
      [card(3600), qr(7300)],
      [['alipay 4800'], ['card 3600'], ['alipay 2500']],
    ],
    [
      'have the card on every line at its own price, in equal parts',
      [line(3600, true), line(2500), line(3600, true), line(500, true)],
      [card(2001), qr(8199)],
      [['card 750', 'alipay 2850'], ['alipay 2500'], ['card 751', 'alipay 2849'], ['card 500']],
    ],
    ['leave what costs nothing unpaid', [line(0), line(4800)], [qr(4800)], [[], ['alipay 4800']]],
  ])('%s', (_what, lines, shares, expected) => expect(split(lines, shares)).toEqual(expected))

  it.each([
    ['less', [qr(4799)]],
    ['more', [qr(4801)]],
  ])('are refused when they are %s than the lines', (_what, shares) =>
    expect(() => splitShares([line(4800)], shares)).toThrow(RangeError),
  )

  it('come out to the fen on both sides, whatever the order', () => {
    const lines = fc.array(fc.record({ amountFen: fc.nat(20_000), dealt: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    })
    const cuts = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(lines, cuts, (priced, [first, second]) => {
        const totalFen = priced.reduce((sum, { amountFen }) => sum + amountFen, 0)
        const [a, b] = [
          Math.floor(totalFen * Math.min(first, second)),
          Math.floor(totalFen * Math.max(first, second)),
        ]
        const shares = [qr(a), card(b - a), cash(totalFen - b)].filter(share => share.amountFen > 0)
        const pieces = splitShares(priced, shares)
        for (const [at, { amountFen }] of priced.entries())
          expect(pieces[at]?.reduce((sum, piece) => sum + piece.amountFen, 0)).toBe(amountFen)
        for (const share of shares) {
          const paid = pieces.flat().filter(piece => piece.share === share)
          expect(paid.reduce((sum, piece) => sum + piece.amountFen, 0)).toBe(share.amountFen)
        }
        expect(pieces.flat().every(piece => piece.amountFen > 0)).toBe(true)
        // Never more pieces than lines and shares make necessary, and the card's on the lines at its price.
        const dealt = priced.filter(one => one.dealt && one.amountFen > 0).length
        const extra = Math.max(0, dealt - 1)
        expect(pieces.flat().length).toBeLessThanOrEqual(priced.length + shares.length - 1 + extra || 0)
        if (b - a >= dealt)
          for (const [at, one] of priced.entries())
            expect(!one.dealt || one.amountFen === 0 || pieces[at]?.[0]?.share.by === 'card').toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
