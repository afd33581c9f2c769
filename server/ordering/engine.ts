import type { CinemaId, OrderId, SeatId, ShowId } from '#contract/ids.ts'
import type { Text } from '#contract/language.ts'
import type { AnyOrder, HoldRequest, PaymentRequest } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import type { OrderRecord, ProviderName } from '../journal/record.ts'
import { alarmed } from '../journal/storage-failure.ts'
import type { OrderStore } from '../journal/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { NotifyFacts, NotifyHeaders, PaymentProvider } from '../payment/provider.ts'
import type { MakeOffer } from '../pricing/offer.ts'
import { withLines } from '../pricing/quote.ts'
import { type Counter, createBaskets, fullPrices, type PriceWithCard } from './baskets.ts'
import { type Answered, giveTicketsBack, giveUp, requestPayment } from './core/commands.ts'
import { merge } from './core/merge.ts'
import { dueShares, isLive, issuingStates, paymentIn, showOf } from './core/states.ts'
import { learntEvent } from './describe.ts'
import { draft } from './draft.ts'
import { forgetful } from './forgetful.ts'
import { holdProblem } from './hold-problem.ts'
import { intentDigest, mintOutTradeNo, type RandomBytes } from './ids.ts'
import { inquire } from './inquire.ts'
import { createLoop } from './loop.ts'
import type { Ordering } from './ordering.ts'
import type { Providers } from './perform.ts'
import { createSettle } from './settle.ts'
import { sharesOf } from './shares.ts'
import { createStaffActs, type StaffActs } from './staff-acts.ts'
import { createTurns } from './turns.ts'
import { viewOrder } from './view.ts'
import { drive, type WorkerParts } from './worker.ts'

export interface OrderingParts {
  store: OrderStore
  cloud: WorkerParts['cloud']
  /** How guests pay by QR, and how cashiers take cash where there are some. */
  payments: { qr: PaymentProvider; cash?: PaymentProvider }
  makeOffer: MakeOffer
  /** What the cinemas' counters sell; absent: nothing. */
  counter?: Counter
  /** What a card makes of an order's prices; absent: no cards. */
  priceWithCard?: PriceWithCard
  clock: Clock
  random: RandomBytes
  /** The number a ticket bears whose guest gave none; undefined: such a guest has to give one. */
  contactMobile: (cinemaId: CinemaId) => string | undefined
  /** Which of the seats are no longer free, and the sentence about them, for a guest whose seats were refused. */
  takenSeats?: (showId: ShowId, seatIds: readonly SeatId[]) => Promise<{ seatIds: SeatId[]; text: Text }>
  /** One line per thing that went wrong; gets no personal data. */
  log?: (line: { event: string; orderId?: string; error?: unknown }) => void
  /** The journal can't be written: the process should stop taking orders and end. */
  onFatal?: (error: unknown) => void
  /** Names this process in leases; by default minted from `random`. */
  owner?: string
  after?: (ms: number, run: () => void) => () => void
}

export interface OrderEngine extends Ordering {
  readonly staff: StaffActs
  /** Takes up every order that is under way, also those of the process before. */
  start(): Promise<void>
  /** Begins nothing more and waits for what is in flight, up to `graceMs`. */
  stop(graceMs?: number): Promise<void>
  /** Looks for due orders at once. */
  wake(): void
  /**
   * Drives every order that is due now, one after another: what the worker does by itself once started, for
   * whoever owns the clock.
   *
   * @returns when the next order is due, epoch ms
   */
  runDue(): Promise<number | undefined>
  /**
   * A provider's message. Answers once it is on the disk: `accepted` also for one that came before.
   */
  paymentNotified(raw: Uint8Array, headers: NotifyHeaders): Promise<'accepted' | 'rejected'>
  /** Drives the order as far as it goes now, and answers it. @throws Problem order-not-found */
  look(orderId: OrderId): Promise<AnyOrder>
  /** What somebody in this house has seen of a payment: a cashier who took the money. Heard once per `notifyId`. */
  paymentHeard(provider: ProviderName, notified: NotifyFacts): Promise<void>
}

const realAfter = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** The order engine: what the doors may ask, the provider's messages, and the worker behind them. */
export function createOrdering(parts: OrderingParts): OrderEngine {
  const { cloud, clock, random } = parts
  const { qr, cash } = parts.payments
  const payments: Providers = { [qr.name]: qr, ...(cash !== undefined && { cash }) }
  const store = forgetful(alarmed(parts.store, parts.onFatal ?? (() => undefined)))
  const after = parts.after ?? realAfter
  const log = parts.log ?? (() => undefined)
  const worker: WorkerParts = {
    store,
    cloud,
    payments,
    clock,
    after,
    contactMobile: parts.contactMobile,
    owner: parts.owner ?? Buffer.from(random(9)).toString('base64url'),
    onAttention: order =>
      log({ event: `an order needs a person: ${order.attention.at(-1)?.reason}`, orderId: order.id }),
    onLateFailure: error => log({ event: 'late answer lost', error }),
  }
  const turns = createTurns()
  const driveInTurn = (id: OrderId) => turns.take(id, () => drive(worker, id))
  const loop = createLoop({
    store,
    clock,
    after,
    run: id =>
      driveInTurn(id).then(
        () => undefined,
        error => {
          log({ event: 'order could not be driven', orderId: id, error })
        },
      ),
    onFailure: error => log({ event: 'journal failed', error }),
  })

  const view = (order: OrderRecord): AnyOrder => viewOrder(order, clock.now())

  const existing = async (id: OrderId): Promise<OrderRecord> => {
    const order = await store.byId(id)
    if (order === undefined) throw new Problem('order-not-found')
    return order
  }

  /** Drives the order as far as it goes now, and answers it as it then stands. */
  const settleInTurn = createSettle({
    drive: driveInTurn,
    read: existing,
    isShared: store.shared,
    clock,
    after,
  })
  const settle = async (id: OrderId): Promise<OrderRecord> => {
    const order = await settleInTurn(id)
    loop.wake()
    return order
  }

  /** A wish, repeated when somebody wrote in between. @throws Problem when the order can't have it */
  const command = async (
    id: OrderId,
    kind: string,
    wish: (order: OrderRecord) => Answered,
    why: Readonly<Record<string, string>> = {},
  ): Promise<OrderRecord> => {
    for (;;) {
      const before = await existing(id)
      const answered = wish(before)
      if (!answered.ok) throw new Problem(answered.code)
      if (answered.order === before) return before
      const detail = { ...why, from: before.state, to: answered.order.state }
      const events = [{ at: clock.now(), kind, detail }]
      const written = await store.commit(before, answered.order, { events })
      if (written !== undefined) return written
    }
  }

  const { counter } = parts
  const baskets = createBaskets({ store, clock, random, counter, existing, command })

  const cancel = async (id: OrderId): Promise<OrderRecord> => {
    const before = await existing(id)
    // A lock in flight answers first; whatever is issuing tickets is not waited for.
    if (before.state === 'DRAFT' || before.state === 'LOCKING') await settle(id)
    const order = await command(id, 'guest: give up', current => giveUp(current, 'cancelled', clock.now()))
    const settled = await settle(order.id)
    if (issuingStates.includes(settled.state) || settled.state === 'TICKETED')
      throw new Problem('order-already-paid')
    return settled
  }

  /** The hold that a guest changes for another: gone and proven unpaid, or the new one may not begin. */
  const replace = async (id: OrderId): Promise<void> => {
    const order = await cancel(id)
    if (order.state === 'CLOSING') throw new Problem('payment-closing')
  }

  /** The seats that an order has of this show; none of an order that is not known. */
  const seatsOf = async (id: OrderId, showId: ShowId): Promise<SeatId[]> => {
    const order = await store.byId(id)
    const ofShow = order !== undefined && showOf(order)?.id === showId
    return ofShow ? order.quote.lines.map(line => line.seatId) : []
  }

  const begin = async (request: HoldRequest, digest: string): Promise<OrderRecord> => {
    const known = await store.byIntent(request.intentId)
    if (known !== undefined) return known
    const own = request.replaces === undefined ? [] : await seatsOf(request.replaces, request.showId)
    const offer = await parts.makeOffer(request.showId, request.seatIds, own)
    if (request.replaces !== undefined) await replace(request.replaces)
    const order = draft({ intentId: request.intentId, intentDigest: digest }, offer, random, clock.now())
    const detail = { seats: offer.quote.lines.length, totalFen: offer.quote.totalFen }
    const inserted = await store.insert(order, { at: clock.now(), kind: 'guest: hold seats', detail })
    return inserted === 'inserted' ? order : ((await store.byIntent(request.intentId)) ?? order)
  }

  /** What a provider says of a payment, however often it says so. */
  const hear = async (
    provider: ProviderName,
    { notifyId, outTradeNo, facts }: NotifyFacts,
  ): Promise<void> => {
    const at = clock.now()
    const evidence = { kind: 'payment', outTradeNo, facts } as const
    const message = { provider, notifyId, outTradeNo, receivedAt: at }
    const learnt = await store.learnOnce(message, order => merge(order, evidence, at), {
      events: learntEvent(evidence, at),
    })
    if (learnt === 'no-order') log({ event: `a payment that no order knows: ${outTradeNo}` })
    loop.wake()
  }

  const refuseHold = async (request: HoldRequest, code: Problem['code']): Promise<never> => {
    if (code !== 'seats-taken' || parts.takenSeats === undefined) throw new Problem(code)
    // Best effort: without the names of the seats the refusal is still the truth.
    const taken = await parts.takenSeats(request.showId, request.seatIds).catch(() => undefined)
    if (taken === undefined || taken.seatIds.length === 0) throw new Problem(code)
    throw new Problem(code, { ...taken, rule: 'taken-meanwhile' })
  }

  const staff = createStaffActs({
    clock,
    command,
    inquire: id => turns.take(id, () => inquire(worker, id)),
    drive: settle,
    onFlag: (order, reason) => log({ event: `an order needs a person: ${reason}`, orderId: order.id }),
  })

  return {
    staff,
    hold: request =>
      turns.take(`intent ${request.intentId}`, async () => {
        const digest = intentDigest(request)
        const begun = await begin(request, digest)
        if (begun.intentDigest !== digest) throw new Problem('intent-reused')
        const resting = begun.state !== 'DRAFT' && begun.state !== 'LOCKING'
        const order = resting ? begun : await settle(begun.id)
        const code = holdProblem(order)
        if (code !== undefined) return refuseHold(request, code)
        const shown = view(order)
        if (shown.kind === 'goods') throw new Problem('intent-reused')
        return shown
      }),

    orderGoods: request =>
      turns.take(`intent ${request.intentId}`, async () => {
        const begun = await baskets.begin(request)
        const shown = view(begun.state === 'DRAFT' ? await settle(begun.id) : begun)
        if (shown.kind !== 'goods') throw new Problem('intent-reused')
        return shown
      }),

    changeBasket: async (id, goods) => view(await baskets.change(id, goods)),

    async presentCard(id, wish, client) {
      if (parts.priceWithCard === undefined) throw new Problem('not-found')
      const order = await existing(id)
      const quote = withLines(order.quote, fullPrices(order))
      const priced = await parts.priceWithCard({ ref: order.ref, show: order.show, quote }, wish, client)
      return view(await baskets.presentCard(id, priced))
    },

    forgetCard: async id => view(await baskets.forgetCard(id)),

    find: async id => view(await existing(id)),

    async pay(id, request: PaymentRequest, by: 'guest' | 'staff' = 'guest') {
      const before = await existing(id)
      if (request.mobile === undefined && parts.contactMobile(before.ref.cinemaId) === undefined)
        throw new Problem('invalid-request', { field: 'mobile' })
      const { quoteHash, mobile } = request
      const ways = { qr: qr.name, ...(by === 'staff' && cash !== undefined && { cash: cash.name }) }
      const asked = await command(id, `${by}: pay`, order => {
        const payments = Math.max(request.parts?.length ?? 1, dueShares(order).length)
        const outTradeNos = Array.from({ length: payments }, () => mintOutTradeNo(random, clock.now()))
        // Of a quote that has changed the parts need not add up any more.
        const shares = order.quote.hash === quoteHash ? sharesOf(order, request.parts, ways) : []
        return requestPayment(order, { quoteHash, mobile, shares, outTradeNos }, clock.now())
      })
      // All of it by card: the cloud takes it inside the confirm, which is not waited for.
      if (asked.state === 'PAID') {
        loop.wake()
        return view(asked)
      }
      const live = asked.payments.filter(isLive)
      const allOpen = live.length > 0 && live.every(payment => paymentIn(payment, 'open'))
      const order = allOpen ? asked : await settle(id)
      const stuck = order.payments.some(payment => paymentIn(payment, 'creating'))
      if (order.state === 'LOCKED' || stuck) throw new Problem('payment-unavailable')
      return view(order)
    },

    cancel: async id => view(await cancel(id)),

    async giveBack(id) {
      const order = await command(id, 'guest: give the tickets back', current =>
        giveTicketsBack(current, clock.now()),
      )
      return view(order.state === 'RETURNING' ? await settle(id) : order)
    },

    async findTicketed(by) {
      const order =
        'token' in by ? await store.byTicketToken(by.token) : await store.byPickup(by.code, by.pin)
      return order?.state === 'TICKETED' ? view(order) : undefined
    },

    async paymentNotified(raw, headers) {
      const notified = qr.parseNotify(raw, headers)
      if (notified === 'REJECT') return 'rejected'
      await hear(qr.name, notified)
      return 'accepted'
    },
    paymentHeard: hear,
    look: async id => view(await settle(id)),

    async start() {
      // A process that has its journal for itself need not wait until the leases of its last life have run out.
      if (!store.shared) await store.dropLeases()
      loop.start()
    },
    wake: loop.wake,
    async runDue() {
      for (const id of await store.due(clock.now(), 1_000)) await driveInTurn(id)
      return store.nextDueAt(clock.now())
    },
    async stop(graceMs = 5_000) {
      loop.stop()
      let cancelGrace: () => void = () => undefined
      const grace = new Promise<void>(resolve => {
        cancelGrace = after(graceMs, resolve)
      })
      await Promise.race([turns.idle(), grace])
      cancelGrace()
    },
  }
}
