import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Show } from '#contract/catalog.ts'
import { CinemaId, IntentId, type OrderId } from '#contract/ids.ts'
import type { PaymentPart } from '#contract/order.ts'
import { createCards } from '../../cards/cards.ts'
import { createCatalog } from '../../catalog/catalog.ts'
import type { OrderRecord } from '../../journal/record.ts'
import { openTestJournal, type TestJournal } from '../../journal/test-support/test-journal.ts'
import { openCacheStore } from '../../kernel/cache-store.ts'
import { randomIv } from '../../moviecloud/card-cipher.ts'
import { createMovieCloudClient } from '../../moviecloud/client.ts'
import { createMovieCloud } from '../../moviecloud/gateway.ts'
import { createCardPrices } from '../../ordering/card-prices.ts'
import { createOrdering } from '../../ordering/engine.ts'
import { createCashDrawer } from '../../payment/cash/drawer.ts'
import { openLedger } from '../../payment/sandbox/ledger.ts'
import { openSandboxPayments } from '../../payment/sandbox/sandbox-payments.ts'
import { alipayParty, type Party, testClock, wechatParty } from '../../payment/test-support/parties.ts'
import { createMakeOffer } from '../../pricing/make-offer.ts'
import { startSandbox } from '../../sandbox/sandbox.ts'
import { createSeating } from '../../seating/seating.ts'
import type { TestPostgres } from '../../test-support/postgres.ts'
import { createJournalReader } from '../read-journal.ts'
import { reconcile } from '../reconcile.ts'

const minuteMs = 60_000
export const hourMs = 60 * minuteMs

/** The provider as a test wants it: with its books, and money that comes when it should not. */
type Till = Pick<Party, 'provider' | 'clock' | 'stop'> & {
  /** A phone begins: until then Alipay has no payment that could be closed. */
  scan(qr: string): Promise<boolean>
  pay(qr: string): Promise<boolean>
  payLate(qr: string): Promise<boolean>
  payShort(qr: string): Promise<boolean>
}

/** The sandbox provider, whose messages nobody takes: what the journal does not ask about it does not learn. */
async function sandboxTill(): Promise<Till & { ledgerFile: string }> {
  const clock = testClock()
  const dir = mkdtempSync(join(tmpdir(), 'foyer-till-'))
  const ledgerFile = join(dir, 'ledger.sqlite')
  const nowhere = () => 'http://127.0.0.1:9'
  const sandbox = openSandboxPayments({
    file: ledgerFile,
    publicUrl: nowhere,
    notifyUrl: nowhere,
    secret: 'a secret of two parties',
    clock,
    random: randomBytes,
  })
  const phone = openLedger(ledgerFile)
  const pay = (qr: string, change: { shortFen?: number; late?: boolean } = {}) => {
    const trade = phone.tradeByToken(qr.split('/').at(-1) ?? '')
    if (trade === undefined || (trade.state !== 'UNPAID' && change.late !== true)) return false
    const paidFen = trade.amountFen - (change.shortFen ?? 0)
    phone.updateTrade({ ...trade, state: 'PAID', paidFen, paidAt: clock.now(), transactionId: randomUUID() })
    return true
  }
  return {
    provider: sandbox.provider,
    clock,
    ledgerFile,
    scan: async () => true,
    pay: async qr => pay(qr),
    payLate: async qr => pay(qr, { late: true }),
    payShort: async qr => pay(qr, { shortFen: 1 }),
    async stop() {
      phone.close()
      await sandbox.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function realTill(
  open: () => ReturnType<typeof alipayParty> | ReturnType<typeof wechatParty>,
): Promise<Till> {
  const { provider, clock, standIn, pay, stop } = await open()
  const act = (more: object) => (qr: string) =>
    standIn.control({ act: 'pay', qr, ...more }).then(done => done === true)
  return {
    provider,
    clock,
    pay,
    stop,
    scan: qr => standIn.control({ act: 'scan', qr }).then(done => done === true),
    payLate: act({ late: true }),
    payShort: act({ amountFen: 1 }),
  }
}

export const tills = {
  sandbox: sandboxTill,
  alipay: () => realTill(alipayParty),
  wechat: () => realTill(wechatParty),
} satisfies Record<string, () => Promise<Till>>

/** A box office at noon, with a cloud behind HTTP, a provider and a journal: three parties that share nothing. */
export async function openThreeParties<T extends Till>(openTill: () => Promise<T>, postgres?: TestPostgres) {
  const till = await openTill()
  const { clock, provider } = till
  const sandbox = await startSandbox({ clock })
  const client = createMovieCloudClient({ ...sandbox, clock })
  const cloud = createMovieCloud(client, { ...sandbox, iv: randomIv })
  const dir = mkdtempSync(join(tmpdir(), 'foyer-cache-'))
  const cache = openCacheStore(dir, { nowMs: clock.now(), onError: fail })
  const catalog = createCatalog({ cloud, clock, store: cache })
  const seating = createSeating({ catalog, cloud, clock, store: cache, rules: () => ({ maxSeats: 6 }) })
  const journal: TestJournal = await openTestJournal(postgres)
  const drawer = createCashDrawer({ db: journal.db, clock })
  const engine = createOrdering({
    store: journal.store,
    cloud,
    payments: { qr: provider, cash: drawer },
    makeOffer: createMakeOffer({ seating, clock }),
    priceWithCard: createCardPrices({
      cards: createCards({ cloud, catalog, clock, usedAtShow: async () => 0 }),
      seating,
    }),
    clock,
    random: randomBytes,
    contactMobile: () => '13800138000',
  })
  const record = async (id: OrderId): Promise<OrderRecord> => {
    const order = await journal.store.byId(id)
    if (order === undefined) throw new Error('no order')
    return order
  }

  /** Lets time go by, from one thing that is due to the next, until the order is so. */
  const until = async (id: OrderId, ...states: OrderRecord['state'][]): Promise<OrderRecord> => {
    for (let turn = 0; turn < 400; turn++) {
      const nextAt = await engine.runDue()
      const order = await record(id)
      if (states.includes(order.state)) return order
      clock.to(Math.max(clock.now() + 1, nextAt ?? 0))
    }
    throw new Error(`the order is still ${(await record(id)).state}`)
  }

  let show: Show | undefined
  /** A show that is hours away, at a cinema that takes tickets back. */
  const aShow = async (): Promise<Show> => {
    if (show !== undefined) return show
    const programme = await catalog.programme(CinemaId.parse('681'), undefined)
    show = programme.shows.find(
      one => one.sale === 'on-sale' && Date.parse(one.startsAt) > clock.now() + 5 * hourMs,
    )
    if (show === undefined) throw new Error('no show')
    return show
  }
  const hold = async () => {
    const { id } = await aShow()
    const { hall } = await seating.hall(id)
    const { unavailable } = await seating.seatStates(id)
    const gone = new Set([...unavailable, ...hall.seats.damaged])
    const seatId = hall.seats.id.find((_, index) => !gone.has(index) && hall.seats.type[index] === 'N')
    if (seatId === undefined) throw new Error('no seat')
    return engine.hold({ intentId: IntentId.parse(randomUUID()), showId: id, seatIds: [seatId] })
  }
  /** A payment that is open, with its QR. */
  const open = async () => {
    const held = await hold()
    return pay(held.id, held.quote.hash)
  }
  const pay = async (id: OrderId, quoteHash: string) => {
    const order = await engine.pay(id, { quoteHash, refundRuleAgreed: true })
    const qr = order.payment?.qr ?? ''
    // Time at which the provider is next asked.
    clock.pass(5_000)
    return { id, qr, quote: order.quote, outTradeNo: (await record(id)).payments.at(-1)?.outTradeNo ?? '' }
  }
  const reader = createJournalReader({ db: journal.db, store: journal.store })

  return {
    till,
    clock,
    cloud,
    sandbox,
    journal,
    engine,
    drawer,
    reader,
    until,
    open,
    pay,
    /** Tickets, paid for. */
    async sell() {
      const order = await open()
      if (!(await till.pay(order.qr))) throw new Error('not paid')
      await until(order.id, 'TICKETED')
      return order
    },
    /** Tickets, paid for in two parts: a fen by QR, the rest over the counter. */
    async sellForCash() {
      const { id, quote } = await hold()
      const parts: PaymentPart[] = [{ by: 'qr', amountFen: 1 }, { by: 'cash' }]
      const request = { quoteHash: quote.hash, refundRuleAgreed: true as const, parts }
      const asked = await engine.pay(id, request, 'staff')
      const outTradeNo = (await record(id)).payments.find(one => one.provider === 'cash')?.outTradeNo ?? ''
      if (!(await till.pay(asked.payment?.qr ?? ''))) throw new Error('not paid')
      await drawer.take(outTradeNo, '1001')
      clock.pass(5_000)
      await until(id, 'TICKETED')
      return { id, quote, outTradeNo }
    },
    /** Tickets that a member card has paid inside the confirm. */
    async sellByCard() {
      const { id } = await hold()
      const card = { kind: 'member', number: '68116100001', password: '123456' } as const
      const { quote } = await engine.presentCard(id, card, 'kiosk')
      await engine.pay(id, { quoteHash: quote.hash, refundRuleAgreed: true })
      await until(id, 'TICKETED')
      // Until then the seats of before are believed.
      clock.pass(5_000)
      return { id, quote }
    },
    compare: (day: string) =>
      reconcile(
        { journal: reader, cloud, providers: [provider, drawer], clock, pace: async () => undefined },
        day,
      ),
    async fault(fault: object): Promise<void> {
      const response = await fetch(`${sandbox.url}/control/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      })
      if (!response.ok) throw new Error(await response.text())
    },
    async close() {
      await engine.stop()
      await journal.close()
      cache.close()
      await client.close()
      await sandbox.close()
      await till.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function fail(error: unknown): never {
  throw error
}
