import type { CardNotice } from '#contract/cards.ts'
import type { SectionId } from '#contract/ids.ts'
import type { QuoteLine } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import type { KnownShow } from '../catalog/catalog.ts'
import type {
  CardBalance,
  CardPrice,
  MemberCard,
  MovieCloud,
  PayingCard,
} from '../moviecloud/gateway-types.ts'
import type { CardOffer, CardOrder, GoodsCardOrder } from './card-offer.ts'
import { cardAnswer } from './card-problem.ts'
import { dealLines, isOutsideAreas } from './deal-lines.ts'

/** What the cloud says for "as many as you like" (7.9.4), where a cinema says nothing. */
const noLimit = 9999

/**
 * The order at a member card's price where it has one, to be paid with what is on the card: all of it or a part. A card
 * by times pays for the tickets at its price, and for nothing else.
 *
 * @throws Problem card-not-usable, card-not-for-show, card-balance-low, benefit-used-up, and those of cardAnswer
 */
export async function memberOffer(
  order: CardOrder,
  { show, cinema }: KnownShow,
  parts: {
    card: PayingCard
    balance: CardBalance
    cloud: Pick<MovieCloud, 'memberCard' | 'cardPrice' | 'cardAllowance'>
  },
): Promise<CardOffer> {
  const { card, balance, cloud } = parts
  const { number } = card
  const { quote, sections } = order
  const paysBy = await meansOf(parts)
  const sectionOf = ({ seatId }: QuoteLine): SectionId => {
    const sectionId = sections.get(seatId)
    if (sectionId === undefined) throw new RangeError('a seat of the order has no section')
    return sectionId
  }
  const asked = new Set(quote.lines.filter(isOutsideAreas).map(sectionOf))
  const prices = await pricesBySection(order, number, [...asked], cloud)
  const priceOf = (line: QuoteLine) => prices.get(sectionOf(line))?.ticketFen
  const most = Math.min(noLimit, ...[...prices.values()].map(({ tickets = noLimit }) => tickets))
  const lines = dealLines(quote.lines, {
    kind: 'member',
    priceOf,
    most,
    show,
    cinema,
    evenAtNoSaving: paysBy === 'times',
  })
  const dealt = lines.filter(({ deal }) => deal !== undefined)
  const notice = noticeOf(dealt.length, lines.length)
  const offer = { lines, card, ...(notice !== undefined && { notice }) }
  if (paysBy === 'balance') {
    const payable = Math.min(balance.balanceFen ?? 0, owed(lines) + quote.goodsFen)
    return { ...offer, charges: 'balance', payable }
  }
  if (dealt.length === 0) throw whyNoTicket([...prices.values()], balance)
  return { ...offer, charges: 'times', payable: owed(dealt) }
}

/**
 * Goods alone with a member card, at everybody's price.
 *
 * @throws Problem card-not-usable, card-balance-low, card-refused for a card by times, and those of cardAnswer
 */
export async function memberGoodsOffer(
  { quote }: GoodsCardOrder,
  parts: { card: PayingCard; balance: CardBalance; cloud: Pick<MovieCloud, 'memberCard'> },
): Promise<CardOffer> {
  const { card, balance } = parts
  if ((await meansOf(parts)) === 'times') throw new Problem('card-refused')
  const payable = Math.min(balance.balanceFen ?? 0, quote.totalFen)
  return { lines: quote.lines, card, charges: 'balance', payable }
}

/** What the card pays with, when it may be used and has any of it. */
async function meansOf(parts: {
  card: PayingCard
  balance: CardBalance
  cloud: Pick<MovieCloud, 'memberCard'>
}): Promise<MemberCard['paysBy']> {
  const { cinemaId, number } = parts.card
  const { usable, paysBy } = cardAnswer(await parts.cloud.memberCard({ cinemaId, number }))
  if (!usable) throw new Problem('card-not-usable')
  const { balanceFen = 0 } = parts.balance
  if (paysBy === 'balance' && balanceFen === 0) throw new Problem('card-balance-low')
  return paysBy
}

/** One question a section: they are answered by the cinema's own system, which takes its time (7.10.2). */
async function pricesBySection(
  { ref }: CardOrder,
  number: string,
  sectionIds: readonly SectionId[],
  cloud: Pick<MovieCloud, 'cardPrice' | 'cardAllowance'>,
): Promise<Map<SectionId, CardPrice>> {
  const answers = await Promise.all(
    sectionIds.map(async (sectionId): Promise<[SectionId, CardPrice]> => {
      const price = cardAnswer(await cloud.cardPrice(ref, { number, sectionId }))
      if (price.ticketFen === undefined || price.tickets !== undefined) return [sectionId, price]
      return [sectionId, { ...price, ...cardAnswer(await cloud.cardAllowance(ref, { number, sectionId })) }]
    }),
  )
  return new Map(answers)
}

const owed = (lines: readonly QuoteLine[]) =>
  lines.reduce((sum, { ticketFen, feeFen }) => sum + ticketFen + feeFen, 0)

function noticeOf(dealt: number, all: number): CardNotice | undefined {
  if (dealt === all) return undefined
  return dealt === 0 ? 'no-discount' : 'discount-on-some'
}

/** Why a card by times can buy none of the tickets. */
function whyNoTicket(prices: readonly CardPrice[], { times = 0 }: CardBalance): Problem {
  const here = prices.filter(({ ticketFen }) => ticketFen !== undefined)
  if (here.length === 0) return new Problem('card-not-for-show')
  const enough = here.some(({ timesPerTicket = 1 }) => times >= timesPerTicket)
  return new Problem(enough ? 'benefit-used-up' : 'card-balance-low')
}
