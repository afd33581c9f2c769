import type { Outcome } from '../../kernel/outcome.ts'
import type { PaymentProvider, RefundFacts, RefundRequest } from '../../payment/provider.ts'
import type { PaymentsInProcess } from '../test-support/payments-in-process.ts'
import { strikes } from './strikes.ts'
import { during } from './weather.ts'
import type { World } from './world.ts'

/** A provider's answer is waited for this long. */
const patienceMs = 10_000

/** The payment provider as one process of ours sees it: slow, silent, out of money, or with news of its own. */
export function createProvider(
  world: World,
  process: { alive: () => boolean; through: <T>(result: Promise<T>) => Promise<T> },
  payments: PaymentsInProcess = world.payments,
): PaymentProvider {
  const { dice, time } = world

  const call = <T>(act: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    if (!process.alive()) return new Promise(() => undefined)
    const silent: Outcome<T> = { kind: 'unknown', reason: 'timeout' }
    const answered = new Promise<Outcome<T>>(resolve => {
      const trouble = strikes(world, 'provider without an answer')
        ? dice.pick(['not sent', 'request lost', 'answer lost', 'late'])
        : undefined
      if (trouble === 'not sent') return resolve({ kind: 'not-sent', reason: 'ECONNREFUSED' })
      const thereMs = trouble === 'late' ? dice.between(1_000, 90_000) : dice.between(5, 400)
      if (trouble !== 'request lost')
        time.after(thereMs, () => {
          void act().then(outcome => {
            if (trouble !== 'answer lost') time.after(dice.between(5, 400), () => resolve(outcome))
          })
        })
      if (trouble !== undefined) time.after(patienceMs, () => resolve(silent))
    })
    return process.through(answered)
  }

  return {
    ...payments,
    create: request =>
      call(async () => {
        const created = await payments.create(request)
        if (created.kind === 'done' && strikes(world, 'callback before create returns'))
          payments.phonePays(request.outTradeNo)
        return created
      }),
    query: outTradeNo => call(() => payments.query(outTradeNo)),
    close: outTradeNo =>
      call(async () => {
        const trade = payments.trades.get(outTradeNo)
        if (trade?.state === 'UNPAID' && strikes(world, 'payment 1 ms before close'))
          payments.phonePays(outTradeNo)
        return payments.close(outTradeNo)
      }),
    refund: request => call(() => payBack(world, payments, request)),
    queryRefund: (outRefundNo, outTradeNo) => call(() => payments.queryRefund(outRefundNo, outTradeNo)),
  }
}

/** Accepted is not refunded: it may be closed again, or stick until a person sees to it. */
async function payBack(
  world: World,
  payments: PaymentsInProcess,
  request: RefundRequest,
): Promise<Outcome<RefundFacts>> {
  const { dice, time, weather, note } = world
  const { outRefundNo } = request
  if (during(weather.lowBalance, time.now())) {
    note('refund refused, low balance')
    return { kind: 'refused', code: 'NOT_ENOUGH', meaning: 'low balance' }
  }
  if (payments.refunds.has(outRefundNo)) return payments.refund(request)
  const closes = strikes(world, 'refund PROCESSING then CLOSED')
  const sticks = !closes && strikes(world, 'refund ABNORMAL')
  payments.refundState = closes || sticks || dice.chance(0.3) ? 'PROCESSING' : 'SUCCESS'
  const outcome = await payments.refund(request)
  if (outcome.kind !== 'done' || outcome.value !== 'PROCESSING') return outcome
  const becomes = (state: RefundFacts, minutes: number) =>
    time.after(minutes * 60_000, () => payments.finishRefund(outRefundNo, state))
  if (sticks) becomes('ABNORMAL', dice.between(1, 30))
  if (closes) becomes('CLOSED', dice.between(1, 60))
  else becomes('SUCCESS', dice.between(31, 300))
  return outcome
}
