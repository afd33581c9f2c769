import { z } from 'zod'
import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Numbers } from './numbers.ts'
import { once } from './once.ts'
import type { Programme, Show } from './programme.ts'
import { fenOf, objectIn, readable, Text, yuanOf } from './reading.ts'
import type { SeatPlans } from './seat-plans.ts'
import { tracesOf } from './traces.ts'
import { barredBy, Untried } from './verdict.ts'

const Locked = z.object({ lockOrderId: Text })
const Ordered = z.object({
  orderId: Text,
  bookingId: Text,
  confirmationId: Text,
  tickets: z.unknown().optional(),
})
const Ticket = z.object({ ticketNo: Text, seatId: Text.optional() })

export interface Lock {
  show: Show
  seatIds: readonly string[]
  lockOrderId: string
}

/** An order of tickets that the run has bought. */
export interface Bought {
  lock: Lock
  api: string
  /** What was asked, to ask it again. */
  request: object
  answer: Answer
  orderId: string
  bookingId: string
  confirmationId: string
  ticketNos: string[]
  /** Tickets and fees. */
  totalFen: number
}

/** One line of a ticketList. */
export interface TicketLine {
  seatId: string
  ticketPrice: string
  ticketFee: string
}

export interface LockRequest {
  cinemaLinkId: string
  scheduleId: string
  scheduleKey: string
  outLockId: string
  seatIdList: readonly string[]
}

export interface ConfirmRequest {
  cinemaLinkId: string
  scheduleId: string
  scheduleKey: string
  lockOrderId: string
  mobile: string
  ticketList: TicketLine[]
  goodsList?: readonly object[]
  paymentList?: readonly object[]
}

export interface SaleParts {
  caller: Caller
  programme: Programme
  plans: SeatPlans
  numbers: Numbers
  /** Waits so many ms. */
  pause: (ms: number) => Promise<void>
}

/** The number that orders of the run bear: the one of the specification's examples. */
const mobile = '13800138000'
/** Refunds are counted per show (4.1.4, refundLimitCount): the run takes turns among so many. */
const showsSold = 3
/** Free seats that a show has to have, so that a run does not sell it out. */
const seatsWanted = 6
const confirmsAgainMs = 15_000
const confirmsMost = 4

/** Locking and buying, with everything right unless a rule changes it. */
export interface Sale {
  /** A show to buy of, another one each time. @throws Untried when none is on sale */
  aShow(): Promise<Show>
  lockRequest(show: Show, seatIds: readonly string[]): LockRequest
  /** @throws Untried unless the seats were locked */
  lock(show: Show, seatIds: readonly string[]): Promise<Lock>
  /** One seat of a show with one price, locked and not confirmed: refused confirms are tried on it. */
  trialLock(): Promise<Lock>
  /** A right confirm; `ticketFen` where it is not the show's own price. */
  confirmRequest(lock: Lock, ticketFen?: number): ConfirmRequest
  /** Buys, and waits for a slow cinema as the specification tells to (5.3.2, note 2). @throws Untried unless it was done */
  buy(api: string, lock: Lock, request: ConfirmRequest): Promise<Bought>
}

export function createSale({ caller, programme, plans, numbers, pause }: SaleParts): Sale {
  let turn = 0
  let trial: Lock | undefined

  const roomyShows = once(async () => {
    const roomy: Show[] = []
    for (const show of await programme.plainShows()) {
      if (roomy.length === showsSold) break
      if (await hasRoom(show)) roomy.push(show)
    }
    if (roomy.length === 0)
      throw new Untried(
        'unclear',
        `no show without area prices has ${seatsWanted} free seats in the next days`,
      )
    return roomy
  })
  async function hasRoom(show: Show): Promise<boolean> {
    try {
      return (await plans.freeSeats(show, seatsWanted)).length === seatsWanted
    } catch (error) {
      if (error instanceof Untried) return false
      throw error
    }
  }
  async function aShow(): Promise<Show> {
    const shows = await roomyShows()
    const show = shows[turn++ % shows.length]
    if (!show) throw new Error('there is always a next show')
    return show
  }

  const lockRequest = (show: Show, seatIdList: readonly string[]) => ({
    ...show.key,
    outLockId: numbers.next(),
    seatIdList,
  })

  async function lock(show: Show, seatIds: readonly string[]): Promise<Lock> {
    const answer = await caller.must('seat.lockSeats', lockRequest(show, seatIds))
    return { show, seatIds, lockOrderId: objectIn(answer, Locked).lockOrderId }
  }

  async function trialLock(): Promise<Lock> {
    const open = tracesOf(caller.log).some(
      trace => trace.kind === 'lock' && trace.lockOrderId === trial?.lockOrderId,
    )
    if (trial && open) return trial
    const show = await aShow()
    trial = await lock(show, await plans.freeSeats(show, 1))
    return trial
  }

  async function buy(api: string, bought: Lock, request: ConfirmRequest): Promise<Bought> {
    let answer = await caller.ask(api, request)
    for (let tries = 1; answer.code === 'ORDER_PROCESSING' && tries < confirmsMost; tries++) {
      await pause(confirmsAgainMs)
      answer = await caller.ask(api, request)
    }
    if (!answer.ok) throw barredBy(answer)
    const { tickets, ...numbersOfOrder } = objectIn(answer, Ordered)
    return {
      lock: bought,
      api,
      request,
      answer,
      ...numbersOfOrder,
      ticketNos: readable(tickets, Ticket).map(({ ticketNo }) => ticketNo),
      totalFen: totalFenOf(request),
    }
  }

  return { aShow, lockRequest, lock, trialLock, confirmRequest, buy }
}

/** A right confirm: the settle price, else the standard price, which is never below the lowest (5.3.2, note 3). */
function confirmRequest({ show, seatIds, lockOrderId }: Lock, ticketFen?: number): ConfirmRequest {
  const priceFen = ticketFen ?? show.settleFen ?? show.standardFen ?? show.lowestFen
  if (priceFen === undefined) throw new Untried('unclear', `show ${show.key.scheduleId} names no price`)
  return {
    ...show.key,
    lockOrderId,
    mobile,
    ticketList: seatIds.map((seatId, index) => ({
      seatId,
      ticketPrice: yuanOf(priceFen),
      // An order pays such a fee once, whatever number of tickets it has (4.2.4, feeType).
      ticketFee: yuanOf(show.feeType === 'order' && index > 0 ? 0 : (show.feeFen ?? 0)),
    })),
  }
}

/** What a ticket costs with its fee. */
export const lineFen = ({ ticketPrice, ticketFee }: TicketLine): number =>
  (fenOf(ticketPrice) ?? 0) + (fenOf(ticketFee) ?? 0)

const totalFenOf = ({ ticketList }: ConfirmRequest): number =>
  ticketList.reduce((sum, line) => sum + lineFen(line), 0)
