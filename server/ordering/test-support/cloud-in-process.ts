import { z } from 'zod'
import { SeatId, SectionId } from '#contract/ids.ts'
import { OrderKind } from '#contract/order.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type {
  CloudOrder,
  CloudOrderStatus,
  CloudTickets,
  Confirmed,
  ConfirmRequest,
  MovieCloud,
  WholeOrder,
} from '../../moviecloud/gateway-types.ts'
import type { VirtualTime } from './virtual-time.ts'

interface UpstreamOrder {
  kind: OrderKind
  /** What it takes from the guest's card as long as it stands. */
  cardFen: number
  /** The number it was confirmed under: its lock's, or for goods alone one of our own. */
  lockId: string
  cloudOrderId: string
  payload: string
  confirmedAt: number
  ticketedAt: number | undefined
  reversedAt: number | undefined
  /** The cinema took the tickets back. */
  returnedAt: number | undefined
  status: CloudOrderStatus
}

/** The calls an order makes. */
export type OrderCall =
  | 'lockSeats'
  | 'releaseSeats'
  | 'confirm'
  | 'order'
  | 'goodsOrder'
  | 'reverse'
  | 'giveBack'

/**
 * What goes wrong with a call. `before`: it never gets there. `after`: it is done, and its answer is lost.
 * `answer`: the cloud answers this and does nothing.
 */
export type Fault =
  | { kind: 'not-sent' }
  | { kind: 'before' }
  | { kind: 'after' }
  | { kind: 'answer'; code: string }
  /** It gets there, and the cinema takes its time: `wait_ticket`. */
  | { kind: 'wait' }
  /** Its answer is lost, and it gets there only later. */
  | { kind: 'later'; afterMs: number }

export interface CloudInProcess extends Pick<MovieCloud, OrderCall | 'freezeConfirm'> {
  /** Asked before each call; undefined: nothing goes wrong. */
  fault: (call: OrderCall) => Fault | undefined
  /** An order began to wait for its cinema. */
  onWait: (lockId: string) => void
  calls: { call: OrderCall; at: number; lockId?: string; payload?: string }[]
  readonly orders: ReadonlyMap<string, UpstreamOrder>
  /** Tickets that exist and were not undone. */
  ticketed(): UpstreamOrder[]
  /** The cinema comes to a decision on an order that waits. */
  settle(lockId: string, status: CloudOrderStatus): void
  lockedSeats(): SeatId[]
}

/** 5.13: tickets that were issued sooner than this after their confirm are not reversed. */
const reversibleAfterMs = 12 * 60_000

/**
 * A small Movie Cloud of one show, for the engine's own tests: locks, confirms, queries, reversals by the rules.
 *
 * @param noReversalBeforeMs until when after the confirm it answers REVERSE_TICKET_NO_TIME_YET (9.2.10)
 */
export function createCloudInProcess(
  time: VirtualTime,
  lockLifeMs = 10 * 60_000,
  noReversalBeforeMs = reversibleAfterMs,
): CloudInProcess {
  const locks = new Map<string, { seatIds: SeatId[]; until: number; released: boolean }>()
  const orders = new Map<string, UpstreamOrder>()
  const ticketSeats = new Map<string, SeatId[]>()
  let counter = 0

  const refused = (code: string): Outcome<never> => ({ kind: 'refused', code, meaning: code })
  const lost: Outcome<never> = { kind: 'unknown', reason: 'timeout' }

  const taken = (): SeatId[] => [
    ...[...locks.values()]
      .filter(lock => !lock.released && lock.until > time.now())
      .flatMap(lock => lock.seatIds),
    ...[...orders.values()]
      .filter(order => order.status === 'ticket_success' || order.status === 'wait_ticket')
      .flatMap(order => ticketSeats.get(order.lockId) ?? []),
  ]

  const call = async <T>(
    name: OrderCall,
    act: (wait: boolean) => Outcome<T>,
    about: { lockId?: string; payload?: string } = {},
  ): Promise<Outcome<T>> => {
    cloud.calls.push({ call: name, at: time.now(), ...about })
    const fault = cloud.fault(name)
    switch (fault?.kind) {
      case undefined:
        return act(false)
      case 'not-sent':
        return { kind: 'not-sent', reason: 'ECONNREFUSED' }
      case 'before':
        return lost
      case 'after':
        act(false)
        return lost
      case 'wait':
        act(true)
        return lost
      case 'later':
        time.after(fault.afterMs, () => act(false))
        return lost
      case 'answer':
        return refused(fault.code)
    }
  }

  const ticketsOf = (order: UpstreamOrder): CloudTickets => ({
    cloudOrderId: order.cloudOrderId,
    bookingNo: `B${order.cloudOrderId}`,
    pickupCode: `P${order.cloudOrderId}`,
    ...(order.kind === 'mixed' && { goodsCode: `G${order.cloudOrderId}` }),
    goods: [],
    tickets: (ticketSeats.get(order.lockId) ?? []).map(seatId => {
      const [row = '', column = ''] = seatId.split('-')
      return { ticketNo: `T${order.cloudOrderId}${seatId}`, seatId, row, column, serviceFeeFen: 0 }
    }),
  })

  const issued = (order: UpstreamOrder): Outcome<Confirmed> => done({ is: 'issued', ...ticketsOf(order) })

  /** 6.2.4: goods that are being ordered have a number already; tickets have none to show (ORDER_PROCESSING). */
  const waiting = ({ kind, cloudOrderId, status }: UpstreamOrder): Outcome<Confirmed> =>
    kind === 'goods' ? done({ is: 'waiting', cloudOrderId, status }) : refused('ORDER_PROCESSING')

  const confirmAgain = (known: UpstreamOrder, payload: string): Outcome<Confirmed> => {
    if (known.payload !== payload) return refused('REQUEST_PARAM_INCONFORMITY_ERROR')
    if (known.status === 'ticket_success') return issued(known)
    if (known.status === 'wait_ticket') return waiting(known)
    return refused(known.kind === 'goods' ? 'GOODS_ORDER_FAILED' : 'ORDER_SEAT_ERROR')
  }

  const confirm = (payload: string, wait: boolean): Outcome<Confirmed> => {
    const { kind, lockId, seatIds, cardFen } = readPayload(payload)
    const known = orders.get(lockId)
    if (known !== undefined) return confirmAgain(known, payload)
    const lock = locks.get(lockId)
    if (kind !== 'goods') {
      if (lock === undefined || lock.released || lock.until <= time.now()) return refused('ORDER_SEAT_ERROR')
      if (!sameSeats(lock.seatIds, seatIds)) return refused('SEAT_COUNT_ERROR')
    }
    counter += 1
    const order: UpstreamOrder = {
      kind,
      cardFen,
      lockId,
      payload,
      cloudOrderId: `C${counter}`,
      confirmedAt: time.now(),
      ticketedAt: wait ? undefined : time.now(),
      reversedAt: undefined,
      returnedAt: undefined,
      status: wait ? 'wait_ticket' : 'ticket_success',
    }
    orders.set(lockId, order)
    ticketSeats.set(lockId, lock?.seatIds ?? [])
    if (wait) cloud.onWait(lockId)
    return wait ? lost : issued(order)
  }

  const query = (lockId: string): Outcome<CloudOrder> => {
    const order = orders.get(lockId)
    if (order === undefined) return refused('ORDER_NOT_FOUND')
    const { tickets, bookingNo, pickupCode, goodsCode, cloudOrderId } = ticketsOf(order)
    return done({
      cloudOrderId,
      goods: [],
      ...(goodsCode !== undefined && { goodsCode }),
      status: order.status,
      bookingNo,
      // T3: the pickup code stands there whatever the status.
      pickupCode,
      tickets: tickets.map(({ ticketNo, row, column }) => ({
        ticketNo,
        row,
        column,
        sectionId: sectionId,
        ticketFen: 4500,
        feeFen: 300,
      })),
    })
  }

  const byCloudId = (cloudOrderId: string) =>
    [...orders.values()].find(one => one.cloudOrderId === cloudOrderId)
  /** Each kind has calls of its own, which know no other (5.10-5.13, 6.4, 6.5). */
  const ofKind = ({ cloudOrderId, kind }: Pick<UpstreamOrder, 'cloudOrderId' | 'kind'>) => {
    const order = byCloudId(cloudOrderId)
    return order?.kind === kind ? order : undefined
  }

  const reverse = (q: WholeOrder): Outcome<null> => {
    const order = ofKind(q)
    if (order === undefined) return refused('ORDER_NOT_FOUND')
    if (order.kind === 'goods') return takeGoodsBack(order)
    if (order.status === 'reverse_success') return done(null)
    if (time.now() < order.confirmedAt + noReversalBeforeMs) return refused('REVERSE_TICKET_NO_TIME_YET')
    const lateTicket =
      order.status === 'ticket_success' && (order.ticketedAt ?? 0) >= order.confirmedAt + reversibleAfterMs
    if (order.status !== 'wait_ticket' && !lateTicket) return refused('REVERSE_TICKET_STATUS_INCORRECT')
    order.status = 'reverse_success'
    order.reversedAt = time.now()
    return done(null)
  }

  /** 6.5: goods have no reversal; what is ordered, or being ordered, is given back. */
  const takeGoodsBack = (order: UpstreamOrder): Outcome<null> => {
    if (order.status === 'refund_success') return done(null)
    if (order.status !== 'wait_ticket' && order.status !== 'ticket_success')
      return refused('GOODS_REFUND_FAILED')
    order.status = 'refund_success'
    order.reversedAt = time.now()
    return done(null)
  }

  const takeBack = (q: WholeOrder, wait: boolean): Outcome<null> => {
    const order = ofKind(q)
    if (order === undefined) return refused('ORDER_NOT_FOUND')
    if (order.status === 'refund_success') return refused('TICKET_HAS_REFUND')
    if (order.status !== 'ticket_success' && order.status !== 'refund_failed')
      return refused('REFUND_TICKET_STATUS_INCORRECT')
    order.status = wait ? 'refunding' : 'refund_success'
    if (!wait) order.returnedAt = time.now()
    if (wait) cloud.onWait(order.lockId)
    return done(null)
  }

  const cloud: CloudInProcess = {
    fault: () => undefined,
    onWait: () => undefined,
    calls: [],
    orders,
    lockSeats: (_show, { seatIds }) =>
      call('lockSeats', () => {
        const gone = taken()
        if (seatIds.some(seatId => gone.includes(seatId))) return refused('LOCK_SEAT_ERROR')
        counter += 1
        const lockId = `L${counter}`
        locks.set(lockId, { seatIds: [...seatIds], until: time.now() + lockLifeMs, released: false })
        return done({ lockId, seatIds: [...seatIds] })
      }),
    releaseSeats: ({ lockId }) =>
      call(
        'releaseSeats',
        () => {
          const lock = locks.get(lockId)
          if (lock === undefined || orders.has(lockId)) return refused('UN_LOCK_SEAT_UNSUCCESS')
          lock.released = true
          return done(null)
        },
        { lockId },
      ),
    freezeConfirm: confirm => JSON.stringify(payloadOf(confirm)),
    confirm: payload =>
      call('confirm', wait => confirm(payload, wait), { payload, lockId: readPayload(payload).lockId }),
    order: q => {
      const lockId = 'lockId' in q ? q.lockId : ''
      const isGoods = orders.get(lockId)?.kind === 'goods'
      return call('order', () => query(isGoods ? '' : lockId), { lockId })
    },
    goodsOrder: ({ cloudOrderId }) => {
      const lockId = byCloudId(cloudOrderId)?.lockId ?? ''
      return call('goodsOrder', () => query(lockId), { lockId })
    },
    reverse: q => {
      const lockId = byCloudId(q.cloudOrderId)?.lockId ?? ''
      return call('reverse', () => reverse(q), { lockId })
    },
    giveBack: q => {
      const lockId = byCloudId(q.cloudOrderId)?.lockId ?? ''
      return call('giveBack', wait => takeBack(q, wait), { lockId })
    },
    ticketed: () => [...orders.values()].filter(order => order.status === 'ticket_success'),
    settle(lockId, status) {
      const order = orders.get(lockId)
      if (order?.status === 'refunding' && (status === 'refund_success' || status === 'refund_failed')) {
        order.status = status
        if (status === 'refund_success') order.returnedAt = time.now()
      }
      if (order?.status !== 'wait_ticket') return
      order.status = status
      if (status === 'ticket_success') order.ticketedAt = time.now()
    },
    lockedSeats: () =>
      [...locks.values()]
        .filter(lock => !lock.released && lock.until > time.now())
        .flatMap(lock => lock.seatIds),
  }
  return cloud
}

const sectionId = SectionId.parse('01')
const Payload = z.object({
  kind: OrderKind,
  lockId: z.string(),
  mobile: z.string(),
  seatIds: z.array(SeatId),
  cardFen: z.number(),
})

const payloadOf = (confirm: ConfirmRequest): z.infer<typeof Payload> => ({
  kind: confirm.kind,
  lockId: confirm.kind === 'goods' ? confirm.goodsOrderNo : confirm.lockId,
  mobile: confirm.mobile,
  seatIds: confirm.kind === 'goods' ? [] : confirm.tickets.map(ticket => ticket.seatId),
  cardFen: cardFenOf(confirm),
})

function cardFenOf(confirm: ConfirmRequest): number {
  const tickets = confirm.kind === 'goods' ? [] : confirm.tickets
  const lines = [
    ...tickets.map(({ ticketFen, feeFen, payments }) => ({ fen: ticketFen + feeFen, payments })),
    ...confirm.goods.map(({ unitFen, count, payments }) => ({ fen: unitFen * count, payments })),
  ]
  const parts = lines
    .flatMap(line => line.payments ?? [])
    .reduce((sum, part) => sum + (part.by === 'card' ? part.amountFen : 0), 0)
  return confirm.card?.kind === 'member' ? lines.reduce((sum, line) => sum + line.fen, 0) : parts
}

function readPayload(payload: string) {
  return Payload.parse(JSON.parse(payload))
}

function sameSeats(left: readonly SeatId[], right: readonly SeatId[]): boolean {
  return [...left].sort().join() === [...right].sort().join()
}
