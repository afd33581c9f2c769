import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { SandboxCards, SandboxOrder } from '#contract/sandbox-control.ts'

/** What each party's own books have of one order, in fen. */
export interface Books {
  journal: {
    state: string
    kind: string
    /** What each way of paying was to bear, by its name. */
    shares: Record<string, number>
    /** Money that was taken for this order, by provider. */
    accepted: Record<string, number>
    refundedFen: number
  }
  /** The order that the cloud made, when it made one. */
  cloud: { kind: string; status: string; fen: number } | undefined
  /** At the provider behind the QR, over all payments of the order. */
  provider: Till
  /** In the cash drawer. */
  drawer: Till
}
export interface Till {
  inFen: number
  outFen: number
}

const noMoney: Till = { inFen: 0, outFen: 0 }

const Order = z.object({
  state: z.string(),
  kind: z.string(),
  shares_json: z.string(),
  cloud_order_id: z.string().nullable(),
})
const Shares = z.array(z.object({ by: z.string(), amountFen: z.int() }))
const Payments = z.array(
  z.object({
    out_trade_no: z.string(),
    provider: z.string(),
    role: z.string().nullable(),
    paid_fen: z.int().nullable(),
  }),
)
const Refunds = z.array(z.object({ amount_fen: z.int(), state: z.string() }))
const Moved = z.object({ inFen: z.int().nullable(), outFen: z.int().nullable() })

/**
 * Reads what journal, cloud, provider and drawer have of an order, each from its own books and none through the house:
 * the two files by SQL, the cloud by its control interface.
 */
export async function readBooks(
  house: { dataDir: string; cloudUrl: string },
  orderId: string,
): Promise<Books> {
  const journal = openFile(house.dataDir, 'journal.sqlite')
  const provider = openFile(house.dataDir, 'sandbox-payments.sqlite')
  try {
    const order = Order.parse(journal.prepare('SELECT * FROM orders WHERE id = ?').get(orderId))
    const payments = Payments.parse(journal.prepare('SELECT * FROM payment WHERE order_id = ?').all(orderId))
    const refunds = Refunds.parse(journal.prepare('SELECT * FROM refund WHERE order_id = ?').all(orderId))
    const numbersOf = (cash: boolean) =>
      payments.filter(payment => (payment.provider === 'cash') === cash).map(payment => payment.out_trade_no)
    return {
      journal: {
        state: order.state,
        kind: order.kind,
        shares: byName(
          Shares.parse(JSON.parse(order.shares_json)).map(({ by, amountFen }) => [by, amountFen]),
        ),
        accepted: byName(
          payments
            .filter(({ role }) => role === 'ACCEPTED')
            .map(payment => [payment.provider, payment.paid_fen ?? 0]),
        ),
        refundedFen: refunds
          .filter(({ state }) => state === 'SUCCESS')
          .reduce((sum, refund) => sum + refund.amount_fen, 0),
      },
      cloud: await inCloud(house.cloudUrl, order.cloud_order_id),
      provider: inTill(
        provider,
        `SELECT sum(CASE t.state WHEN 'PAID' THEN t.paidFen END) AS inFen,
           (SELECT sum(amountFen) FROM refund r WHERE r.state = 'SUCCESS' AND r.outTradeNo IN (SELECT value FROM json_each(@numbers))) AS outFen
         FROM trade t WHERE t.outTradeNo IN (SELECT value FROM json_each(@numbers))`,
        numbersOf(false),
      ),
      drawer: inTill(
        journal,
        `SELECT sum(CASE t.state WHEN 'taken' THEN t.amount_fen END) AS inFen,
           (SELECT sum(amount_fen) FROM cash_refund r WHERE r.paid_at IS NOT NULL AND r.out_trade_no IN (SELECT value FROM json_each(@numbers))) AS outFen
         FROM cash_payment t WHERE t.out_trade_no IN (SELECT value FROM json_each(@numbers))`,
        numbersOf(true),
      ),
    }
  } finally {
    journal.close()
    provider.close()
  }
}

/** What is on the sandbox's cards now. */
export async function readCards(house: { cloudUrl: string }): Promise<SandboxCards> {
  return SandboxCards.parse(await control(house.cloudUrl, 'cards'))
}

async function inCloud(url: string, cloudOrderId: string | null): Promise<Books['cloud']> {
  const { orders } = z.object({ orders: z.array(SandboxOrder) }).parse(await control(url, 'orders'))
  const order = orders.find(one => one.orderId === cloudOrderId)
  if (order === undefined) return undefined
  const ticketsFen = order.tickets.reduce((sum, { ticketFen, feeFen }) => sum + ticketFen + feeFen, 0)
  const goodsFen = order.goods.reduce((sum, { saleFen, count }) => sum + saleFen * count, 0)
  return { kind: order.kind, status: order.status, fen: ticketsFen + goodsFen }
}

async function control(url: string, name: string): Promise<unknown> {
  const answer = await fetch(`${url}/control/${name}`)
  return answer.json()
}

const openFile = (dataDir: string, name: string) => new Database(join(dataDir, name), { readonly: true })

function inTill(db: Database.Database, sum: string, numbers: readonly string[]): Till {
  const { inFen, outFen } = Moved.parse(db.prepare(sum).get({ numbers: JSON.stringify(numbers) }))
  return numbers.length === 0 ? noMoney : { inFen: inFen ?? 0, outFen: outFen ?? 0 }
}

function byName(amounts: readonly (readonly [string, number])[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [name, fen] of amounts) sums[name] = (sums[name] ?? 0) + fen
  return sums
}
