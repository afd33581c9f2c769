import type { OrderRecord } from '../../journal/record.ts'
import type { HistoryLine } from '../../journal/store.ts'
import { cardFen, isWhollyPaid, lockOf } from './audit.ts'
import { guestMobile } from './guest.ts'
import { contactMobile, memberCard } from './node.ts'
import type { World } from './world.ts'

const minuteMs = 60_000
/** Nothing is under way any more. */
export const isFinal = ({ state }: OrderRecord): boolean =>
  ['TICKETED', 'RETURNED', 'REFUNDED', 'RELEASED', 'FAILED'].includes(state)

type Rule = (holds: boolean, what: string) => void

/** Every rule that a finished world breaks, in words; with those that the audit of its writes has found. */
export async function findViolations(life: {
  world: World
  records: readonly OrderRecord[]
  /** Pickup codes that a screen has shown, by order. */
  shown: ReadonlyMap<string, string>
}): Promise<string[]> {
  const { world, records, shown } = life
  const { audit, payments, cash, cloud } = world
  const found = new Set(audit.found)
  const rule: Rule = (holds, what) => {
    if (!holds) found.add(what)
  }

  for (const record of records) {
    rule(isFinal(record), `an order ends in ${record.state}`)
    rule(!holdsSecrets(record), 'a finished order still holds what was secret')
    rule(
      !shown.has(record.id) || record.state === 'TICKETED' || record.state === 'RETURNED',
      'a code was shown, and the order is neither ticketed nor given back',
    )
    rule(await audit.store.verifyHistory(record.id), 'the history is not intact')
    const history = await audit.store.history(record.id)
    rule(!personal(record, JSON.stringify(history)), 'the history holds something personal')
    rule(hasLearnt(world, record, history), 'an answer that was heard is not written down')
    ticketsOrMoney(world, record, rule)
    calls(world, record, rule)
  }
  for (const line of world.logged)
    rule(!records.some(record => personal(record, line)), `a log line holds something personal`)

  const sold = records.filter(record => record.state === 'TICKETED')
  const revenue = sold.reduce((sum, record) => sum + record.quote.totalFen - cardFen(record), 0)
  const tillFen = payments.balanceFen() + cash.balanceFen()
  rule(tillFen === revenue, `the tills have ${tillFen}, sold was ${revenue}`)
  for (const order of cloud.orders.values()) {
    const record = records.find(one => lockOf(one) === order.lockId)
    rule(record !== undefined && isWhollyPaid(record), 'tickets without a payment')
    rule(record === undefined || order.kind === record.kind, 'an order of another kind')
    rule(
      record === undefined || order.cardFen === cardFen(record),
      'the card is charged another amount than its share',
    )
  }
  return [...found]
}

/** Exactly one of tickets and money back. Only where the cloud stayed silent to the end may both be, and flagged. */
function ticketsOrMoney(world: World, record: OrderRecord, rule: Rule): void {
  const { cloud, payments, cash } = world
  const lockId = lockOf(record)
  const upstream = lockId === undefined ? undefined : cloud.orders.get(lockId)
  const flagged = (...reasons: string[]) => record.attention.some(flag => reasons.includes(flag.reason))
  if (record.state === 'TICKETED') {
    // A cinema that never says what became of a return has been asked until the film began, and a person knows.
    const hangs = upstream?.status === 'refunding' && flagged('return-unclear')
    const good = upstream?.status === 'ticket_success' || upstream?.status === 'refund_failed' || hangs
    rule(good, `ticketed, and the cloud says ${upstream?.status}`)
    rule(record.decision.kind === 'TICKET', 'ticketed without the decision')
    const accepted = record.payments.filter(payment => payment.role === 'ACCEPTED')
    const inTime = accepted.every(
      ({ state, expiresAt }) => state.kind === 'paid' && state.paidAt <= expiresAt,
    )
    rule(inTime, 'ticketed for money that came too late')
    const paidFen = accepted.reduce((sum, { amountFen }) => sum + amountFen, cardFen(record))
    rule(paidFen === record.quote.totalFen, 'ticketed for another amount')
  } else if (record.state === 'RETURNED') {
    const back = upstream?.status === 'refund_success' || flagged('return-unclear')
    rule(back, `given back, and the cloud says ${upstream?.status}`)
    rule(record.decision.kind === 'TICKET', 'given back without having been issued')
  } else if (upstream?.ticketedAt !== undefined) {
    const decidedAt = world.audit.decidedAt.get(record.id) ?? 0
    const undone = upstream.reversedAt !== undefined && upstream.reversedAt <= decidedAt
    rule(undone || flagged('unsettled-refund'), `refunded while tickets were there (${record.state})`)
  }
  if (upstream?.status === 'ticket_success' && record.decision.kind !== 'TICKET')
    rule(flagged('ticket-and-refund', 'unsettled-refund'), 'tickets without revenue, and nobody knows')

  for (const ours of record.payments) {
    const books = ours.provider === 'cash' ? cash : payments
    const trade = books.trades.get(ours.outTradeNo)
    if (trade?.state !== 'PAID') continue
    const back = [...books.refunds.values()].filter(
      refund => refund.outTradeNo === ours.outTradeNo && refund.state === 'SUCCESS',
    )
    const backFen = back.reduce((sum, refund) => sum + refund.amountFen, 0)
    const kept = record.state === 'TICKETED' && ours.role === 'ACCEPTED'
    rule(back.length <= 1, 'a payment was paid back twice')
    rule(backFen <= trade.paidFen, 'more went back than came in')
    const due = kept ? 0 : trade.paidFen
    rule(backFen === due, `of ${trade.paidFen} fen ${backFen} went back (${record.state})`)
  }
}

/** Section 10, 5.3.2 and T4, as the cloud saw it. */
function calls(world: World, record: OrderRecord, rule: Rule): void {
  const lockId = lockOf(record)
  if (lockId === undefined) return
  const sent = world.sent.filter(call => call.lockId === lockId)
  const confirms = sent.filter(call => call.call === 'confirm')
  rule(new Set(confirms.map(call => call.data)).size <= 1, 'two confirms of an order differ')
  const releases = world.cloud.calls.filter(call => call.call === 'releaseSeats' && call.lockId === lockId)
  rule(
    !releases.some(call => payableAt(world, record, call.at)),
    'seats were released while a payment could still come in',
  )
  const { slow, paused, skewed } = world.bent
  // A send that its process slept over comes when it comes: it has to be harmless, not in time.
  if (paused || skewed) return
  // A slow journal brings a send nearer to the next, yet never nearer than 5.3.2 allows.
  const apartMs = slow ? 15_000 : minuteMs
  for (const [index, call] of confirms.entries()) {
    const before = confirms[index - 1]
    rule(before === undefined || call.at - before.at >= apartMs, `confirms less than ${apartMs} ms apart`)
  }
  const reversal = sent.find(call => call.call === 'reverse')
  const last = confirms.at(-1)
  if (reversal === undefined || last === undefined) return
  rule(last.at < reversal.at, 'a confirm leaves after a reversal')
  rule(reversal.at - last.at >= apartMs, 'a reversal leaves less than a minute after a confirm')
}

/** Evidence is always accepted, also from a worker whose order is another's by now. */
function hasLearnt(world: World, record: OrderRecord, history: readonly HistoryLine[]): boolean {
  const heard = world.heard.get(lockOf(record) ?? '') ?? 0
  const written = history.filter(
    ({ kind, detail }) => kind === 'learnt: confirm' && detail['outcome'] !== 'UNKNOWN no answer in time',
  )
  return world.bent.lossy || written.length >= heard
}

/** A card's password, or the confirm that bears it, after the end. */
function holdsSecrets({ card, confirm }: OrderRecord): boolean {
  return card?.password !== undefined || (confirm.kind !== 'none' && confirm.payload !== undefined)
}

/** Whether a phone could have paid for the order at that instant. */
function payableAt(world: World, record: OrderRecord, at: number): boolean {
  return record.payments.some(({ outTradeNo }) => {
    const trade = world.payments.trades.get(outTradeNo) ?? world.cash.trades.get(outTradeNo)
    if (trade === undefined || at < trade.createdAt || at > trade.expireAt) return false
    const paid = trade.state === 'PAID' && trade.paidAt <= at
    const closed = trade.closedAt !== undefined && trade.closedAt <= at
    return !paid && !closed
  })
}

/** Whether a text names the phone, the code or the confirm of this order. */
function personal(record: OrderRecord, text: string): boolean {
  const code = record.upstream.tickets?.pickupCode
  return (
    text.includes(guestMobile) ||
    text.includes(contactMobile) ||
    text.includes('ticketList') ||
    text.includes('goodsList') ||
    (memberCard.password !== undefined && text.includes(memberCard.password)) ||
    text.includes(memberCard.number) ||
    (code !== undefined && text.includes(`"${code}"`))
  )
}
