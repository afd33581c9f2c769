import { Problem } from '#contract/problem.ts'
import type { KnownShow } from '../catalog/catalog.ts'
import type { BenefitCard } from '../moviecloud/gateway-types.ts'
import type { CardOffer, CardOrder } from './card-offer.ts'
import { dealLines, isOutsideAreas } from './deal-lines.ts'

const noLimit = Number.POSITIVE_INFINITY

/**
 * The order at a benefit card's price, as far as what is left of the card goes: in all, today and at this show (5.3.2,
 * note 7). An order with a seat in a priced area has none of it.
 *
 * @param usedAtShow tickets that the card bought at the show before
 * @throws Problem card-not-usable, card-not-for-show, card-not-for-seats, benefit-used-up
 */
export async function benefitOffer(
  { ref, quote }: CardOrder,
  { show, cinema }: KnownShow,
  number: string,
  card: BenefitCard,
  usedAtShow: () => Promise<number>,
): Promise<CardOffer> {
  if (!card.usable) throw new Problem('card-not-usable')
  const price = show.benefitPrices.find(({ policyCode }) => policyCode === card.policyCode)
  if (price === undefined) throw new Problem('card-not-for-show')
  if (!quote.lines.every(isOutsideAreas)) throw new Problem('card-not-for-seats')

  const { ticketsLeft = noLimit, ticketsLeftToday = noLimit } = card
  const perShow = Math.min(price.perShow ?? noLimit, card.perShow ?? noLimit)
  const leftAtShow = perShow === noLimit ? noLimit : perShow - (await usedAtShow())
  const most = Math.min(ticketsLeft, ticketsLeftToday, leftAtShow)
  if (most <= 0) throw new Problem('benefit-used-up')
  const lines = dealLines(quote.lines, {
    kind: 'benefit',
    priceOf: () => price.ticketFen,
    most,
    show,
    cinema,
    evenAtNoSaving: false,
  })
  const dealt = lines.filter(({ deal }) => deal !== undefined).length
  // Used for no saving, it would lose a ticket for nothing.
  if (dealt === 0) throw new Problem('card-not-for-show')
  return {
    lines,
    card: { kind: 'benefit', number, cinemaId: ref.cinemaId },
    charges: 'nothing',
    payable: 0,
    ...(dealt < lines.length && { notice: 'discount-on-some' as const }),
  }
}
