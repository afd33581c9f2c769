import type { Books } from '../books.ts'
import { allowance, discountedFen, fullFen } from '../card-ledger.ts'
import { type Ask, type Broken, type Expected, matches, verdict, yuan } from '../verdict.ts'
import { houseOf, sectionOf, showOf } from './lookups.ts'
import { cardOf, checkUsable } from './member-cards.ts'

/** 7.9, and 7.10 with the prices. */
export function cardAtShow(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  const card = cardOf(books, ask, house, broken, false)
  const show = showOf(books, ask, house, broken)
  sectionOf(ask, show, broken)
  if (card) checkUsable(books, card, ask.now, broken)
  return verdict(broken, data => {
    if (!card || !show) return
    const { discount, tickets } = allowance(books, card, show, ask.now)
    const kind = (isCardDiscount: boolean, fen: number, maxTickets: number) => ({
      isCardDiscount,
      price: yuan(fen),
      maxTickets,
    })
    matches(data, {
      maxDiscountTickets: tickets,
      calculatePerTicketTimes: discount?.type === 'T' ? discount.times : undefined,
      ...(ask.api === 'card.queryPrice'
        ? {
            tickets: [
              ...(discount ? [kind(true, discountedFen(show, discount), tickets)] : []),
              kind(false, fullFen(show), 9999),
            ],
          }
        : {}),
    })
  })
}
