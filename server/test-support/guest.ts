import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Cinema, Show } from '#contract/catalog.ts'
import { type EndpointName, endpoints } from '#contract/endpoints.ts'
import { ApiError } from '#contract/errors.ts'
import type { Hall } from '#contract/hall.ts'
import type { SeatId, ShowId } from '#contract/ids.ts'
import type { AnyOrder, Order } from '#contract/order.ts'
import type { Mishap } from '../payment/sandbox/counter.ts'

interface Asked {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
}
type Answer<T> = { status: number; headers: Headers } & (
  | { ok: true; value: T }
  | { ok: false; error: ApiError }
)

/** A guest's browser as a test sees it: speaks our API and holds every answer against the contract. */
export function createGuest(url: string) {
  async function ask<N extends EndpointName>(
    name: N,
    asked: Asked = {},
  ): Promise<Answer<z.output<(typeof endpoints)[N]['result']>>> {
    const { method, path, result } = endpoints[name]
    const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(asked.params?.[key] ?? ''))
    const response = await fetch(`${url}${filled}?${new URLSearchParams(asked.query)}`, {
      method,
      headers: {
        'x-foyer': '1',
        ...(method === 'POST' && { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(method === 'POST' && { body: JSON.stringify(asked.body ?? {}) }),
    })
    const { status, headers } = response
    const answer: unknown = await response.json()
    if (!response.ok) return { status, headers, ok: false, error: ApiError.parse(answer) }
    // Surplus fields would be personal data sooner or later, so they fail as missing ones do.
    const value = result.parse(answer) as z.output<(typeof endpoints)[N]['result']>
    if (JSON.stringify(sorted(value)) !== JSON.stringify(sorted(answer)))
      throw new Error(`${name} answers more than it may`)
    return { status, headers, ok: true, value }
  }

  async function get<N extends EndpointName>(name: N, asked: Asked = {}) {
    const answer = await ask(name, asked)
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.error.code}`)
    return answer.value
  }

  return {
    ask,
    get,
    /** A show that sells for a while yet, of a hall that suits. */
    async findShow(
      suits: (hall: Hall, show: Show) => boolean = () => true,
    ): Promise<{ cinema: Cinema; show: Show; hall: Hall }> {
      const soon = Date.parse((await get('getStatus')).now) + 15 * 60_000
      for (const cinema of (await get('listCinemas')).cinemas) {
        const { days } = await get('getProgramme', { params: { cinemaId: cinema.id } })
        for (const date of days.slice(0, 2)) {
          const { shows } = await get('getProgramme', { params: { cinemaId: cinema.id }, query: { date } })
          for (const show of shows) {
            if (show.sale !== 'on-sale' || Date.parse(show.sellsUntil) < soon) continue
            const hall = await get('getHall', { params: { showId: show.id } })
            if (suits(hall, show)) return { cinema, show, hall }
          }
        }
      }
      throw new Error('no show suits')
    },
    /** Ordinary seats that can be bought now. */
    async freeSeats(hall: Hall, count: number): Promise<SeatId[]> {
      const { unavailable, hallVersion } = await get('getSeatStates', { params: { showId: hall.showId } })
      if (hallVersion !== hall.version) throw new Error('the hall has changed')
      const gone = new Set([...unavailable, ...hall.seats.damaged])
      return hall.seats.id
        .filter((_, index) => !gone.has(index) && hall.seats.type[index] === 'N')
        .slice(0, count)
    },
    hold: (showId: ShowId, seatIds: readonly string[], more: Record<string, unknown> = {}) =>
      ask('createHold', { body: { intentId: randomUUID(), showId, seatIds, ...more } }),
    pay: (order: AnyOrder, more: Record<string, unknown> = {}) =>
      ask('createPayment', {
        params: { orderId: order.id },
        body: { quoteHash: order.quote.hash, refundRuleAgreed: true, mobile: '13900001111', ...more },
      }),
    /** What the phone does that scanned the QR: opens the page and presses a button. */
    async onThePhone(order: AnyOrder, act: 'pay' | 'decline' | Mishap): Promise<number> {
      const path = new URL(z.string().parse(order.payment?.qr)).pathname
      const page = await fetch(`${url}${path}`)
      if (!page.ok) return page.status
      const response = await fetch(`${url}${path}`, {
        method: 'POST',
        body: new URLSearchParams({ act }),
        redirect: 'manual',
      })
      return response.status
    },
    /** Watches an order, as a screen does, until it has one of these states. */
    async watch(order: AnyOrder, ...states: AnyOrder['status'][]): Promise<AnyOrder> {
      const deadline = Date.now() + 20_000
      for (let look = 0; ; look++) {
        const now = await get('getOrder', { params: { orderId: order.id } })
        if (states.includes(now.status)) return now
        if (Date.now() > deadline) throw new Error(`the order is still ${now.status}`)
        // Closely at first, then no more often than a screen may in the long run.
        await new Promise(resolve => setTimeout(resolve, look < 40 ? 50 : 250))
      }
    },
  }
}

/** An order that has seats. @throws Error for one from the counter alone */
export function ofSeats(order: AnyOrder): Order {
  if (order.kind === 'goods') throw new Error('an order without seats')
  return order
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
