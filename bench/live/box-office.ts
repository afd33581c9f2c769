import { randomUUID } from 'node:crypto'
import type { Show } from '#contract/catalog.ts'
import type { Hall } from '#contract/hall.ts'
import type { OrderId, SeatId } from '#contract/ids.ts'
import { createGuest } from '../../server/test-support/guest.ts'

/** A show whose seats the bench sells, and those that are left. */
export interface BenchShow {
  hall: Hall
  path: string
  /** Every second seat, so that no rule of single seats stands in the way. */
  seats: SeatId[]
}

const addresses = 250
let nthBuyer = 0
/** Buyers come from many addresses: limits on one of them are not what is measured. */
const fromSomewhere = () => {
  nthBuyer = (nthBuyer + 1) % addresses
  return { 'x-forwarded-for': `10.2.0.${nthBuyer}` }
}

/** Buys at the house, and at the cinema itself. */
export function openBoxOffice(houseUrl: string, cloudUrl: string) {
  const guest = createGuest(houseUrl)
  return {
    /** So many shows with room for the bench. */
    async findShows(count: number): Promise<BenchShow[]> {
      const found: BenchShow[] = []
      for await (const show of showsOnSale(guest)) {
        const hall = await guest.get('getHall', { params: { showId: show.id } })
        const seats = (await guest.freeSeats(hall, 400)).filter((_, nth) => nth % 2 === 0)
        if (seats.length < 60) continue
        found.push({ hall, seats, path: `/api/shows/${encodeURIComponent(show.id)}/seats/stream` })
        if (found.length === count) return found
      }
      throw new Error(`only ${found.length} shows suit`)
    },
    /** Locks a seat of a show through the house. */
    async hold({ hall, seats }: BenchShow): Promise<OrderId> {
      const seatId = seats.pop()
      if (seatId === undefined) throw new Error('a show is sold out')
      const body = { intentId: randomUUID(), showId: hall.showId, seatIds: [seatId] }
      const held = await guest.ask('createHold', { body, headers: fromSomewhere() })
      if (!held.ok) throw new Error(`no hold: ${held.error.code}`)
      return held.value.id
    },
    /** Gives a hold back; its seat can be sold again. */
    async giveBack({ seats }: BenchShow, orderId: OrderId): Promise<void> {
      const answer = await guest.ask('cancelOrder', {
        params: { orderId },
        body: {},
        headers: fromSomewhere(),
      })
      if (!answer.ok) throw new Error(`not given back: ${answer.error.code}`)
      if (answer.value.kind !== 'goods') seats.unshift(...answer.value.quote.lines.map(line => line.seatId))
    },
    /** Somebody buys a seat at the cinema, of which the house is told nothing. */
    async sellAtTheCinema({ hall, seats }: BenchShow): Promise<void> {
      const seatId = seats.pop()
      if (seatId === undefined) throw new Error('a show is sold out')
      const answer = await fetch(`${cloudUrl}/control/sell`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ scheduleId: hall.showId.split('~')[1], seatIds: [seatId] }),
      })
      if (!answer.ok) throw new Error(await answer.text())
    },
  }
}

/** The shows of the next two days that sell for some hours yet. */
async function* showsOnSale(guest: ReturnType<typeof createGuest>): AsyncGenerator<Show> {
  const soon = Date.now() + 6 * 3_600_000
  for (const cinema of (await guest.get('listCinemas')).cinemas) {
    const params = { cinemaId: cinema.id }
    const { days } = await guest.get('getProgramme', { params })
    for (const date of days.slice(1, 3)) {
      const { shows } = await guest.get('getProgramme', { params, query: { date } })
      yield* shows.filter(show => show.sale === 'on-sale' && Date.parse(show.sellsUntil) >= soon)
    }
  }
}
