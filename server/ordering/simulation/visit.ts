import type { Order } from '#contract/order.ts'
import { type BoxOffice, mintIntent } from '../test-support/box-office.ts'
import type { Dice } from './dice.ts'

const minuteMs = 60_000

/** What a guest does in front of the screen and with the phone. */
export async function visit(world: {
  dice: Dice
  office: BoxOffice
  step: <R>(act: () => Promise<R>) => Promise<R | undefined>
  trace: string[]
}): Promise<void> {
  const { dice, office, step, trace } = world
  const { time, payments } = office
  const insist = async (act: () => Promise<Order>) => {
    for (let turn = 0; turn < 4; turn++) {
      const order = await step(act)
      if (order !== undefined) return order
      time.pass(dice.between(100, 5_000))
    }
    return undefined
  }
  const wait = (ms: number) => step(() => office.wait(ms))

  let intent = mintIntent(dice.bytes)
  let held = await insist(() => office.hold(['A-05', 'A-06'], intent))
  if (held === undefined) return
  if (dice.chance(0.15)) {
    const before = held
    if (dice.chance(0.5)) await insist(() => office.pay(before))
    intent = mintIntent(dice.bytes)
    held = await insist(() => office.hold(['A-06', 'A-07'], intent, before.id))
    if (held === undefined) return
  }
  const order = held
  await wait(dice.between(0, 400) * 1_000)
  if (dice.chance(0.05)) return
  const paying = await insist(() => office.pay(order, dice.chance(0.5) ? '13912345678' : undefined))
  if (paying === undefined) return
  await wait(dice.between(0, 200) * 1_000)
  if (dice.chance(0.2)) payments.phoneDeclines()
  if (dice.chance(0.15)) {
    // Pays with the phone while a finger cancels on the screen.
    time.after(dice.between(0, 3_000), () => payments.phonePays())
    await step(() => office.engine.cancel(order.id))
  } else if (dice.chance(0.05)) {
    // The provider takes the money after its own deadline, unless it was closed by then.
    const afterMs = Date.parse(order.holdExpiresAt) - time.now() + dice.between(1, 30_000)
    time.after(Math.max(1, afterMs), () => trace.push(`phone pays late: ${payments.phonePaysLate()}`))
  } else if (dice.chance(0.9)) {
    const amount = dice.chance(0.05) ? 1 : undefined
    trace.push(`phone pays: ${payments.phonePays(undefined, amount)}`)
    const [outTradeNo = ''] = [...payments.trades.keys()].slice(-1)
    for (let copy = dice.between(0, 3); copy > 0; copy--)
      await step(() => office.engine.paymentNotified(payments.notification(outTradeNo), {}))
  }
  if (dice.chance(0.3)) {
    // Thinks better of it, and asks more than once when nothing seems to happen.
    await wait(dice.between(1, 120) * minuteMs)
    for (let time = dice.between(1, 3); time > 0; time--) await step(() => office.engine.giveBack(order.id))
  }
}
