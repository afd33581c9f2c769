import type { AnyOrder, OrderKind, PaymentPart } from '#contract/order.ts'
import type { OrderEngine } from '../engine.ts'
import { mintIntent } from '../test-support/box-office.ts'
import { cinemaId, seat, showId } from '../test-support/offer.ts'
import type { World } from './world.ts'

const minuteMs = 60_000

/** The card that a guest may have. */
const memberCardNumber = '6810000001'

/** The number that a guest may give. */
export const guestMobile = '13912345678'

/** How a guest reaches whichever process of ours is there; undefined when nobody answers or the wish is refused. */
export type Ask = <T>(act: (engine: OrderEngine) => Promise<T>) => Promise<T | undefined>

/** One guest with a phone, at one of our screens. */
interface Visitor {
  world: World
  ask: Ask
  taste: Taste
  /** Does nothing else than buy tickets, and at once. */
  eager: boolean
}

/** What a guest wants to buy, and how to pay it. */
interface Taste {
  kind: OrderKind
  pays: 'qr' | 'card' | 'cash' | 'card and qr' | 'cash and qr'
}

/** Most want seats and pay by QR. */
function drawTaste({ taste }: World): Taste {
  const kind = taste.next()
  const pays = taste.next()
  return {
    kind: kind < 0.7 ? 'ticket' : kind < 0.85 ? 'mixed' : 'goods',
    pays:
      pays < 0.7
        ? 'qr'
        : pays < 0.78
          ? 'card'
          : pays < 0.84
            ? 'cash'
            : pays < 0.92
              ? 'card and qr'
              : 'cash and qr',
  }
}

const basket = [{ goodsId: '1728', count: 2 }]

const wait = ({ time }: World, ms: number) => new Promise<void>(resolve => time.after(ms, resolve))

/** What one guest does in front of the screen and with the phone. */
export async function visit(
  guest: Omit<Visitor, 'taste'>,
  seats: readonly [string, string, string],
): Promise<void> {
  const visitor = { ...guest, taste: drawTaste(guest.world) }
  const { world, eager } = visitor
  const { dice } = world
  if (visitor.taste.kind === 'goods') return visitCounter(visitor)
  let order = await hold(visitor, seats.slice(0, 2))
  if (order !== undefined && dice.chance(0.12)) {
    if (dice.chance(0.5)) await pay(visitor, order)
    order = await hold(visitor, seats.slice(1, 3), order)
  }
  order = order && (await fill(visitor, order))
  if (order === undefined) return
  await wait(world, dice.between(0, eager ? 60 : 400) * 1_000)
  if (!eager && dice.chance(0.05)) return
  if ((await pay(visitor, order)) === undefined) return
  await dealWithPhone(visitor, order)
  if (dice.chance(0.25)) await thinkBetterOfIt(visitor, order)
}

/** Something from the counter, without a show. */
async function visitCounter(visitor: Visitor): Promise<void> {
  const { world } = visitor
  const intentId = mintIntent(world.taste.bytes)
  const begun = await insist(visitor, engine => engine.orderGoods({ intentId, cinemaId, goods: basket }))
  const order = begun && (await fill(visitor, begun))
  if (order === undefined || (await pay(visitor, order)) === undefined) return
  await dealWithPhone(visitor, order)
}

/** The basket as the guest wants it: with something from the counter, and the card that is to pay. */
async function fill(visitor: Visitor, order: AnyOrder): Promise<AnyOrder | undefined> {
  const { kind, pays } = visitor.taste
  let filled: AnyOrder | undefined = order
  if (kind === 'mixed') filled = await insist(visitor, engine => engine.changeBasket(order.id, basket))
  const card = { kind: 'member', number: memberCardNumber, password: '123456' } as const
  if (pays.startsWith('card') && filled !== undefined)
    filled = await insist(visitor, engine => engine.presentCard(order.id, card, 'guest'))
  return filled
}

async function insist({ world, ask }: Visitor, act: (engine: OrderEngine) => Promise<AnyOrder>) {
  for (let turn = 0; turn < 4; turn++) {
    const order = await ask(act)
    if (order !== undefined) return order
    await wait(world, world.dice.between(1_000, 90_000))
  }
  return undefined
}

function hold(visitor: Visitor, labels: readonly string[], replaces?: AnyOrder) {
  const intentId = mintIntent(visitor.world.dice.bytes)
  const seatIds = labels.map(seat)
  return insist(visitor, engine =>
    engine.hold({ intentId, showId, seatIds, ...(replaces && { replaces: replaces.id }) }),
  )
}

function pay(visitor: Visitor, order: AnyOrder) {
  const mobile = visitor.world.dice.chance(0.5) ? guestMobile : undefined
  const parts = partsOf(visitor.taste, order.quote.totalFen)
  const request = {
    quoteHash: order.quote.hash,
    refundRuleAgreed: true as const,
    ...(mobile && { mobile }),
    ...(parts && { parts }),
  }
  return insist(visitor, engine => engine.pay(order.id, request, 'staff'))
}

function partsOf({ pays }: Taste, totalFen: number): PaymentPart[] | undefined {
  const aPartFen = Math.floor(totalFen / 3)
  switch (pays) {
    case 'qr':
    case 'card':
      return undefined
    case 'cash':
      return [{ by: 'cash' }]
    case 'card and qr':
      return [{ by: 'card', amountFen: aPartFen }, { by: 'qr' }]
    case 'cash and qr':
      return [{ by: 'qr' }, { by: 'cash', amountFen: aPartFen }]
  }
}

/** The numbers of this guest's payments, oldest first. */
const trades = ({ world }: Visitor, order: AnyOrder, provider = 'sandbox'): string[] =>
  world.audit.orders
    .get(order.id)
    ?.payments.filter(one => one.provider === provider)
    .map(one => one.outTradeNo) ?? []

/** Puts the money on the counter, unless it stays in the purse. */
async function handOverCash(visitor: Visitor, order: AnyOrder): Promise<void> {
  const { taste, cash } = visitor.world
  for (const outTradeNo of trades(visitor, order, 'cash')) {
    if (taste.chance(0.15)) continue
    await wait(visitor.world, taste.between(1, 240) * 1_000)
    cash.phonePays(outTradeNo)
  }
}

async function dealWithPhone(visitor: Visitor, order: AnyOrder): Promise<void> {
  const { world, eager } = visitor
  const { dice, payments } = world
  const cash = handOverCash(visitor, order)
  await wait(world, dice.between(0, eager ? 60 : 200) * 1_000)
  // Some pay the cashier first, and some last.
  if (visitor.taste.pays.startsWith('cash') && world.taste.chance(0.6)) await cash
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

async function payWhileCancelling({ world, ask }: Visitor, order: AnyOrder, outTradeNo: string) {
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

async function payInTime(visitor: Visitor, order: AnyOrder, outTradeNo: string) {
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
async function thinkBetterOfIt({ world, ask }: Visitor, order: AnyOrder) {
  const { dice } = world
  await wait(world, dice.between(1, 90) * minuteMs)
  for (let times = dice.between(1, 3); times > 0; times--) {
    await ask(engine => engine.giveBack(order.id))
    await wait(world, dice.between(100, 60_000))
  }
}
