import { randomBytes } from 'node:crypto'
import { IntentId, type OrderId } from '#contract/ids.ts'
import { createFieldCipher } from '../../server/journal/field-cipher.ts'
import { createSqlStore } from '../../server/journal/sql-store.ts'
import type { MovieCloud } from '../../server/moviecloud/gateway-types.ts'
import { createOrdering } from '../../server/ordering/engine.ts'
import { createPaymentsInProcess } from '../../server/ordering/test-support/payments-in-process.ts'
import { quantile } from '../load.ts'
import { bareCommitsPerSecond } from './bare-commits.ts'
import { contactMobile, now } from './cloud.ts'
import type { Place } from './places.ts'
import { openJournal } from './stores.ts'
import { watched } from './watched-store.ts'

export interface Throughput {
  ordersPerSecond: number
  /** From the provider's message to the decision for tickets, ms. */
  medianMs: number
  p99Ms: number
  commitsPerOrder: number
  commitsPerSecond: number
  bareCommitsPerSecond: number
}

const guests = 32

/**
 * Sells every place from hold to ticket, many guests at once, with the production engine on a new journal; then makes
 * as many bare commits on it. The engine's clock stands still, so nothing is polled: it moves by messages alone.
 */
export async function measureThroughput(
  address: string,
  cloud: MovieCloud,
  places: readonly Place[],
): Promise<Throughput> {
  const clock = { now: () => now }
  const journal = await openJournal(address)
  const ticketed = new Map<OrderId, () => void>()
  const store = watched(createSqlStore(journal, createFieldCipher(randomBytes(32))), order => {
    if (order.state === 'TICKETED') ticketed.get(order.id)?.()
  })
  const payments = createPaymentsInProcess(clock)
  const offers = new Map(places.map(({ seatId, offer }) => [`${offer.show.id} ${seatId}`, offer]))
  const engine = createOrdering({
    store,
    cloud,
    payments: { qr: payments },
    async makeOffer(showId, seatIds) {
      const offer = offers.get(`${showId} ${seatIds[0]}`)
      if (offer === undefined) throw new Error('no such place')
      return offer
    },
    clock,
    random: randomBytes,
    contactMobile: () => contactMobile,
  })
  const times: number[] = []
  const sell = async ({ seatId, offer }: Place) => {
    const intentId = IntentId.parse(crypto.randomUUID())
    const held = await engine.hold({ intentId, showId: offer.show.id, seatIds: [seatId] })
    const asked = { quoteHash: held.quote.hash, refundRuleAgreed: true } as const
    const outTradeNo = (await engine.pay(held.id, asked)).payment?.qr?.slice('qr:'.length) ?? ''
    if (!payments.phonePays(outTradeNo)) throw new Error('the phone could not pay')
    const out = new Promise<void>(resolve => ticketed.set(held.id, resolve))
    const paidAt = performance.now()
    await engine.paymentNotified(payments.notification(outTradeNo), {})
    await out
    times.push(performance.now() - paidAt)
    ticketed.delete(held.id)
  }
  try {
    await engine.start()
    const queue = [...places]
    const began = performance.now()
    await Promise.all(
      Array.from({ length: guests }, async () => {
        for (let place = queue.pop(); place !== undefined; place = queue.pop()) await sell(place)
      }),
    )
    const took = (performance.now() - began) / 1000
    await engine.stop()
    const commits = store.writes()
    times.sort((a, b) => a - b)
    return {
      ordersPerSecond: places.length / took,
      medianMs: quantile(times, 0.5),
      p99Ms: quantile(times, 0.99),
      commitsPerOrder: commits / places.length,
      commitsPerSecond: commits / took,
      bareCommitsPerSecond: await bareCommitsPerSecond(journal, commits),
    }
  } finally {
    await engine.stop()
    await store.close()
  }
}
