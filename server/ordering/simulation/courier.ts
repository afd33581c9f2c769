import type { Ask } from './guest.ts'
import { strikes } from './strikes.ts'
import type { World } from './world.ts'

const dayMs = 24 * 3_600_000

/**
 * Brings the provider's messages: late, more than once, or never. Never only where somebody still asks: money for a
 * payment that was called closed is told of at last, as the providers do over a day and more.
 *
 * @returns looks for payments nobody has been told of yet
 */
export function createCourier(world: World, ask: Ask): () => void {
  const { dice, time, payments } = world
  const told = new Set<string>()

  const deliver = (message: Uint8Array, tries: number) => {
    void ask(engine => engine.paymentNotified(message, {})).then(answer => {
      // Told again until somebody says that it is on the disk.
      if (answer === undefined && tries < 30) time.after(15_000 * tries, () => deliver(message, tries + 1))
    })
  }

  const tell = (outTradeNo: string, unwatched: boolean) => {
    if (!unwatched && strikes(world, 'callback lost')) return
    const message = payments.notification(outTradeNo)
    const late = strikes(world, 'callback days late')
    const afterMs = late ? dice.between(1, 3) * dayMs : dice.between(20, 30_000)
    time.after(afterMs, () => deliver(message, 1))
    const copies = strikes(world, 'callback repeated') ? 3 : 0
    for (let copy = 0; copy < copies; copy++)
      time.after(afterMs + dice.between(0, 3_600_000), () => deliver(message, 1))
  }

  return () => {
    for (const [outTradeNo, { state, closedAt, paidAt, expireAt }] of payments.trades) {
      if (state !== 'PAID' || told.has(outTradeNo)) continue
      told.add(outTradeNo)
      tell(outTradeNo, closedAt !== undefined || paidAt > expireAt)
    }
  }
}
