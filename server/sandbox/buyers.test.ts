import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { SandboxOrder } from '#contract/sandbox-control.ts'
import { Bought, type Market } from './test-buyer.ts'
import { openMarket, soldSeatIds } from './test-market.ts'
import { type SandboxCommand, startSandboxCommand } from './test-sandbox-command.ts'

const buyerCount = 50
const processCount = 5
/** One in so many calls loses its answer, and as many never arrive. */
const lossShare = 0.05

let dataDir: string
let sandbox: SandboxCommand
let market: Market
let tillSeatIds: Set<string>
const processes: ChildProcess[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'buyers-'))
  sandbox = await startSandboxCommand(dataDir, 0)
  market = await openMarket(sandbox)
  tillSeatIds = await soldSeatIds(market)
  await Promise.all(Array.from({ length: processCount }, (_, at) => startBuyers(at)))
})
afterEach(async () => {
  for (const child of processes.splice(0)) child.disconnect()
  await sandbox.kill()
  await rm(dataDir, { recursive: true, force: true })
})

const buyerProcess = fileURLToPath(new URL('test-buyer-process.ts', import.meta.url))

async function startBuyers(at: number): Promise<void> {
  const child = fork(buyerProcess, { execArgv: ['--import', 'tsx'] })
  processes.push(child)
  const each = buyerCount / processCount
  const names = Array.from({ length: each }, (_, index) => `B${at * each + index}`)
  child.send({ say: 'meet', market, names })
  expect(await reply(child, z.object({ met: z.int() }))).toEqual({ met: each })
}

/** The next thing that a process says. @throws Error when it ends instead */
function reply<T>(child: ChildProcess, schema: z.ZodType<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the buyers ended'))
    child.once('exit', ended)
    child.once('message', message => {
      child.off('exit', ended)
      resolve(schema.parse(message))
    })
  })
}

/** All buyers at once, until none of them finds a seat. */
async function buy(): Promise<Bought[]> {
  const replies = processes.map(child => {
    child.send({ say: 'buy' })
    return reply(child, z.object({ bought: z.array(Bought) }))
  })
  return (await Promise.all(replies)).flatMap(({ bought }) => bought)
}

/** Seats whose lock nobody knows come back with the time: after so many jumps of the clock everything is sold. */
async function buyEverything(first: Bought[]): Promise<Bought[]> {
  const bought = [...first]
  // A round may well sell nothing and yet leave a seat: the answer to its lock was lost.
  for (let rounds = 0; rounds < 12; rounds++) {
    const gone = new Set([...tillSeatIds, ...bought.flatMap(order => order.seatIds)])
    if (market.seatIds.every(seatId => gone.has(seatId))) return bought
    await control('clock', { forwardMs: 16 * 60_000 })
    bought.push(...(await buy()))
  }
  throw new Error('the show is never sold out')
}

async function control(path: string, body?: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const sent = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { method: 'DELETE' }
  const response = await fetch(`${market.url}/control/${path}`, sent)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
}

async function loseCalls(): Promise<void> {
  for (const kind of ['lose-answer', 'lose-request'])
    await control('faults', { kind, probability: lossShare, times: 'always' })
}

async function ordersOfCloud(): Promise<SandboxOrder[]> {
  const response = await fetch(`${market.url}/control/orders`)
  const { orders } = z.object({ orders: z.array(SandboxOrder) }).parse(await response.json())
  return orders.filter(order => order.scheduleId === market.key.scheduleId)
}

/** What the buyers hold is what the cloud has sold: order by order, seat by seat, fen by fen. */
async function expectAgreement(bought: readonly Bought[]): Promise<void> {
  await control('faults')
  const orders = await ordersOfCloud()
  const byId = (a: { orderId: string }, b: { orderId: string }) => (a.orderId < b.orderId ? -1 : 1)
  const inCloud = orders.map(order => ({
    orderId: order.orderId,
    lockOrderId: order.lockOrderId,
    seatIds: order.tickets.map(ticket => ticket.seatId),
  }))
  expect(inCloud.sort(byId)).toEqual([...bought].sort(byId))
  expect(orders.every(order => order.status === 'ticket_success')).toBe(true)

  const seatIds = bought.flatMap(order => order.seatIds)
  expect(new Set(seatIds).size).toBe(seatIds.length)
  expect(await soldSeatIds(market)).toEqual(new Set([...tillSeatIds, ...seatIds]))
  expect(new Set([...tillSeatIds, ...seatIds])).toEqual(new Set([...tillSeatIds, ...market.seatIds]))

  const tickets = orders.flatMap(order => order.tickets)
  const takenFen = tickets.reduce((sum, ticket) => sum + ticket.ticketFen + ticket.feeFen, 0)
  const eachFen = Math.round((Number(market.ticketPrice) + Number(market.ticketFee)) * 100)
  expect(takenFen).toBe(seatIds.length * eachFen)
  process.stdout.write(`${bought.length} orders, ${seatIds.length} seats, ${yuan(takenFen)} yuan\n`)
}

test('50 buyers in 5 processes never get a seat twice nor lose an order, whatever answers are lost', async () => {
  await loseCalls()
  await expectAgreement(await buyEverything(await buy()))
}, 240_000)

test('nor when the cloud is killed while they buy', async () => {
  await loseCalls()
  const buying = buy()
  const before = await ordersReach(market.seatIds.length / 6)
  await sandbox.kill()
  sandbox = await startSandboxCommand(dataDir, Number(new URL(market.url).port))
  await loseCalls()
  const bought = await buyEverything(await buying)
  // It was in the middle of it, and what was sold until then is still sold.
  expect(bought.length).toBeGreaterThan(before.length)
  const orderIds = new Set(bought.map(order => order.orderId))
  expect(before.filter(orderId => !orderIds.has(orderId))).toEqual([])
  await expectAgreement(bought)
}, 240_000)

/** Asks until so many orders were made. @returns their numbers */
async function ordersReach(count: number): Promise<string[]> {
  for (let asked = 0; asked < 5000; asked++) {
    const orders = await ordersOfCloud()
    if (orders.length >= count) return orders.map(order => order.orderId)
  }
  throw new Error('nobody buys')
}
