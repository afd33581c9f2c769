import type { Hall } from '#contract/hall.ts'
import type { Order, OrderStatus } from '#contract/order.ts'
import type { Dice } from '../ordering/simulation/dice.ts'
import type { createGuest } from '../test-support/guest.ts'
import type { ProviderControl } from './provider-control.ts'

/** What a guest does once the QR stands on the screen. */
const habits = [
  'pays',
  'pays',
  'pays',
  'pays',
  'pays',
  'pays',
  'pays and leaves',
  'declines, then pays',
  'pays late',
  'pays a wrong amount',
  'gives up',
  'gives up and pays',
  'leaves',
] as const

/** What a guest saw of an order with own eyes. */
export interface Visit {
  orderId: string
  /** The screen showed tickets, and they were not given back after it. */
  hasTickets: boolean
}

export interface GuestParts {
  browser: ReturnType<typeof createGuest>
  /** The address that the guest comes from. */
  address: string
  halls: readonly [Hall, ...Hall[]]
  provider: ProviderControl
  dice: Dice
  /** Waits so long by the houses' time, ms. */
  wait: (ms: number) => Promise<void>
  /** The day is over: whoever still waits goes home. */
}

const secondMs = 1_000
const minuteMs = 60 * secondMs
const lookEveryMs = 20 * secondMs
const againMs = 10 * secondMs
const patienceMs = 20 * minuteMs
const done: readonly OrderStatus[] = ['ticketed', 'returned', 'refunded', 'released', 'failed']

/**
 * One guest from the choice of seats to the tickets or to the money back, at a screen that asks again whenever it
 * gets no answer.
 *
 * @returns undefined when there was never an order
 */
export async function visit(parts: GuestParts): Promise<Visit | undefined> {
  const { dice, wait, provider } = parts
  const order = await hold(parts)
  if (order === undefined) return undefined
  const left = { orderId: order.id, hasTickets: false }
  await wait(dice.between(1, 20) * secondMs)
  if (dice.chance(0.05)) return left
  const qr = await openPayment(parts, order)
  if (qr === undefined) return left
  const habit = dice.pick(habits)
  await wait(dice.between(1, 40) * secondMs)
  switch (habit) {
    case 'pays and leaves':
      await provider.act({ act: 'pay', qr })
      return left
    case 'leaves':
      return left
    case 'pays':
      await provider.act({ act: 'pay', qr })
      break
    case 'declines, then pays':
      await provider.act({ act: 'decline', qr })
      await wait(5 * secondMs)
      await provider.act({ act: 'pay', qr })
      break
    case 'pays a wrong amount':
      await provider.act({ act: 'pay', qr, amountFen: 1 })
      break
    case 'pays late':
      await wait(dice.between(7, 12) * minuteMs)
      await provider.act({ act: 'pay', qr, late: true })
      break
    case 'gives up':
      await act(parts, 'cancelOrder', order)
      break
    case 'gives up and pays':
      await Promise.all([act(parts, 'cancelOrder', order), provider.act({ act: 'pay', qr, late: true })])
      break
  }
  const seen = await watch(parts, order)
  if (seen !== 'ticketed') return left
  if (dice.chance(0.5)) return { orderId: order.id, hasTickets: true }
  await wait(dice.between(1, 5) * minuteMs)
  await act(parts, 'returnTickets', order)
  await watch(parts, order, 'returned')
  return left
}

async function hold({ browser, halls, dice, ...parts }: GuestParts): Promise<Order | undefined> {
  const hall = dice.pick(halls)
  const ordinary = hall.seats.id.filter(
    (_, index) => hall.seats.type[index] === 'N' && !hall.seats.damaged.includes(index),
  )
  for (let choice = 0; choice < 8; choice++) {
    const first = dice.between(0, ordinary.length - 1)
    const seatIds = ordinary.slice(first, first + dice.between(1, 4))
    const body = { intentId: crypto.randomUUID(), showId: hall.showId, seatIds }
    const held = await insist(parts, () => browser.ask('createHold', { body, headers: from(parts) }))
    if (held === undefined) return undefined
    if (held.ok) return held.value
  }
  return undefined
}

/** Asks for the payment until a QR is there; undefined when the order can't be paid any more. */
async function openPayment(parts: GuestParts, order: Order): Promise<string | undefined> {
  const { browser, wait } = parts
  const params = { orderId: order.id }
  const body = { quoteHash: order.quote.hash, refundRuleAgreed: true, mobile: '13900001111' }
  for (let tries = 0; tries < 24; tries++) {
    const paying = await insist(parts, () =>
      browser.ask('createPayment', { params, body, headers: from(parts) }),
    )
    if (paying?.ok && paying.value.payment?.qr !== undefined) return paying.value.payment.qr
    if (paying === undefined || (!paying.ok && paying.status < 500)) return undefined
    await wait(5 * secondMs)
  }
  return undefined
}

async function act(parts: GuestParts, name: 'cancelOrder' | 'returnTickets', { id }: Order): Promise<void> {
  await insist(parts, () => parts.browser.ask(name, { params: { orderId: id }, headers: from(parts) }))
}

/** Looks at the order as a screen does, until it is over or the guest has no more patience. */
async function watch(parts: GuestParts, { id }: Order, last?: OrderStatus): Promise<OrderStatus | undefined> {
  for (let waited = 0; waited < patienceMs; waited += lookEveryMs) {
    const seen = await insist(parts, () =>
      parts.browser.ask('getOrder', { params: { orderId: id }, headers: from(parts) }),
    )
    if (seen?.ok && (last === undefined ? done.includes(seen.value.status) : seen.value.status === last))
      return seen.value.status
    await parts.wait(lookEveryMs)
  }
  return undefined
}

/** Asks again until there is an answer, as a screen does whose server has gone; undefined when patience ends. */
async function insist<T>({ wait }: Pick<GuestParts, 'wait'>, ask: () => Promise<T>): Promise<T | undefined> {
  for (let waited = 0; waited < patienceMs; waited += againMs) {
    try {
      return await ask()
    } catch {
      // The house was killed, is starting, or its answer broke off: the same is asked of the next one.
      await wait(againMs)
    }
  }
  return undefined
}

const from = ({ address }: Pick<GuestParts, 'address'>) => ({ 'x-forwarded-for': address })
