import type { CinemaId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import type { Catalog, KnownShow } from '../catalog/catalog.ts'
import { showIdOf } from '../catalog/show-id.ts'
import type { Clock } from '../kernel/clock.ts'
import { createGuessLimits } from '../kernel/guess-limits.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { MovieCloud, PayingCard, ShowRef } from '../moviecloud/gateway-types.ts'
import { benefitOffer } from './benefit-card.ts'
import type { BenefitRequest, CardOffer, CardOrder, GoodsCardOrder, MemberRequest } from './card-offer.ts'
import { cardAnswer } from './card-problem.ts'
import { memberGoodsOffer, memberOffer } from './member-card.ts'

export interface Cards {
  /**
   * Looks a card up, checks its password, and prices the order with it. `client` is whom to count a wrong one on.
   *
   * @throws Problem one of contract/cards.ts's `cardErrors`
   */
  priceFor(
    order: CardOrder | GoodsCardOrder,
    card: MemberRequest | BenefitRequest,
    client: string,
  ): Promise<CardOffer>
}

/**
 * Member cards and benefit cards as means to pay. They are charged by the cloud inside the confirm, so nothing here takes
 * anything off a card.
 */
export function createCards(parts: {
  cloud: Pick<
    MovieCloud,
    'memberCard' | 'cardBalance' | 'cardPrice' | 'cardAllowance' | 'benefitCard' | 'sealCardPassword'
  >
  catalog: Pick<Catalog, 'findShow'>
  clock: Clock
  /** Tickets that a benefit card bought at a show before and that still stand: the cloud leaves this count to us (8.5.2). */
  usedAtShow: (number: string, show: ShowRef) => Promise<number>
}): Cards {
  const { cloud, catalog, clock, usedAtShow } = parts
  const limits = createGuessLimits(clock)

  /** The show as it was when the seats were locked: prices of another version are not this order's. */
  async function showOf(ref: ShowRef): Promise<KnownShow> {
    const known = await catalog.findShow(showIdOf(ref))
    if (known.show.scheduleKey !== ref.scheduleKey) throw new Problem('show-changed')
    return known
  }

  /** The answer to what only a card's owner should know. A question that was never sent has told nobody anything. */
  const guessed = async <T>(number: string, client: string, ask: () => Promise<Outcome<T>>): Promise<T> =>
    cardAnswer(
      await limits.guess(
        { target: number, client },
        ask,
        ({ kind }) => kind === 'refused' || kind === 'unknown',
      ),
    )

  /** The card and what is on it, for whoever knows its password. */
  async function opened(seller: CinemaId, request: MemberRequest, client: string) {
    const { number, cinemaId = seller } = request
    const password = cloud.sealCardPassword(request.password)
    const balance = await guessed(number, client, () => cloud.cardBalance({ cinemaId, number, password }))
    const card: PayingCard = { kind: 'member', number, password, cinemaId }
    return { card, balance, cloud }
  }

  return {
    async priceFor(order, request, client) {
      if (!('ref' in order)) {
        // A benefit is a ticket's price (5.3.2, note 7).
        if (request.kind === 'benefit') throw new Problem('card-refused')
        return memberGoodsOffer(order, await opened(order.cinemaId, request, client))
      }
      const { ref } = order
      const known = await showOf(ref)
      if (request.kind === 'member')
        return memberOffer(order, known, await opened(ref.cinemaId, request, client))
      const { number } = request
      const card = await guessed(number, client, () => cloud.benefitCard({ number }))
      return benefitOffer(order, known, number, card, () => usedAtShow(number, ref))
    },
  }
}
