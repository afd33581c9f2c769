import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { benefitCards, benefitPolicies } from '../world/benefit-policies.ts'
import { cardGrades } from '../world/card-grades.ts'
import { cinemaDesigns } from '../world/cinemas.ts'
import { films } from '../world/films.ts'
import { memberCards } from '../world/member-cards.ts'
import { cardTables } from './card-tables.ts'

export type Db = Database.Database

const tables = `
  CREATE TABLE about (seed INTEGER NOT NULL, first_day TEXT NOT NULL);
  CREATE TABLE programme_day (day TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE show (
    schedule_id INTEGER PRIMARY KEY,
    schedule_key TEXT NOT NULL,
    session_code TEXT NOT NULL,
    cinema_link_id TEXT NOT NULL,
    hall_id TEXT NOT NULL,
    day TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    stop_selling_at INTEGER NOT NULL,
    film_code TEXT NOT NULL,
    short_name TEXT NOT NULL,
    language TEXT NOT NULL,
    dimensional TEXT NOT NULL,
    size TEXT NOT NULL,
    stopped INTEGER NOT NULL,
    standard_fen INTEGER NOT NULL,
    lowest_fen INTEGER NOT NULL,
    settle_fen INTEGER,
    fee_fen INTEGER
  );
  CREATE INDEX show_of_cinema ON show (cinema_link_id, day, starts_at);
  CREATE TABLE show_area_price (
    schedule_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    settle_fen INTEGER NOT NULL,
    PRIMARY KEY (schedule_id, code)
  ) WITHOUT ROWID;
  -- One row a seat that cannot be bought: the primary key is what keeps a seat from being sold twice.
  CREATE TABLE taken_seat (
    schedule_id INTEGER NOT NULL,
    seat_id TEXT NOT NULL,
    -- Absent: bought at the cinema's own till.
    lock_order_id TEXT,
    -- A lock ends here; absent: sold.
    locked_until INTEGER,
    PRIMARY KEY (schedule_id, seat_id)
  ) WITHOUT ROWID;
  CREATE INDEX taken_for_lock ON taken_seat (lock_order_id) WHERE lock_order_id IS NOT NULL;
  CREATE TABLE seat_lock (
    lock_order_id TEXT PRIMARY KEY,
    channel_code TEXT NOT NULL,
    out_lock_id TEXT NOT NULL,
    cinema_link_id TEXT NOT NULL,
    schedule_id INTEGER NOT NULL,
    locked_until INTEGER NOT NULL,
    released INTEGER NOT NULL DEFAULT 0,
    UNIQUE (channel_code, out_lock_id)
  ) WITHOUT ROWID;
  CREATE TABLE lock_seat (
    lock_order_id TEXT NOT NULL,
    seat_id TEXT NOT NULL,
    PRIMARY KEY (lock_order_id, seat_id)
  ) WITHOUT ROWID;
  CREATE TABLE ticket_order (
    order_id TEXT PRIMARY KEY,
    lock_order_id TEXT NOT NULL UNIQUE,
    channel_code TEXT NOT NULL,
    cinema_link_id TEXT NOT NULL,
    schedule_id INTEGER NOT NULL,
    -- 'ticket': tickets alone; 'mix': tickets and goods.
    kind TEXT NOT NULL,
    booking_id TEXT NOT NULL,
    confirmation_id TEXT NOT NULL,
    mobile TEXT NOT NULL,
    -- The confirm's parameters in one canonical writing, to tell a repetition from another order.
    parameters TEXT NOT NULL,
    confirmed_at INTEGER NOT NULL,
    -- When the cinema's own system has the tickets, or has failed to; until then the order waits.
    tickets_at INTEGER NOT NULL,
    tickets_fail INTEGER NOT NULL,
    reversed_at INTEGER,
    -- When it has taken the tickets back, or has failed to; until then they are on their way.
    refunded_at INTEGER,
    refund_fails INTEGER NOT NULL,
    UNIQUE (cinema_link_id, confirmation_id),
    UNIQUE (cinema_link_id, booking_id)
  ) WITHOUT ROWID;
  CREATE INDEX order_of_show ON ticket_order (schedule_id);
  CREATE TABLE ticket (
    ticket_no TEXT PRIMARY KEY,
    order_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    seat_id TEXT NOT NULL,
    ticket_fen INTEGER NOT NULL,
    fee_fen INTEGER NOT NULL,
    printed INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE INDEX ticket_of_order ON ticket (order_id, place);
  -- An order of goods alone.
  CREATE TABLE goods_order (
    goods_order_id TEXT PRIMARY KEY,
    third_order_id TEXT NOT NULL,
    channel_code TEXT NOT NULL,
    cinema_link_id TEXT NOT NULL,
    mobile TEXT,
    parameters TEXT NOT NULL,
    confirmed_at INTEGER NOT NULL,
    -- When the cinema's own system has put the goods aside, or has failed to.
    ready_at INTEGER NOT NULL,
    ready_fails INTEGER NOT NULL,
    refunded_at INTEGER,
    refund_fails INTEGER NOT NULL,
    UNIQUE (channel_code, third_order_id)
  ) WITHOUT ROWID;
  -- Goods put aside for an order of either kind; order_id is the one's or the other's number.
  CREATE TABLE goods_hold (
    order_id TEXT PRIMARY KEY,
    cinema_link_id TEXT NOT NULL,
    hold_id TEXT NOT NULL UNIQUE,
    pick_up_code TEXT NOT NULL,
    UNIQUE (cinema_link_id, pick_up_code)
  ) WITHOUT ROWID;
  CREATE TABLE goods_line (
    order_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    goods_id TEXT NOT NULL,
    name TEXT NOT NULL,
    sale_fen INTEGER NOT NULL,
    count INTEGER NOT NULL,
    package INTEGER NOT NULL,
    PRIMARY KEY (order_id, place)
  ) WITHOUT ROWID;
  CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
`

/** Beside the tables of the data: it is there before they are, and of no version. */
const settingTable =
  'CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID'

/**
 * Changes with the tables, and with the cinemas, films and cards whose codes the rows name: a file of another
 * version is begun anew.
 */
const version = createHash('md5')
  .update(
    JSON.stringify([
      tables,
      cardTables,
      cinemaDesigns,
      films,
      memberCards,
      benefitCards,
      benefitPolicies,
      cardGrades,
    ]),
  )
  .digest()
  .readInt32BE(0)

/** Opens the sandbox's file in `dataDir`, or a database in memory, with its tables made. */
export function openDatabase(dataDir: string): Db {
  if (dataDir !== ':memory:') mkdirSync(dataDir, { recursive: true })
  const db = new Database(dataDir === ':memory:' ? dataDir : join(dataDir, 'sandbox.sqlite'))
  // A killed process loses nothing in this mode; only a power cut could take the last moments of a sandbox.
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec(settingTable)
  return db
}

/** The day this file's data began; undefined when it is empty, or made by another seed or an older sandbox. */
export function firstDayOf(db: Db, seed: number): string | undefined {
  if (db.pragma('user_version', { simple: true }) !== version) return undefined
  return db
    .prepare<[number], { firstDay: string }>('SELECT first_day AS firstDay FROM about WHERE seed = ?')
    .get(seed)?.firstDay
}

/** Makes all tables empty, whatever was there before. Call it inside a transaction. */
export function beginAnew(db: Db, seed: number, firstDay: string): void {
  const old = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  for (const { name } of old) db.exec(`DROP TABLE "${name}"`)
  db.exec(tables)
  db.exec(cardTables)
  db.exec(settingTable)
  db.prepare('INSERT INTO about VALUES (?, ?)').run(seed, firstDay)
  db.pragma(`user_version = ${version}`)
}
