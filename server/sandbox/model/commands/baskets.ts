import type { MemberCard } from '../books.ts'
import { type Allowance, allowance, benefitStateOf, discountedFen, gradeOf, stateOf } from '../card-ledger.ts'
import { fen, yuan } from '../verdict.ts'
import type { Goods, House, Show } from '../world.ts'
import type { Desk, ModelChannel } from './desk.ts'

/** A line of tickets or goods as it will be sent, and what it costs. */
export interface Line {
  data: Record<string, unknown>
  owedFen: number
  /** Bought at a member card's discount. */
  discounted: boolean
}

/** What pays for a basket as a whole. */
export type Payer =
  | { by: 'partner' }
  | { by: 'member'; card: MemberCard; discount: boolean }
  | { by: 'benefit'; cardNumber: string; policyCode: string }

/** Often nobody's card; else one that is likely to be good here. Benefit cards buy whole orders of tickets alone. */
export function aPayer(desk: Desk, cinemaLinkId: string, show?: Show, benefits = show !== undefined): Payer {
  const { books, dice, now } = desk
  if (dice.percent(45)) return { by: 'partner' }
  if (show && benefits && dice.percent(50)) {
    const cards = [...books.benefitCards.values()]
    const good = cards.filter(
      card => show.benefitFen.has(card.policyCode) && benefitStateOf(card, now) === 'N',
    )
    const card = dice.pick(good.length > 0 && dice.percent(85) ? good : cards)
    if (card) return { by: 'benefit', cardNumber: card.cardNumber, policyCode: card.policyCode }
  }
  const cards = [...books.memberCards.values()]
  const good = cards.filter(card => card.cinemaLinkId === cinemaLinkId && stateOf(books, card, now) === 'N')
  const timed = good.filter(
    ({ gradeId }) => books.houses.get(cinemaLinkId)?.grades.get(gradeId)?.type === 'T',
  )
  const fitting = timed.length > 0 && show && dice.percent(25) ? timed : good
  const card = dice.pick(fitting.length > 0 && dice.percent(80) ? fitting : cards)
  if (!card) return { by: 'partner' }
  const byTimes = gradeOf(books, card).type === 'T'
  return { by: 'member', card, discount: dice.percent(byTimes ? 95 : 65) }
}

/** Tickets at their right prices, with a slip now and then. */
export function ticketLines(desk: Desk, show: Show, seatIds: readonly string[], payer: Payer): Line[] {
  const { books, dice, now } = desk
  const discounts = payer.by === 'member' && payer.discount
  const allowed: Allowance = discounts ? allowance(books, payer.card, show, now) : { tickets: 0 }
  const most = discounts && dice.percent(5) ? allowed.tickets + 1 : allowed.tickets
  const benefitsFor = payer.by === 'benefit' ? (dice.percent(75) ? 1 + dice.below(2) : seatIds.length) : 0
  const lines = seatIds.map((seatId, index): Line => {
    const benefits = index < benefitsFor && (!show.areaFen.has(seatId) || dice.percent(25))
    const discounted = index < most
    const cardFen = cardFenOf(show, payer, benefits, discounted ? allowed : undefined)
    const flags = {
      ...(benefits ? { isBenefit: true } : {}),
      ...(discounted ? { isCardDiscount: true } : {}),
    }
    return line(seatId, priceFen(desk, show, seatId, cardFen), feeOf(desk, show, index), flags)
  })
  const slipAt = dice.percent(14) ? dice.below(lines.length) : -1
  return lines.map((right, index) => (index === slipAt ? slipped(desk, right) : right))
}

const line = (seatId: string, ticketFen: number, feeFen: number, flags: object): Line => ({
  data: { seatId, ticketPrice: yuan(ticketFen), ticketFee: yuan(feeFen), ...flags },
  owedFen: ticketFen + feeFen,
  discounted: 'isCardDiscount' in flags,
})

/** A fen too much or too little, or a claim that nothing is behind. */
function slipped({ dice }: Desk, { data }: Line): Line {
  const { seatId, ticketPrice, ticketFee, ...flags } = data
  const [ticketFen, feeFen] = [fen(String(ticketPrice)), fen(String(ticketFee))]
  const oneFen = dice.percent(50) ? 1 : -1
  const claim = dice.percent(50) ? { isBenefit: true } : { isCardDiscount: true }
  const ways = [
    line(String(seatId), ticketFen + oneFen, feeFen, flags),
    line(String(seatId), ticketFen, Math.max(0, feeFen + oneFen), flags),
    line(String(seatId), ticketFen, feeFen, { ...flags, ...claim }),
    line(String(seatId), 0, feeFen, flags),
  ]
  return dice.pick(ways) ?? line(String(seatId), ticketFen, feeFen, flags)
}

/** What a ticket costs with the card that pays for it; undefined where the card makes no price. */
function cardFenOf(show: Show, payer: Payer, benefits: boolean, allowed?: Allowance): number | undefined {
  if (allowed?.discount) return discountedFen(show, allowed.discount)
  return benefits && payer.by === 'benefit' ? show.benefitFen.get(payer.policyCode) : undefined
}

/** The area's, the card's, the show's, else any price from the lowest up. */
function priceFen({ dice }: Desk, show: Show, seatId: string, cardFen: number | undefined): number {
  const own = show.lowestFen + dice.below(3000)
  return show.areaFen.get(seatId) ?? cardFen ?? show.settleFen ?? own
}

function feeOf({ dice }: Desk, show: Show, index: number): number {
  if (show.feeFen === undefined) return dice.pick([0, 200, 500, 1201]) ?? 0
  return show.feeType === 'order' && index > 0 ? 0 : show.feeFen
}

/** One to three lines of goods at their right prices, with a slip now and then. */
export function goodsLines(desk: Desk, house: House, payer: Payer): Line[] {
  const { dice, books } = desk
  const listed = [...(house.menu?.goods.values() ?? [])]
  const { offSale, emptyPackages } = house.unspoken
  const percent =
    payer.by === 'member' && payer.discount ? gradeOf(books, payer.card).goodsPercent : undefined
  const slipping = dice.percent(14)
  const lines = dice.some(listed, 1 + dice.below(3)).map(goods => {
    const discounted = percent !== undefined && (goods.discountable || dice.percent(5))
    const slip = slipping && dice.percent(50) ? dice.pick([1, -1, 100]) : 0
    return goodsLine(desk, goods, discounted ? percent : undefined, slip ?? 0)
  })
  if (!slipping || dice.percent(50)) return lines
  const goodsId = dice.pick([...offSale, ...emptyPackages, '404']) ?? '404'
  const isPackage = emptyPackages.includes(goodsId)
  const unknown = { goodsId, isPackage, standardFen: 2200, settleFen: 2200, discountable: false }
  return [...lines, goodsLine(desk, unknown, undefined, 0)]
}

function goodsLine({ dice }: Desk, goods: Goods, percent: number | undefined, slipFen: number): Line {
  const full = goods.settleFen ?? goods.standardFen
  const own = goods.settleFen === undefined ? dice.below(3) * 50 : 0
  const right = percent === undefined ? full + own : Math.round((full * percent) / 100)
  const saleFen = right + slipFen
  const count = dice.percent(4) ? 21 : 1 + dice.below(3)
  return {
    data: {
      goodsId: goods.goodsId,
      // The specification's own examples have both.
      count: dice.percent(50) ? count : String(count),
      isPackage: dice.percent(4) ? !goods.isPackage : goods.isPackage,
      salePrice: yuan(saleFen),
      ...(percent === undefined ? {} : { isCardDiscount: true }),
    },
    owedFen: saleFen * count,
    discounted: percent !== undefined,
  }
}

export const passwordOf = (desk: Desk, card: MemberCard, channel: ModelChannel): string =>
  desk.cipher(desk.dice.percent(4) ? '999999' : card.password, channel)
