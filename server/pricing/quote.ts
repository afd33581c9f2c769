import { createHash } from 'node:crypto'
import type { CinemaId, ShowId } from '#contract/ids.ts'
import type { Quote, QuoteGoods, QuoteLine } from '#contract/order.ts'

/** What a quote is for: seats of a show, or goods of a cinema. */
export type QuoteSubject = { showId: ShowId } | { cinemaId: CinemaId }

/** A quote of these lines; its totals are the sums of what is in it, to the fen. */
export function quoteOf(subject: QuoteSubject, parts: Pick<Quote, 'lines' | 'goods' | 'feeKind'>): Quote {
  return summed(digest(['quote-2', subject]), parts)
}

/** What goods alone cost; there is no fee on them. */
export function goodsQuote(cinemaId: CinemaId, goods: QuoteGoods[]): Quote {
  return quoteOf({ cinemaId }, { lines: [], goods, feeKind: 'order' })
}

/** The quote with these goods in the place of those it had. */
export function withGoods(quote: Quote, goods: QuoteGoods[]): Quote {
  return summed(subjectOf(quote), { ...quote, goods })
}

/**
 * The quote with other prices for the same seats.
 *
 * @throws RangeError when the seats are not the same, in the same order
 */
export function withLines(quote: Quote, lines: QuoteLine[]): Quote {
  const same =
    lines.length === quote.lines.length && lines.every(({ seatId }, i) => seatId === quote.lines[i]?.seatId)
  if (!same) throw new RangeError('a quote keeps its seats')
  return summed(subjectOf(quote), { ...quote, lines })
}

function summed(
  subject: string,
  { lines, goods, feeKind }: Pick<Quote, 'lines' | 'goods' | 'feeKind'>,
): Quote {
  const ticketsFen = lines.reduce((sum, { ticketFen }) => sum + ticketFen, 0)
  const feesFen = lines.reduce((sum, { feeFen }) => sum + feeFen, 0)
  const goodsFen = goods.reduce((sum, { unitFen, count }) => sum + unitFen * count, 0)
  return {
    lines,
    goods,
    ticketsFen,
    feesFen,
    goodsFen,
    totalFen: ticketsFen + feesFen + goodsFen,
    feeKind,
    hash: hashOf(subject, { lines, goods, feeKind }),
  }
}

/**
 * The subject's digest, a dot, and SHA-256 over that digest, seats, goods and every amount, in a form that leaves no two
 * readings. The subject stands in front so that a quote can be changed by whoever has nothing but the quote.
 */
function hashOf(
  subject: string,
  { lines, goods, feeKind }: Pick<Quote, 'lines' | 'goods' | 'feeKind'>,
): string {
  const tickets = lines.map(({ seatId, ticketFen, feeFen, deal = 'none' }) => [
    seatId,
    ticketFen,
    feeFen,
    deal,
  ])
  const wares = goods.map(({ goodsId, isPackage, count, unitFen }) => [goodsId, isPackage, count, unitFen])
  return `${subject}.${digest(['quote-2', subject, feeKind, tickets, wares])}`
}

const subjectOf = ({ hash }: Quote): string => hash.split('.')[0] ?? hash

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url')
