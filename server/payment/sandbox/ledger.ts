import Database from 'better-sqlite3'
import { z } from 'zod'

/** The sandbox provider's own books: it knows nothing of our journal, and our journal nothing of it. */
export interface Ledger {
  tradeByNo(outTradeNo: string): Trade | undefined
  tradeByToken(token: string): Trade | undefined
  insertTrade(trade: Trade): void
  updateTrade(trade: Trade): void
  refund(outRefundNo: string): Refund | undefined
  refundsOf(outTradeNo: string): Refund[]
  putRefund(refund: Refund): void
  insertMessage(message: Message): void
  dueMessages(now: number): Message[]
  nextMessageAt(): number | undefined
  /** Tried once more; undefined `nextAt`: never again. */
  messageTried(id: string, delivered: boolean, nextAt: number | undefined): void
  paidBetween(from: number, to: number): Trade[]
  refundedBetween(from: number, to: number): Refund[]
  /** All of `act`, or nothing. */
  atOnce<T>(act: () => T): T
  close(): void
}

const Trade = z.object({
  outTradeNo: z.string(),
  /** What stands behind the QR; 128 random bits. */
  token: z.string(),
  merchant: z.string(),
  subject: z.string(),
  amountFen: z.int(),
  createdAt: z.int(),
  expireAt: z.int(),
  state: z.enum(['UNPAID', 'PAID', 'CLOSED']),
  declined: z.int(),
  paidFen: z.int(),
  paidAt: z.int(),
  transactionId: z.string(),
})
export type Trade = z.infer<typeof Trade>

const Refund = z.object({
  outRefundNo: z.string(),
  outTradeNo: z.string(),
  amountFen: z.int(),
  state: z.enum(['PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL']),
  at: z.int(),
})
export type Refund = z.infer<typeof Refund>

const Message = z.object({
  id: z.string(),
  body: z.string(),
  tries: z.int(),
  nextAt: z.int().nullable(),
  delivered: z.int(),
})
export type Message = z.infer<typeof Message>

const schema = `
  CREATE TABLE IF NOT EXISTS trade (
    outTradeNo TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, merchant TEXT NOT NULL, subject TEXT NOT NULL,
    amountFen INTEGER NOT NULL, createdAt INTEGER NOT NULL, expireAt INTEGER NOT NULL, state TEXT NOT NULL,
    declined INTEGER NOT NULL, paidFen INTEGER NOT NULL, paidAt INTEGER NOT NULL, transactionId TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS refund (
    outRefundNo TEXT PRIMARY KEY, outTradeNo TEXT NOT NULL REFERENCES trade, amountFen INTEGER NOT NULL,
    state TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY, body TEXT NOT NULL, tries INTEGER NOT NULL, nextAt INTEGER, delivered INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS message_due ON message (nextAt) WHERE nextAt IS NOT NULL;
`

const tradeColumns = Object.keys(Trade.shape)
const put = (table: string, columns: readonly string[], verb: 'INSERT' | 'INSERT OR REPLACE') =>
  `${verb} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(column => `@${column}`).join(', ')})`

/** Opens the books in a SQLite file; every entry is on the disk when the call returns. */
export function openLedger(file: string): Ledger {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.exec(schema)
  const sql = {
    tradeByNo: db.prepare('SELECT * FROM trade WHERE outTradeNo = ?'),
    tradeByToken: db.prepare('SELECT * FROM trade WHERE token = ?'),
    insertTrade: db.prepare(put('trade', tradeColumns, 'INSERT')),
    updateTrade: db.prepare(
      `UPDATE trade SET ${tradeColumns.map(column => `${column} = @${column}`).join(', ')} WHERE outTradeNo = @outTradeNo`,
    ),
    refund: db.prepare('SELECT * FROM refund WHERE outRefundNo = ?'),
    refundsOf: db.prepare('SELECT * FROM refund WHERE outTradeNo = ?'),
    putRefund: db.prepare(put('refund', Object.keys(Refund.shape), 'INSERT OR REPLACE')),
    insertMessage: db.prepare(put('message', Object.keys(Message.shape), 'INSERT')),
    dueMessages: db.prepare('SELECT * FROM message WHERE nextAt <= ? ORDER BY nextAt LIMIT 20'),
    nextMessageAt: db.prepare('SELECT min(nextAt) AS at FROM message WHERE nextAt IS NOT NULL'),
    messageTried: db.prepare('UPDATE message SET tries = tries + 1, delivered = ?, nextAt = ? WHERE id = ?'),
    paidBetween: db.prepare("SELECT * FROM trade WHERE state = 'PAID' AND paidAt >= ? AND paidAt < ?"),
    refundedBetween: db.prepare("SELECT * FROM refund WHERE state = 'SUCCESS' AND at >= ? AND at < ?"),
  }

  return {
    tradeByNo: no => Trade.optional().parse(sql.tradeByNo.get(no)),
    tradeByToken: token => Trade.optional().parse(sql.tradeByToken.get(token)),
    insertTrade: trade => void sql.insertTrade.run(trade),
    updateTrade: trade => void sql.updateTrade.run(trade),
    refund: no => Refund.optional().parse(sql.refund.get(no)),
    refundsOf: no => z.array(Refund).parse(sql.refundsOf.all(no)),
    putRefund: refund => void sql.putRefund.run(refund),
    insertMessage: message => void sql.insertMessage.run(message),
    dueMessages: now => z.array(Message).parse(sql.dueMessages.all(now)),
    nextMessageAt: () => z.object({ at: z.int().nullable() }).parse(sql.nextMessageAt.get()).at ?? undefined,
    messageTried: (id, delivered, nextAt) => void sql.messageTried.run(delivered ? 1 : 0, nextAt ?? null, id),
    paidBetween: (from, to) => z.array(Trade).parse(sql.paidBetween.all(from, to)),
    refundedBetween: (from, to) => z.array(Refund).parse(sql.refundedBetween.all(from, to)),
    atOnce: act => db.transaction(act).immediate(),
    close: () => void db.close(),
  }
}
