import type { Books, MemberCard } from '../books.ts'
import { type Allowance, allowance, discountedFen, gradeOf, holdings, stateOf } from '../card-ledger.ts'
import { type Ask, type Broken, isAbsent } from '../verdict.ts'
import type { Show } from '../world.ts'

/** A part of an order that a member card is to pay, as the call names it. */
export interface CardShare {
  cardNumber: unknown
  password: unknown
  issuedBy: unknown
  fen: number
  discounted: boolean
  /** The ticket or the line of goods it is for. */
  seatId?: string
  goodsLine?: number
}

/** What cards make of the prices of an order, and what is taken off them when it is done. */
export interface CardWork {
  ticketFen: Map<string, number>
  goodsPercent: Map<number, number>
  charges: { card: MemberCard; fen: number; times: number; seats: number; discountedSeats: number }[]
}

/** The card that a share names, if it may pay: it exists there, is usable and its password, if given, is right. */
function payingCard(books: Books, ask: Ask, share: CardShare, broken: Broken): MemberCard | undefined {
  const card = books.memberCards.get(String(share.cardNumber))
  if (isAbsent(share.cardNumber)) broken.add('NULL_ARGUMENT')
  else if (!card || card.cinemaLinkId !== share.issuedBy) broken.add('CARD_NOT_EXIST_ERROR')
  if (!card) return undefined
  if (!isAbsent(share.password)) checkPassword(books, ask, share.password, card, broken)
  if (stateOf(books, card, ask.now) !== 'N') broken.add('CARD_NOT_USE_ERROR')
  return card
}

export function checkPassword(
  books: Books,
  { channel }: Ask,
  enciphered: unknown,
  card: MemberCard,
  broken: Broken,
  wrong = 'CARD_PASSWORD_ERROR',
): void {
  const meant = books.ciphers.get(String(enciphered))
  if (isAbsent(enciphered)) broken.add('NULL_ARGUMENT')
  else if (meant?.cardKey !== channel.cardKey) broken.add('FORMAT_ERROR')
  else if (meant.password !== card.password) broken.add(wrong)
}

/** All that the member cards of an order do, one card after the other. */
export function cardWork(
  books: Books,
  ask: Ask,
  shares: readonly CardShare[],
  show: Show | undefined,
  cinemaLinkId: string,
  broken: Broken,
): CardWork {
  const work: CardWork = { ticketFen: new Map(), goodsPercent: new Map(), charges: [] }
  const byCard = new Map<MemberCard, CardShare[]>()
  for (const share of shares) {
    const card = payingCard(books, ask, share, broken)
    if (card) byCard.set(card, [...(byCard.get(card) ?? []), share])
  }
  for (const [card, its] of byCard) {
    goodsDiscounts(books, card, its, cinemaLinkId, work, broken)
    const allowed = show ? allowance(books, card, show, ask.now) : { tickets: 0 }
    if (show) ticketDiscounts(show, its, allowed, work, broken)
    work.charges.push(chargeOf(books, card, its, allowed, ask.now, broken))
  }
  return work
}

/** Grades are a cinema's own: elsewhere the card pays without a discount. */
function goodsDiscounts(
  books: Books,
  card: MemberCard,
  its: readonly CardShare[],
  cinemaLinkId: string,
  { goodsPercent }: CardWork,
  broken: Broken,
): void {
  const percent = card.cinemaLinkId === cinemaLinkId ? gradeOf(books, card).goodsPercent : undefined
  for (const { goodsLine, discounted } of its) {
    if (goodsLine === undefined || !discounted) continue
    if (percent === undefined) broken.add('CARD_NOT_USE_ERROR')
    else goodsPercent.set(goodsLine, percent)
  }
}

function ticketDiscounts(
  show: Show,
  its: readonly CardShare[],
  { discount, tickets }: Allowance,
  { ticketFen }: CardWork,
  broken: Broken,
): void {
  const seatIds = its.flatMap(({ seatId, discounted }) =>
    seatId !== undefined && discounted ? [seatId] : [],
  )
  if (seatIds.length > tickets) broken.add('CARD_NOT_USE_ERROR')
  for (const seatId of seatIds) {
    if (ticketFen.has(seatId)) broken.add('PAYMENT_METHOD_ERROR')
    if (discount) ticketFen.set(seatId, discountedFen(show, discount))
  }
}

/** What is taken off a card: money, or times, which buy nothing but tickets at their discount. */
function chargeOf(
  books: Books,
  card: MemberCard,
  its: readonly CardShare[],
  { discount }: Allowance,
  now: number,
  broken: Broken,
): CardWork['charges'][number] {
  const byTimes = gradeOf(books, card).type === 'T'
  const discounted = its.filter(share => share.discounted && share.seatId !== undefined)
  if (byTimes && discounted.length < its.length) broken.add('PAYMENT_METHOD_ERROR')
  const discountedSeats = seatsOf(discounted)
  const rate = discount?.type === 'T' ? discount.times : 0
  const fen = byTimes ? 0 : its.reduce((sum, share) => sum + share.fen, 0)
  const times = byTimes ? discountedSeats * rate : 0
  const held = holdings(card, now)
  if (fen > held.fen || times > held.times) broken.add('PAYMENT_AMOUNT_ERROR')
  return { card, fen, times, seats: seatsOf(its), discountedSeats }
}

const seatsOf = (shares: readonly CardShare[]): number =>
  new Set(shares.flatMap(({ seatId }) => seatId ?? [])).size

/** Takes off the cards what they paid for an order that was done. */
export function charge(
  books: Books,
  work: CardWork,
  order: { orderId: string; cinemaLinkId: string; at: number },
  show?: Show,
): void {
  for (const { card, fen, times, seats, discountedSeats } of work.charges)
    card.entries.push({
      turn: ++books.turns,
      kind: 'consume',
      orderId: order.orderId,
      at: order.at,
      fen: -fen,
      times: -times,
      // A point for every yuan.
      points: fen,
      beforeFen: holdings(card, order.at).fen,
      cinemaLinkId: order.cinemaLinkId,
      ...(show ? { scheduleId: show.scheduleId } : {}),
      seats,
      discountedSeats,
    })
}
