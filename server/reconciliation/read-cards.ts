import type { OrderId } from '#contract/ids.ts'
import type { Unread } from '#contract/reconciliation.ts'
import { calendarDay } from '#contract/time.ts'
import { shortIdLength } from '../journal/order-list.ts'
import type { OrderCard, OrderRecord } from '../journal/record.ts'
import type { CardCharge, MovieCloud } from '../moviecloud/gateway-types.ts'
import { memberShareFen } from './judge-card.ts'

const minuteMs = 60_000
/** 7.12 goes no further back. */
const farthestMs = 89 * 24 * 60 * minuteMs
/** A charge without a booking of ours is the order's own when it is its share to the fen and as old as its confirms. */
const beforeMs = minuteMs
const afterMs = 15 * minuteMs

interface Confirmed {
  readonly order: OrderRecord
  readonly card: OrderCard
  readonly firstAt: number
  readonly lastAt: number
}

/**
 * Asks the cloud's books of each member card that these orders were confirmed with, once a card. A card's number is in
 * no result and no log.
 *
 * @param when `now` in epoch ms; `pace` fulfils when the next card may be asked about
 * @returns by order what its card has paid and not been given back, in fen; orders of a card that could not be read
 * are named instead
 */
export async function readCards(
  cloud: Pick<MovieCloud, 'cardCharges'>,
  orders: readonly OrderRecord[],
  { now, pace }: { now: number; pace: () => Promise<void> },
): Promise<{ kept: Map<OrderId, number>; unread: Unread[] }> {
  const kept = new Map<OrderId, number>()
  const unread: Unread[] = []
  for (const some of byCard(orders)) {
    await pace()
    const [{ card }] = some
    const from = Math.max(now - farthestMs, Math.min(...some.map(({ firstAt }) => firstAt)) - beforeMs)
    const period = { from: calendarDay(from), to: calendarDay(now) }
    const outcome = await cloud.cardCharges({ cinemaId: card.cinemaId, number: card.number, ...period })
    if (outcome.kind === 'done') {
      for (const [id, fen] of keptOf(some, outcome.value)) kept.set(id, fen)
      continue
    }
    const reason = outcome.kind === 'refused' ? outcome.code : outcome.reason
    for (const { order } of some)
      unread.push({ ledger: 'card', which: order.id.slice(0, shortIdLength), reason })
  }
  return { kept, unread }
}

function byCard(orders: readonly OrderRecord[]): [Confirmed, ...Confirmed[]][] {
  const cards = new Map<string, [Confirmed, ...Confirmed[]]>()
  for (const order of orders) {
    const { card, confirm } = order
    if (card === undefined || confirm.kind !== 'sent' || memberShareFen(order) === 0) continue
    const one = { order, card, firstAt: confirm.firstAt, lastAt: confirm.lastAt }
    const key = `${card.cinemaId} ${card.number}`
    const others = cards.get(key)
    if (others) others.push(one)
    else cards.set(key, [one])
  }
  return [...cards.values()]
}

/** Charges by the booking's number first; what is left over goes by amount and time. */
function keptOf(orders: readonly Confirmed[], charges: readonly CardCharge[]): Map<OrderId, number> {
  const kept = new Map<OrderId, number>()
  const booked = new Map(orders.map(({ order }) => [order.id, charges.filter(charge => isOf(charge, order))]))
  const free = new Set(charges)
  for (const charge of [...booked.values()].flat()) free.delete(charge)
  for (const one of orders) {
    const { id } = one.order
    const byNumber = booked.get(id) ?? []
    const alike = byNumber.length > 0 ? undefined : [...free].find(charge => isLike(charge, one))
    if (alike) free.delete(alike)
    const mine = alike ? [alike] : byNumber
    // Of tickets that were taken off a card by times no amount can be right or wrong.
    if (mine.some(({ byTimes }) => byTimes)) continue
    kept.set(
      id,
      mine.reduce((sum, { takenFen, givenBackFen }) => sum + takenFen - givenBackFen, 0),
    )
  }
  return kept
}

const isOf = ({ bookingNo = '' }: CardCharge, { decision }: OrderRecord) =>
  bookingNo !== '' && decision.kind === 'TICKET' && bookingNo === decision.bookingNo

const isLike = ({ takenFen, at }: CardCharge, { order, firstAt, lastAt }: Confirmed) =>
  takenFen === memberShareFen(order) && at !== undefined && at >= firstAt - beforeMs && at <= lastAt + afterMs
