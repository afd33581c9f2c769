import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { CinemaId } from '#contract/ids.ts'
import type { OrderCinema } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import { createCards } from './cards/cards.ts'
import { type Catalog, createCatalog } from './catalog/catalog.ts'
import { type CloudNews, watchCloud } from './catalog/cloud-watch.ts'
import { type Closers, createClosers } from './closers.ts'
import { createConcessions } from './concessions/concessions.ts'
import { loadDataKey } from './config/data-key.ts'
import type { Env } from './config/env.ts'
import { cinemaSeatRules } from './config/seat-rules-env.ts'
import { createHandlers } from './http/create-handlers.ts'
import { createHttpServer } from './http/http-server.ts'
import { liveRoutes } from './http/live-routes.ts'
import type { LogStream } from './http/log.ts'
import { createFieldCipher } from './journal/field-cipher.ts'
import type { Journal } from './journal/journal.ts'
import { createOrderList } from './journal/order-list.ts'
import { openPostgresJournal } from './journal/postgres-journal.ts'
import { createSqlStore } from './journal/sql-store.ts'
import { openSqliteJournal } from './journal/sqlite-journal.ts'
import type { OrderStore } from './journal/store.ts'
import { openCacheStore } from './kernel/cache-store.ts'
import { type Clock, systemClock } from './kernel/clock.ts'
import { type Pace, pacedAfter, pacedClock } from './kernel/pace.ts'
import { createLive } from './live/live.ts'
import { openBus } from './live/open-bus.ts'
import { randomIv } from './moviecloud/card-cipher.ts'
import { createMovieCloudClient } from './moviecloud/client.ts'
import { createMovieCloud } from './moviecloud/gateway.ts'
import { benefitsUsed, createCardPrices } from './ordering/card-prices.ts'
import { createOrdering } from './ordering/engine.ts'
import { tellMoves } from './ordering/tell-moves.ts'
import { createCashDrawer } from './payment/cash/drawer.ts'
import { openPayments } from './payment/open-payments.ts'
import { paymentRoutes } from './payment/payment-routes.ts'
import { createPickup } from './pickup/pickup.ts'
import { createMakeOffer } from './pricing/make-offer.ts'
import { createFindingsStore } from './reconciliation/findings-store.ts'
import { createJobs } from './reconciliation/jobs.ts'
import { createJournalReader } from './reconciliation/read-journal.ts'
import { createReconciliation } from './reconciliation/reconciliation.ts'
import type { SandboxOptions } from './sandbox/sandbox.ts'
import { tellSandboxUrl } from './sandbox-url.ts'
import { createSeating } from './seating/seating.ts'
import { createCashDesk } from './staff/cash-desk.ts'
import { createStaffDesk } from './staff/desk.ts'
import { createStaffSessions } from './staff/sessions.ts'
import { createStaffAccess } from './staff/staff-access.ts'

/** Five orders a second: a comparison of a day's sales is not to be noticed by guests who buy meanwhile. */
const betweenQuestionsMs = 200

const realAfter = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

export interface App {
  /** Where we listen, as a guest on this machine writes it: `http://localhost:8080`. */
  url: string
  /** Where the Movie Cloud is. */
  cloudUrl: string
  /** Takes no new requests, lets what is under way come to a resting point, and closes every file. */
  close(): Promise<void>
}

export interface AppOptions {
  clock?: Clock
  /** Makes the house's time pass quicker than its clock, for whoever cannot wait as long as a cinema does. */
  pace?: Pace
  /** Stands between the order engine and its store: where a plug is pulled to see what becomes of the orders. */
  between?: (store: OrderStore) => OrderStore
  /** The journal can no longer be written: nothing may be sold until somebody has looked. */
  onFatal?: (error: unknown) => void
  /** The built browser part; by default beside the server. */
  clientDir?: string
  sandbox?: Pick<SandboxOptions, 'seed' | 'lockMs'>
  logTo?: LogStream
}

/**
 * Builds the whole house from its settings and opens it. Each part is handed what it needs and nothing else;
 * when one of them cannot start, those before it are closed again.
 */
export async function startApp(env: Env, options: AppOptions = {}): Promise<App> {
  const closers = createClosers()
  try {
    return await open(env, options, closers)
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}

async function open(env: Env, options: AppOptions, closers: Closers): Promise<App> {
  const { onFatal } = options
  let server: FastifyInstance | undefined
  let broken = false
  let port = env.port
  const publicUrl = () => env.publicUrl ?? `http://localhost:${port}`

  const dataKey = loadDataKey(env)
  const journal = await openJournal(env, error =>
    server?.log.warn({ err: error }, 'a connection to the journal broke'),
  )
  closers.add(() => journal.close())
  const { pace, between = (store: OrderStore) => store } = options
  const ownClock = options.clock ?? journal.clock
  const clock = pace === undefined ? ownClock : pacedClock(ownClock, pace)
  const {
    cloud,
    url: cloudUrl,
    ...watch
  } = await connectCloud(env, { ...options, clock }, closers, {
    onTrouble: trouble => server?.log.warn(trouble, 'the cloud did not do what it was asked'),
    onRecovery: () => server?.log.warn('the cloud answers again'),
  })
  const store = openCacheStore(env.dataDir, {
    nowMs: clock.now(),
    onError: error => server?.log.warn({ err: error }, 'the cache file cannot be written'),
  })
  closers.add(() => store.close())

  const localUrl = () => `http://${reachableHost(env.host)}:${port}`
  const payments = openPayments(env, { publicUrl, localUrl, dataKey, clock })
  closers.add(() => payments.stop())

  const catalog = createCatalog({ cloud, clock, store })
  watch.onShowChanged(cinemaId => void catalog.showsChanged(cinemaId))
  const seating = createSeating({
    catalog,
    cloud,
    clock,
    store,
    rules: cinemaSeatRules(env, env.seatRules),
  })
  watch.onSeatsMoved(seating.seatsMoved)
  const cipher = createFieldCipher(dataKey)
  const { staff } = env
  const sessions = createStaffSessions({ db: journal.db, cipher, staff, clock, random: randomBytes })
  const staffAccess = createStaffAccess({ staff, sessions, clock })
  const concessions = createConcessions({ cloud, catalog, clock, store })
  const after = pace === undefined ? realAfter : pacedAfter(pace)
  const bus = await openBus({
    databaseUrl: env.databaseUrl,
    db: journal.db,
    clock,
    after,
    onError: error => server?.log.warn({ err: error }, 'the nodes of the house could not talk to each other'),
  })
  closers.add(() => bus.close())
  const orders = tellMoves(between(createSqlStore(journal, cipher)), ({ orderId, seatsOf }) => {
    bus.tell({ kind: 'order', orderId })
    if (seatsOf === undefined) return
    seating.seatsMoved(seatsOf.ref)
    bus.tell({ kind: 'seats', showId: seatsOf.showId })
  })
  const cards = createCards({ cloud, catalog, clock, usedAtShow: benefitsUsed(orders) })
  const drawer = createCashDrawer({ db: journal.db, clock })
  const ordering = createOrdering({
    store: orders,
    cloud,
    payments: { qr: payments.provider, cash: drawer },
    makeOffer: createMakeOffer({ seating, clock }),
    counter: { price: concessions.price, cinema: id => sellingCinema(catalog, id) },
    priceWithCard: createCardPrices({ cards, seating }),
    clock,
    ...(pace !== undefined && { after: pacedAfter(pace) }),
    random: randomBytes,
    contactMobile: () => env.kioskContactMobile,
    takenSeats: seating.takenSeats,
    // Six characters find an order among those of a day; the whole handle would let a reader of logs cancel it.
    log: ({ event, orderId, error }) => server?.log.warn({ order: orderId?.slice(0, 6), err: error }, event),
    onFatal(error) {
      broken = true
      server?.log.fatal({ err: error }, 'the journal cannot be written')
      onFatal?.(error)
    },
  })
  closers.add(() => ordering.stop())
  const live = createLive({
    seating,
    find: ordering.find,
    bus,
    clock,
    after,
    chance: Math.random,
    mintEpoch: () => randomBytes(6).toString('base64url'),
    log: ({ event, error }) => server?.log.warn({ err: error }, event),
  })
  const orderList = createOrderList(journal, cipher)
  const { db } = journal
  const reconciliation = createReconciliation({
    jobs: createJobs({ db, clock, owner: randomBytes(9).toString('base64url') }),
    findings: createFindingsStore(db),
    ledgers: {
      journal: createJournalReader({ db, store: orders }),
      cloud,
      providers: [payments.provider, drawer],
    },
    list: orderList,
    store: orders,
    acts: ordering.staff,
    clock,
    pause: () => delay(betweenQuestionsMs),
    after: realAfter,
    log: ({ event, error }) => server?.log.warn({ err: error }, event),
  })
  closers.add(() => reconciliation.stop())

  server = await createHttpServer({
    env,
    publicUrl,
    clock,
    clientDir: options.clientDir ?? builtClient(),
    handlers: createHandlers({
      catalog,
      concessions,
      seating,
      live,
      ordering,
      pickup: createPickup({ ordering, cloud, clock }),
      staffAccess,
      cashDesk: createCashDesk({ ordering, store: orders, drawer }),
      staffDesk: createStaffDesk({
        list: orderList,
        store: orders,
        acts: ordering.staff,
        clock,
      }),
      reconciliation,
      watch,
      clock,
      mode: env.cloud.kind === 'embedded-sandbox' ? 'sandbox' : 'live',
      kioskCinema: () => kioskCinema(env, catalog),
    }),
    identifyStaff: staffAccess.identify,
    ready: () => !broken,
    ...(options.logTo && { logTo: options.logTo }),
    plugins: [
      paymentRoutes({ [payments.provider.name]: ordering.paymentNotified }),
      liveRoutes(live, clock),
      ...payments.plugins,
    ],
  })
  const web = server
  closers.add(() => web.close())
  // A stream never ends by itself: the server would wait for it.
  closers.add(() => live.stop())
  // One line tells that the house is open, and main.ts writes it: Fastify's own, one per address, stay out.
  web.log.level = 'warn'
  port = Number(new URL(await web.listen({ port: env.port, host: env.host })).port)
  web.log.level = env.logLevel
  payments.start()
  await ordering.start()
  reconciliation.start()
  return { url: `http://localhost:${port}`, cloudUrl, close: closers.closeAll }
}

/** The journal, and the clock that orders live by: the database's own where several processes share it. */
async function openJournal(env: Env, onError: (error: Error) => void): Promise<Journal & { clock: Clock }> {
  if (env.databaseUrl !== undefined) return openPostgresJournal(env.databaseUrl, onError)
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
  const journal = await openSqliteJournal(join(env.dataDir, 'journal.sqlite'))
  return { ...journal, clock: systemClock }
}

/** The configured Movie Cloud, or one of our own in this process that only this process can reach. */
async function connectCloud(
  env: Env,
  options: AppOptions & { clock: Clock },
  closers: Closers,
  news: CloudNews,
) {
  const { clock } = options
  let account: { url: string; channel: string; secret: string; previousSecret?: string; cardKey: string }
  if (env.cloud.kind === 'embedded-sandbox') {
    const { startSandbox } = await import('./sandbox/sandbox.ts')
    const sandbox = await startSandbox({
      ...options.sandbox,
      port: env.cloud.port,
      dataDir: join(env.dataDir, 'sandbox'),
      clock,
    })
    closers.add(() => sandbox.close())
    tellSandboxUrl(env.dataDir, sandbox.url)
    account = sandbox
  } else {
    account = env.cloud
  }
  const { url, channel, secret, previousSecret, cardKey } = account
  const client = createMovieCloudClient({
    url,
    channel,
    secret,
    ...(previousSecret !== undefined && { previousSecret }),
    clock,
  })
  closers.add(() => client.close())
  return { ...watchCloud(createMovieCloud(client, { cardKey, iv: randomIv }), news), url }
}

/** The cinema this server's kiosks sell for; in the sandbox the first one, so that a kiosk works at once. */
async function kioskCinema(env: Env, catalog: Catalog): Promise<CinemaId | undefined> {
  if (env.kioskCinemaId !== undefined || env.cloud.kind === 'remote') return env.kioskCinemaId
  return catalog.cinemas().then(
    cinemas => cinemas[0]?.id,
    () => undefined,
  )
}

/** @throws Problem not-found, cinema-unavailable */
async function sellingCinema(catalog: Catalog, cinemaId: CinemaId): Promise<OrderCinema> {
  const cinema = (await catalog.cinemas()).find(({ id }) => id === cinemaId)
  if (cinema === undefined) throw new Problem('not-found')
  return { cinemaId, cinemaName: cinema.name }
}

/** The address at which this very process is reached when it listens on `host`. */
function reachableHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
}

/** Beside the built server (`dist/server` and `dist/client`), or below the sources' root. */
function builtClient(): string {
  const candidates = ['../client', '../dist/client'].map(path =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  return candidates.find(dir => existsSync(join(dir, 'index.html'))) ?? join(process.cwd(), 'dist/client')
}
