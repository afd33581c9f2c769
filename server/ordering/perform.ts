import type { OrderRecord, ProviderName } from '../journal/record.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { CloudLock, CloudOrder, MovieCloud, WholeOrder } from '../moviecloud/gateway-types.ts'
import type { PaymentFacts, PaymentProvider } from '../payment/provider.ts'
import type { Effect } from './core/action.ts'
import { readConfirm, readGiveBack, readLock, readOrder, readRefund, readReverse } from './core/answers.ts'
import type { Evidence } from './core/evidence.ts'
import { showOf } from './core/states.ts'

export interface Counterparts {
  cloud: Pick<
    MovieCloud,
    'lockSeats' | 'releaseSeats' | 'confirm' | 'order' | 'goodsOrder' | 'reverse' | 'giveBack'
  >
  payments: Providers
}

/** Who collects money, by name. An order of a provider that is no longer here stays open until it is back. */
export type Providers = Partial<Record<ProviderName, PaymentProvider>>

/**
 * Sends one effect and tells what was learnt. It never throws: whatever goes wrong in between is an answer that
 * is not known.
 *
 * @param at when it is sent, epoch ms
 */
export async function perform(
  parts: Counterparts,
  order: OrderRecord,
  effect: Effect,
  at: number,
): Promise<Evidence> {
  const { cloud, payments } = parts
  const { cinemaId } = order.ref
  switch (effect.kind) {
    case 'lock':
      return { kind: 'lock', answer: readLock(order, await settled(() => lockSeats(cloud, order))) }
    case 'release': {
      const outcome = await settled(() => cloud.releaseSeats({ cinemaId, lockId: effect.lockId }))
      return { kind: 'release', released: outcome.kind === 'done' }
    }
    case 'confirm': {
      const outcome = await settled(() => cloud.confirm(effect.payload))
      return { kind: 'confirm', answer: readConfirm(order, outcome) }
    }
    case 'ask order': {
      const outcome = await settled(() => askOrder(cloud, order, effect.lockId))
      return { kind: 'order', answer: readOrder(order, outcome), askedAt: at }
    }
    case 'reverse':
      return readReverse(await settled(() => cloud.reverse(whole(order, effect))))
    case 'give back':
      return readGiveBack(await settled(() => cloud.giveBack(whole(order, effect))))
    case 'create payment':
      return createPayment(payments, order, effect.outTradeNo)
    case 'ask payment':
      return askPayment(payments, order, effect.outTradeNo)
    case 'close payment': {
      const { outTradeNo } = effect
      const outcome = await settled(async () => providerOf(payments, order, outTradeNo).close(outTradeNo))
      const closed = outcome.kind === 'done' && outcome.value === 'CLOSED'
      // Anything but a proof of close may mean that it was paid: the provider is asked for the facts.
      return closed
        ? { kind: 'payment', outTradeNo, facts: { status: 'CLOSED' } }
        : askPayment(payments, order, outTradeNo)
    }
    case 'refund': {
      const refund = order.refunds.find(one => one.outRefundNo === effect.outRefundNo)
      const { outRefundNo } = effect
      if (refund === undefined) return { kind: 'refund', outRefundNo, answer: 'UNCLEAR', asked: false }
      const { outTradeNo, amountFen } = refund
      const request = { outTradeNo, outRefundNo, amountFen, totalFen: amountFen }
      const outcome = await settled(async () => providerOf(payments, order, outTradeNo).refund(request))
      const answer = readRefund(outcome)
      return { kind: 'refund', outRefundNo, answer, asked: false }
    }
    case 'ask refund': {
      const { outRefundNo } = effect
      const outTradeNo = order.refunds.find(one => one.outRefundNo === outRefundNo)?.outTradeNo ?? ''
      const outcome = await settled(async () =>
        providerOf(payments, order, outTradeNo).queryRefund(outRefundNo, outTradeNo),
      )
      const answer = readRefund(outcome)
      return { kind: 'refund', outRefundNo, answer, asked: true }
    }
  }
}

/** What is known of an effect that was not answered in time. */
export function noAnswer(effect: Effect, at: number): Evidence {
  const code = 'no answer in time'
  switch (effect.kind) {
    case 'lock':
      return { kind: 'lock', answer: { is: 'unknown', code } }
    case 'release':
      return { kind: 'release', released: false }
    case 'confirm':
      return { kind: 'confirm', answer: { is: 'UNKNOWN', code } }
    case 'ask order':
      return { kind: 'order', answer: { is: 'unclear', code }, askedAt: at }
    case 'reverse':
      return { kind: 'reverse', answer: 'unclear' }
    case 'give back':
      return { kind: 'give back', answer: 'unclear', code }
    case 'create payment':
      return { kind: 'created', outTradeNo: effect.outTradeNo, answer: { is: 'unclear' } }
    case 'ask payment':
    case 'close payment':
      return { kind: 'payment', outTradeNo: effect.outTradeNo, facts: 'UNCLEAR' }
    case 'refund':
    case 'ask refund':
      return {
        kind: 'refund',
        outRefundNo: effect.outRefundNo,
        answer: 'UNCLEAR',
        asked: effect.kind === 'ask refund',
      }
  }
}

async function lockSeats(cloud: Counterparts['cloud'], order: OrderRecord): Promise<Outcome<CloudLock>> {
  const { ref, lockRequestId } = order
  if (!('scheduleId' in ref)) throw new Error('There is nothing to lock in an order of goods.')
  return cloud.lockSeats(ref, { lockRequestId, seatIds: order.quote.lines.map(line => line.seatId) })
}

/**
 * What the cloud says of an order, whatever its kind; call it when `isAskable`: goods alone are asked for by the cloud's
 * own number.
 */
export async function askOrder(
  cloud: Pick<MovieCloud, 'order' | 'goodsOrder'>,
  order: OrderRecord,
  lockId: string,
): Promise<Outcome<CloudOrder>> {
  const { cinemaId } = order.ref
  return order.kind === 'goods'
    ? cloud.goodsOrder({ cinemaId, cloudOrderId: order.upstream.cloudOrderId ?? '' })
    : cloud.order({ cinemaId, lockId })
}

const whole = (order: OrderRecord, { cloudOrderId }: { cloudOrderId: string }): WholeOrder => ({
  cinemaId: order.ref.cinemaId,
  kind: order.kind,
  cloudOrderId,
})

/** @throws Error when the payment's provider is not configured; what became of it is not known then */
function providerOf(payments: Providers, order: OrderRecord, outTradeNo: string): PaymentProvider {
  const name = order.payments.find(payment => payment.outTradeNo === outTradeNo)?.provider
  const provider = name && payments[name]
  if (provider === undefined) throw new Error(`no provider ${name} here`)
  return provider
}

async function createPayment(payments: Providers, order: OrderRecord, outTradeNo: string): Promise<Evidence> {
  const payment = order.payments.find(one => one.outTradeNo === outTradeNo)
  if (payment === undefined) return { kind: 'created', outTradeNo, answer: { is: 'unclear' } }
  const outcome = await settled(async () =>
    providerOf(payments, order, outTradeNo).create({
      outTradeNo,
      amountFen: payment.amountFen,
      expireAt: payment.expiresAt,
      merchant: order.show.cinemaName,
      subject: showOf(order)?.filmName ?? order.quote.goods[0]?.name ?? order.show.cinemaName,
    }),
  )
  if (outcome.kind === 'done')
    return { kind: 'created', outTradeNo, answer: { is: 'open', ...outcome.value } }
  return { kind: 'created', outTradeNo, answer: { is: outcome.kind === 'refused' ? 'refused' : 'unclear' } }
}

async function askPayment(payments: Providers, order: OrderRecord, outTradeNo: string): Promise<Evidence> {
  const outcome: Outcome<PaymentFacts> = await settled(async () =>
    providerOf(payments, order, outTradeNo).query(outTradeNo),
  )
  return { kind: 'payment', outTradeNo, facts: outcome.kind === 'done' ? outcome.value : 'UNCLEAR' }
}

/** A counterpart that throws has a bug; what became of the call is then as unknown as after a reset. */
async function settled<T>(call: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await call()
  } catch (error) {
    return { kind: 'unknown', reason: error instanceof Error ? error.name : 'threw' }
  }
}
