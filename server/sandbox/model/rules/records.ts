import type { Books, CardEntry, MemberCard } from '../books.ts'
import { dayAt, dayMs, daysAfter, startOf, timeAt } from '../calendar.ts'
import { type Ask, type Broken, type Expected, matches, text, verdict, yuan } from '../verdict.ts'
import { houseOf } from './lookups.ts'
import { cardOf } from './member-cards.ts'

/** 7.12 to 7.14: what happened on a card in some days, the latest first. */
export function records(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const card = cardOf(books, ask, houseOf(books, ask, broken), broken)
  const from = pastDay(ask, 'startDate', broken)
  const to = pastDay(ask, 'endDate', broken)
  if (from !== undefined && to !== undefined && (to < from || from < daysAfter(to, -90)))
    broken.add('ILLEGAL_ARGUMENT')
  return verdict(broken, data => {
    if (!card || from === undefined || to === undefined) return
    matches(data, recordsTold(books, card, ask, { fromMs: startOf(from), toMs: startOf(to) + dayMs }))
  })
}

function pastDay({ data, now }: Ask, name: string, broken: Broken): string | undefined {
  const day = text(data, name, broken)
  if (day === undefined) return undefined
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) {
    broken.add('FORMAT_ERROR')
    return undefined
  }
  if (day > dayAt(now)) broken.add('ILLEGAL_ARGUMENT')
  return day
}

function recordsTold(
  books: Books,
  card: MemberCard,
  { api, now }: Ask,
  { fromMs, toMs }: Record<'fromMs' | 'toMs', number>,
) {
  const entries = card.entries
    .filter(entry => entry.at >= fromMs && entry.at < toMs)
    .sort((a, b) => b.at - a.at || b.turn - a.turn)
  switch (api) {
    case 'card.getCardConsumeRecords':
      return entries.filter(({ kind }) => kind === 'consume').map(entry => consumed(books, entry, now))
    case 'card.getCardRechargeRecords':
      return entries.filter(({ kind }) => kind === 'recharge').map(recharged)
    default:
      return entries.map(entry => pointsGot(entry, now))
  }
}

const isBack = ({ backAt }: CardEntry, now: number) => backAt !== undefined && backAt <= now

function consumed(books: Books, entry: CardEntry, now: number) {
  const back = isBack(entry, now)
  const bookingId = books.orders.get(entry.orderId ?? '')?.bookingId
  return {
    // An order that nobody has asked about since it was slow is known by no booking yet.
    ...(bookingId === undefined ? {} : { bookingId }),
    consumeCinemaLinkId: entry.cinemaLinkId,
    consumeAmount: yuan(-entry.fen),
    refundAmount: yuan(back ? -entry.fen : 0),
    beforeBalance: yuan(entry.beforeFen),
    afterBalance: yuan(entry.beforeFen + entry.fen),
    seats: entry.seats,
    refundSeats: back ? entry.seats : 0,
    consumeDateTime: timeAt(entry.at),
    filmCode: books.shows.get(entry.scheduleId ?? '')?.filmCode,
    getPoints: yuan(entry.points),
    refundPoints: yuan(back ? entry.points : 0),
  }
}

const recharged = (entry: CardEntry) => ({
  rechargeCinemaLinkId: entry.cinemaLinkId,
  rechargeAmount: yuan(entry.paidFen ?? 0),
  beforeBalance: yuan(entry.beforeFen),
  afterBalance: yuan(entry.beforeFen + entry.fen),
  rechargeDateTime: timeAt(entry.at),
})

function pointsGot(entry: CardEntry, now: number) {
  const taken = entry.points < 0 ? '积分消费' : '充值'
  return {
    getPointsCinemaLinkId: entry.cinemaLinkId,
    getPoints: yuan(entry.points),
    getPointsMode: entry.kind === 'consume' ? '消费' : taken,
    refundPoints: yuan(isBack(entry, now) ? entry.points : 0),
    getPointsDateTime: timeAt(entry.at),
  }
}
