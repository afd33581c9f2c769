import type { FaultInput } from '#contract/sandbox-faults.ts'
import type { Dice } from '../ordering/simulation/dice.ts'
import type { Act } from '../payment/test-support/control.ts'
import type { ProviderControl } from './provider-control.ts'

const minuteMs = 60_000
const calls = [
  'seat.releaseSeats',
  'order.confirmOrder',
  'order.getOrderInfo',
  'order.reverseOrder',
  'order.refundOrder',
]
const always = { times: 'always' } as const

/** What the cloud does wrong all the time, each with its probability. */
export const cloudFaults: readonly FaultInput[] = [
  ...calls.flatMap((api): FaultInput[] => [
    { kind: 'lose-request', api, probability: 0.03, ...always },
    { kind: 'lose-answer', api, probability: 0.05, ...always },
    { kind: 'reset', api, probability: 0.01, ...always },
    { kind: 'truncate', api, probability: 0.01, ...always },
    { kind: 'bad-gateway', handled: true, api, probability: 0.02, ...always },
    { kind: 'unknown-code', api, probability: 0.01, ...always },
    { kind: 'refuse', code: 'SYSTEM_ERROR', api, probability: 0.02, ...always },
    { kind: 'delay-answer', delayMs: 300, spreadMs: 1_500, api, probability: 0.03, ...always },
    { kind: 'delay', delayMs: 300, spreadMs: 1_500, api, probability: 0.02, ...always },
  ]),
  { kind: 'lose-request', api: 'seat.lockSeats', probability: 0.02, ...always },
  { kind: 'lose-answer', api: 'seat.lockSeats', probability: 0.03, ...always },
  {
    kind: 'deny',
    code: 'ORDER_SEAT_ERROR',
    api: 'order.confirmOrder',
    repeatedOnly: true,
    probability: 0.1,
    ...always,
  },
  { kind: 'deny', code: 'ORDER_NOT_FOUND', api: 'order.getOrderInfo', probability: 0.03, ...always },
  { kind: 'deny', code: 'REVERSE_TICKET_FAILED', api: 'order.reverseOrder', probability: 0.1, ...always },
  {
    kind: 'slow-tickets',
    delayMs: 14 * minuteMs,
    api: 'order.confirmOrder',
    probability: 0.15,
    ...always,
  },
  { kind: 'slow-tickets', delayMs: 2 * minuteMs, api: 'order.confirmOrder', probability: 0.1, ...always },
  { kind: 'slow-tickets', delayMs: 2 * minuteMs, api: 'order.refundOrder', probability: 0.2, ...always },
  { kind: 'fail-tickets', delayMs: minuteMs, api: 'order.confirmOrder', probability: 0.05, ...always },
]

/** Sets every fault of the cloud. */
export async function spoilCloud(url: string): Promise<void> {
  for (const fault of cloudFaults) {
    const answer = await fetch(`${url}/control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    })
    if (!answer.ok) throw new Error(`the cloud did not take a fault: ${await answer.text()}`)
  }
}

/** Takes every fault of the cloud back. */
export async function healCloud(url: string): Promise<void> {
  await fetch(`${url}/control/faults`, { method: 'DELETE' })
}

const troubles = ['drop', 'lose', 'cut', 'page', 'busy', 'unsigned', 'forged'] as const

/** Changes the provider's mood: its line, its bank, its messages, and what becomes of refunds that are open. */
export async function spoilProvider(provider: ProviderControl, dice: Dice): Promise<void> {
  const acts: Act[] = [
    { act: 'refunds', mode: dice.pick(['success', 'success', 'processing', 'low-balance']) },
    { act: 'notices', mode: dice.pick(['send', 'send', 'send', 'lose']) },
  ]
  if (dice.chance(0.3)) acts.push({ act: 'trouble', trouble: dice.pick(troubles), times: dice.between(1, 3) })
  if (dice.chance(0.2)) acts.push({ act: 'trouble', trouble: 'hold', holdMs: dice.between(100, 1_500) })
  for (const act of acts) await provider.act(act)
  if (dice.chance(0.3)) await settleRefunds(provider)
}

/** The provider is well again: it pays back what is open, and tells once more of every payment, as it does for a day. */
export async function healProvider(provider: ProviderControl): Promise<void> {
  await provider.act({ act: 'refunds', mode: 'success' })
  await provider.act({ act: 'notices', mode: 'send' })
  await provider.act({ act: 'let go' })
  await settleRefunds(provider)
  const { trades } = await provider.books()
  for (const { outTradeNo, state } of trades)
    if (state === 'paid') await provider.act({ act: 'notify', outTradeNo })
}

/** The bank behind the provider has paid back what it had taken on. */
export async function settleRefunds(provider: ProviderControl): Promise<void> {
  const { refunds } = await provider.books()
  for (const { outRefundNo, state } of refunds)
    if (state === 'PROCESSING') await provider.act({ act: 'settle', outRefundNo, state: 'SUCCESS' })
}
