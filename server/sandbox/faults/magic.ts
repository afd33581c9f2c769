import { Fault, type FaultInput } from '#contract/sandbox-faults.ts'
import { type Arguments, isObject } from '../apis/arguments.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { type CallTraits, isMishap, type Mishap } from './faults.ts'

/*
 * Inputs that bring a fault of themselves, where nobody can reach the control interface: at a kiosk, in a partner's
 * demonstration, with curl. A repetition of the same call gets through unless the text says otherwise.
 */

interface Magic {
  value: string
  effect: string
  fault: FaultInput
  /** On a repetition as well. */
  always?: true
}

const minuteMs = 60_000

/** A buyer's or a card owner's number in confirms and registrations. */
const mobiles: readonly Magic[] = [
  { value: '13900000001', effect: 'handled, the answer is lost', fault: { kind: 'lose-answer' } },
  { value: '13900000002', effect: 'the request is lost', fault: { kind: 'lose-request' } },
  { value: '13900000003', effect: 'handled, the answer breaks off', fault: { kind: 'reset' } },
  { value: '13900000004', effect: 'handled, half the JSON is answered', fault: { kind: 'truncate' } },
  {
    value: '13900000005',
    effect: 'handled, a gateway answers 502',
    fault: { kind: 'bad-gateway', handled: true },
  },
  {
    value: '13900000006',
    effect: 'handled, the answer comes a minute late',
    fault: { kind: 'delay-answer', delayMs: minuteMs },
  },
  {
    value: '13900000007',
    effect: 'handled, the code answered is in no table',
    fault: { kind: 'unknown-code' },
  },
  {
    value: '13900000008',
    effect: 'handled, yet refused with ORDER_SEAT_ERROR, repetitions included',
    fault: { kind: 'deny', code: 'ORDER_SEAT_ERROR' },
    always: true,
  },
  {
    value: '13900000011',
    effect: 'the cinema takes 2 minutes for the tickets',
    fault: { kind: 'slow-tickets', delayMs: 2 * minuteMs },
  },
  {
    value: '13900000012',
    effect: 'the cinema takes 20 minutes for the tickets: time to reverse',
    fault: { kind: 'slow-tickets', delayMs: 20 * minuteMs },
  },
  {
    value: '13900000013',
    effect: 'the cinema fails the tickets after half a minute',
    fault: { kind: 'fail-tickets', delayMs: minuteMs / 2 },
  },
  {
    value: '13900000014',
    effect: 'refused with SETTLEACCOUNT_PAY_FAIL, repetitions included',
    fault: { kind: 'refuse', code: 'SETTLEACCOUNT_PAY_FAIL' },
    always: true,
  },
]

/** Seats by their column, in the front row of one hall: seats are all that a guest at a kiosk can choose. */
const magicHall = { cinemaLinkId: '206', hallId: '1', rowId: '1' } as const
const lockedSeats: readonly Magic[] = [
  { value: '01', effect: 'its lock is granted, the answer is lost', fault: { kind: 'lose-answer' } },
  {
    value: '02',
    effect: 'somebody else is always faster: LOCK_SEAT_ERROR',
    fault: { kind: 'refuse', code: 'LOCK_SEAT_ERROR' },
    always: true,
  },
]
const confirmedSeats: readonly Magic[] = [
  { value: '03', effect: 'its confirm is handled, the answer is lost', fault: { kind: 'lose-answer' } },
  {
    value: '04',
    effect: 'the cinema takes 2 minutes for its ticket',
    fault: { kind: 'slow-tickets', delayMs: 2 * minuteMs },
  },
  {
    value: '05',
    effect: 'the cinema fails its ticket after half a minute',
    fault: { kind: 'fail-tickets', delayMs: minuteMs / 2 },
  },
  {
    value: '06',
    effect: 'the cinema takes 20 minutes for its ticket: time to reverse',
    fault: { kind: 'slow-tickets', delayMs: 20 * minuteMs },
  },
]

/** Card numbers, in whatever asks about or charges a member card. */
const cards: readonly Magic[] = [
  {
    value: '99990001',
    effect: 'the cinema cannot be reached: CINEMA_CONNECTION_ERROR',
    fault: { kind: 'refuse', code: 'CINEMA_CONNECTION_ERROR' },
    always: true,
  },
  {
    value: '99990002',
    effect: 'the request is lost, repetitions included',
    fault: { kind: 'lose-request' },
    always: true,
  },
  {
    value: '99990003',
    effect: 'the answer comes a minute late',
    fault: { kind: 'delay-answer', delayMs: minuteMs },
    always: true,
  },
]

const byMobile = tableOf(mobiles)
const byLockedSeat = tableOf(lockedSeats)
const byConfirmedSeat = tableOf(confirmedSeats)
const byCard = tableOf(cards)

type Table = ReadonlyMap<string, { mishap: Mishap; always: boolean }>

function tableOf(rows: readonly Magic[]): Table {
  return new Map(
    rows.map(({ value, fault, always = false }) => {
      const mishap = Fault.parse(fault)
      if (!isMishap(mishap)) throw new Error(`${value} is no mishap`)
      return [value, { mishap, always }]
    }),
  )
}

/** The fault that the parameters of a call bring of themselves. */
export function magicMishap(call: CallTraits, args: Arguments, cloud: Cloud): Mishap | undefined {
  const { mishap, always } =
    byMobile.get(textOf(args['mobile'])) ??
    byCard.get(textOf(args['cardNumber'])) ??
    seatMagic(call, args, cloud) ??
    ({} as const)
  return call.repeated && !always ? undefined : mishap
}

function seatMagic({ api }: CallTraits, args: Arguments, cloud: Cloud) {
  if (args['cinemaLinkId'] !== magicHall.cinemaLinkId) return undefined
  const locks = api === 'ykse.partner.seat.lockSeats'
  const seatIds = locks ? args['seatIdList'] : seatsOf(args['ticketList'])
  if (!Array.isArray(seatIds)) return undefined
  const show = cloud.shows.find(Number(textOf(args['scheduleId'])) || 0)
  if (show?.hallId !== magicHall.hallId) return undefined
  const table = locks ? byLockedSeat : byConfirmedSeat
  for (const seatId of seatIds) {
    const [, rowId, columnId = ''] = textOf(seatId).split('-')
    if (rowId === magicHall.rowId && table.has(columnId)) return table.get(columnId)
  }
  return undefined
}

/** Nobody has looked at the parameters yet: an object among them need not even have a text. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const seatsOf = (tickets: unknown): unknown[] =>
  Array.isArray(tickets) ? tickets.flatMap(ticket => (isObject(ticket) ? [ticket['seatId']] : [])) : []

/** All of them, for whoever looks them up. */
export const magicInputs: readonly { input: 'mobile' | 'card' | 'seat'; value: string; effect: string }[] = [
  ...mobiles.map(({ value, effect }) => ({ input: 'mobile' as const, value, effect })),
  ...cards.map(({ value, effect }) => ({ input: 'card' as const, value, effect })),
  ...[...lockedSeats, ...confirmedSeats].map(({ value, effect }) => ({
    input: 'seat' as const,
    value: `cinema ${magicHall.cinemaLinkId}, hall ${magicHall.hallId}, row ${magicHall.rowId}, seat ${value}`,
    effect,
  })),
]
