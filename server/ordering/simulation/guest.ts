import type { Order } from '#contract/order.ts'
import type { OrderEngine } from '../engine.ts'
import { mintIntent } from '../test-support/box-office.ts'
import { seat, showId } from '../test-support/offer.ts'
import type { World } from './world.ts'

const minuteMs = 60_000

/** The number that a guest may give. */
export const guestMobile = '13912345678'

/** How a guest reaches whichever process of ours is there; undefined when nobody answers or the wish is refused. */
export type Ask = <T>(act: (engine: OrderEngine) => Promise<T>) => Promise<T | undefined>

/** One guest with a phone, at one of our screens. */
interface Visitor {
  world: World
  ask: Ask
  /** Does nothing else than buy tickets, and at once. */
  eager: boolean
}

const wait = ({ time }: World, ms: number) => new Promise<void>(resolve => time.after(ms, resolve))

/** What one guest does in front of the screen and with the phone. */
export async function visit(visitor: Visitor, seats: readonly [string, string, string]): Promise<void> {
  const { world, eager } = visitor
  const { dice } = world
  let order = await hold(visitor, seats.slice(0, 2))
  if (order !== undefined && dice.chance(0.12)) {
    if (dice.chance(0.5)) await pay(visitor, order)
    order = await hold(visitor, seats.slice(1, 3), order)
  }
  if (order === undefined) return
  await wait(world, dice.between(0, eager ? 60 : 400) * 1_000)
  if (!eager && dice.chance(0.05)) return
  if ((await pay(visitor, order)) === undefined) return
  await dealWithPhone(visitor, order)
  if (dice.chance(0.25)) await thinkBetterOfIt(visitor, order)
}

async function insist({ world, ask }: Visitor, act: (engine: OrderEngine) => Promise<Order>) {
  for (let turn = 0; turn < 4; turn++) {
    const order = await ask(act)
    if (order !== undefined) return order
    await wait(world, world.dice.between(1_000, 90_000))
  }
  return undefined
}

function hold(visitor: Visitor, labels: readonly string[], replaces?: Order) {
  const intentId = mintIntent(visitor.world.dice.bytes)
  const seatIds = labels.map(seat)
  return insist(visitor, engine =>
    engine.hold({ intentId, showId, seatIds, ...(replaces && { replaces: replaces.id }) }),
  )
}

function pay(visitor: Visitor, order: Order) {
  const mobile = visitor.world.dice.chance(0.5) ? guestMobile : undefined
  const request = { quoteHash: order.quote.hash, refundRuleAgreed: true as const }
  return insist(visitor, engine => engine.pay(order.id, { ...request, ...(mobile && { mobile }) }))
}

/** The numbers of this guest's payments, oldest first. */
const trades = ({ world }: Visitor, order: Order): string[] =>
  world.audit.orders.get(order.id)?.payments.map(one => one.outTradeNo) ?? []

async function dealWithPhone(visitor: Visitor, order: Order): Promise<void> {
  const { world, eager } = visitor
  const { dice, payments } = world
  await wait(world, dice.between(0, eager ? 60 : 200) * 1_000)
  if (dice.chance(0.2)) payments.phoneDeclines()
  if (dice.chance(0.1)) {
    // The provider itself closes the first QR; the guest gets a second one.
    for (const outTradeNo of trades(visitor, order)) await payments.close(outTradeNo)
    await wait(world, dice.between(10, 30) * 1_000)
    await pay(visitor, order)
    await wait(world, dice.between(5, 30) * 1_000)
  }
  const newest = trades(visitor, order).at(-1)
  if (newest === undefined) return
  const mood = eager ? 1 : dice.next()
  if (mood < 0.15) await payWhileCancelling(visitor, order, newest)
  else if (mood < 0.21) await payTooLate(world, newest)
  else if (mood > 0.28) await payInTime(visitor, order, newest)
}

async function payWhileCancelling({ world, ask }: Visitor, order: Order, outTradeNo: string) {
  const { dice, time, payments, note } = world
  time.after(dice.between(0, 3_000), () => payments.phonePays(outTradeNo))
  await ask(engine => engine.cancel(order.id))
  if (!dice.chance(0.4)) return
  // The provider called it closed, and the money comes all the same.
  await wait(world, dice.between(1, 20) * minuteMs)
  if (payments.phonePaysClosed(outTradeNo)) note('payment after expiry')
}

/** The provider takes the money after its own deadline, unless it was closed by then. */
async function payTooLate(world: World, outTradeNo: string) {
  const { dice, time, payments, note } = world
  const expireAt = payments.trades.get(outTradeNo)?.expireAt ?? time.now()
  await wait(world, Math.max(1, expireAt - time.now() + dice.between(1, 30_000)))
  if (payments.phonePaysLate(outTradeNo)) note('payment after expiry')
}

async function payInTime(visitor: Visitor, order: Order, outTradeNo: string) {
  const { dice, payments, note, trace } = visitor.world
  const wrong = dice.chance(0.04)
  const paid = payments.phonePays(outTradeNo, wrong ? 1 : undefined)
  trace(`phone pays: ${paid}`)
  if (paid && wrong) note('wrong amount')
  if (!paid || dice.chance(0.5)) return
  // Another QR of the same order, which the provider had called closed, is paid too.
  await wait(visitor.world, dice.between(1, 60_000))
  for (const other of trades(visitor, order))
    if (other !== outTradeNo && payments.phonePaysClosed(other)) note('two QRs both paid')
}

/** Gives the tickets back, and asks more than once when nothing seems to happen. */
async function thinkBetterOfIt({ world, ask }: Visitor, order: Order) {
  const { dice } = world
  await wait(world, dice.between(1, 90) * minuteMs)
  for (let times = dice.between(1, 3); times > 0; times--) {
    await ask(engine => engine.giveBack(order.id))
    await wait(world, dice.between(100, 60_000))
  }
}
