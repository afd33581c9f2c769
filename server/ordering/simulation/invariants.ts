import type { OrderRecord } from '../../journal/record.ts'
import type { BoxOffice } from '../test-support/box-office.ts'

const minuteMs = 60_000
const final = ['TICKETED', 'RETURNED', 'REFUNDED', 'RELEASED', 'FAILED']

/** Every rule that a finished world breaks, in words. */
export async function findViolations(world: {
  office: BoxOffice
  records: readonly OrderRecord[]
  /** Pickup codes that a screen has shown, by order. */
  shown: ReadonlyMap<string, string>
}): Promise<string[]> {
  const { office, records, shown } = world
  const found: string[] = []
  const rule = (holds: boolean, what: string) => {
    if (!holds) found.push(what)
  }

  for (const record of records) {
    rule(final.includes(record.state), `an order ends in ${record.state}`)
    rule(
      !shown.has(record.id) || record.state === 'TICKETED' || record.state === 'RETURNED',
      'a code was shown, and the order is neither ticketed nor given back',
    )
    rule(await office.store.verifyHistory(record.id), 'the history is not intact')
    ticketsOrMoney(office, record, rule)
    confirms(office, record, rule)
  }
  const sold = records.filter(record => record.state === 'TICKETED')
  const revenue = sold.reduce((sum, record) => sum + record.quote.totalFen, 0)
  rule(
    office.payments.balanceFen() === revenue,
    `the till has ${office.payments.balanceFen()}, sold was ${revenue}`,
  )
  return found
}

type Rule = (holds: boolean, what: string) => void

/** Exactly one of tickets and money back. Only where the cloud stayed silent to the end may both be, and flagged. */
function ticketsOrMoney(office: BoxOffice, record: OrderRecord, rule: Rule): void {
  const upstream = upstreamOf(office, record)
  if (record.state === 'TICKETED') {
    const good = upstream?.status === 'ticket_success' || upstream?.status === 'refund_failed'
    rule(good, `ticketed, and the cloud says ${upstream?.status}`)
    rule(record.decision.kind === 'TICKET', 'ticketed without the decision')
    const accepted = record.payments.find(payment => payment.role === 'ACCEPTED')
    const inTime = accepted?.state.kind === 'paid' && accepted.state.paidAt <= accepted.expiresAt
    rule(inTime, 'ticketed for money that came too late')
  } else if (record.state === 'RETURNED') {
    const flagged = record.attention.some(flag => flag.reason === 'return-unclear')
    rule(
      upstream?.status === 'refund_success' || flagged,
      `given back, and the cloud says ${upstream?.status}`,
    )
    rule(record.decision.kind === 'TICKET', 'given back without having been issued')
  } else if (upstream?.ticketedAt !== undefined) {
    const decidedAt = record.decision.kind === 'REFUND' ? record.decision.at : 0
    const undone = upstream.reversedAt !== undefined && upstream.reversedAt <= decidedAt
    const flagged = record.attention.some(flag => flag.reason === 'unsettled-refund')
    rule(undone || flagged, `refunded while tickets were there (${record.state})`)
  }
  for (const [outTradeNo, trade] of office.payments.trades) {
    const ours = record.payments.find(payment => payment.outTradeNo === outTradeNo)
    if (ours === undefined || trade.state !== 'PAID') continue
    const back = [...office.payments.refunds.values()].filter(
      refund => refund.outTradeNo === outTradeNo && refund.state === 'SUCCESS',
    )
    const backFen = back.reduce((sum, refund) => sum + refund.amountFen, 0)
    const kept = record.state === 'TICKETED' && ours.role === 'ACCEPTED'
    rule(back.length <= 1, 'a payment was paid back twice')
    rule(
      backFen === (kept ? 0 : trade.paidFen),
      `of ${trade.paidFen} fen ${backFen} went back (${record.state})`,
    )
  }
}

/** Section 10 and T4: byte-equal, a minute apart, only paid orders, never after a reversal. */
function confirms(office: BoxOffice, record: OrderRecord, rule: Rule): void {
  const { lock } = record
  const lockId = lock.kind === 'held' || lock.kind === 'released' ? lock.lockId : undefined
  if (lockId === undefined) return
  const calls = office.cloud.calls.filter(call => call.lockId === lockId)
  const sent = calls.filter(call => call.call === 'confirmOrder')
  const firstReversal = calls.find(call => call.call === 'reverseOrder')
  rule(new Set(sent.map(call => call.payload)).size <= 1, 'two confirms of an order differ')
  for (const [index, call] of sent.entries()) {
    const before = sent[index - 1]
    rule(
      before === undefined || call.at - before.at >= minuteMs,
      `confirms ${call.at - (before?.at ?? 0)} ms apart`,
    )
    rule(firstReversal === undefined || call.at < firstReversal.at, 'a confirm after a reversal')
  }
  const releases = calls.filter(call => call.call === 'releaseSeats')
  rule(
    !releases.some(call => payableAt(office, record, call.at)),
    'seats were released while a payment could still come in',
  )
  const last = sent.at(-1)
  rule(
    firstReversal === undefined || last === undefined || firstReversal.at - last.at >= minuteMs,
    'a reversal less than a minute after a confirm',
  )
  const paid = record.payments.some(payment => payment.role === 'ACCEPTED')
  rule(sent.length === 0 || paid, 'a confirm without money')
}

/** Whether a phone could have paid for the order at that instant. */
function payableAt(office: BoxOffice, record: OrderRecord, at: number): boolean {
  return record.payments.some(({ outTradeNo }) => {
    const trade = office.payments.trades.get(outTradeNo)
    if (trade === undefined || at < trade.createdAt || at > trade.expireAt) return false
    const paid = trade.state === 'PAID' && trade.paidAt <= at
    const closed = trade.closedAt !== undefined && trade.closedAt <= at
    return !paid && !closed
  })
}

function upstreamOf(office: BoxOffice, record: OrderRecord) {
  const { lock } = record
  return lock.kind === 'held' || lock.kind === 'released' ? office.cloud.orders.get(lock.lockId) : undefined
}
