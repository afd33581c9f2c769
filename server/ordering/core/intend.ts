import type { Confirm, OrderRecord, Reverse } from '../../journal/record.ts'
import type { Effect } from './action.ts'
import { changePayment, changeRefund, refundStates } from './states.ts'

/** The order as it is written down before `effect` is sent. Questions leave it as it is. */
export function intend(order: OrderRecord, effect: Effect, at: number): OrderRecord {
  switch (effect.kind) {
    case 'lock':
      return { ...order, state: 'LOCKING', lock: { kind: 'sent', at } }
    case 'release':
      return order.lock.kind === 'held'
        ? { ...order, lock: { ...order.lock, releaseTries: order.lock.releaseTries + 1, releaseAt: at } }
        : order
    case 'create payment':
      return changePayment(order, effect.outTradeNo, payment => ({
        ...payment,
        createTries: payment.createTries + 1,
        createAt: at,
      }))
    case 'close payment':
      return changePayment(order, effect.outTradeNo, payment => ({
        ...payment,
        closeTries: payment.closeTries + 1,
        closeAt: at,
      }))
    case 'confirm':
      return { ...order, confirm: oneMoreConfirm(order.confirm, effect.payload, at) }
    case 'reverse': {
      const state = refundStates.includes(order.state) ? order.state : 'REVERSING'
      return { ...order, state, reverse: oneMoreReversal(order.reverse, at) }
    }
    case 'give back':
      return order.giveBack.kind === 'asked'
        ? {
            ...order,
            giveBack: { ...order.giveBack, count: order.giveBack.count + 1, lastAt: at, answer: 'none' },
          }
        : order
    case 'refund':
      return changeRefund(order, effect.outRefundNo, refund => ({
        ...refund,
        state: 'SENT',
        tries: refund.tries + 1,
        lastAt: at,
      }))
    case 'ask payment':
    case 'ask order':
    case 'ask refund':
      return order
  }
}

function oneMoreConfirm(confirm: Confirm, payload: string, at: number): Confirm {
  if (confirm.kind === 'sent') return { ...confirm, count: confirm.count + 1, lastAt: at }
  return {
    kind: 'sent',
    payload,
    firstAt: at,
    lastAt: at,
    count: 1,
    notProcessed: 0,
    negatives: 0,
    lastCode: undefined,
  }
}

function oneMoreReversal(reverse: Reverse, at: number): Reverse {
  const before = reverse.kind === 'sent' ? reverse : { firstAt: at, count: 0, everDone: false }
  return {
    kind: 'sent',
    firstAt: before.firstAt,
    lastAt: at,
    count: before.count + 1,
    answer: 'outstanding',
    answeredAt: undefined,
    everDone: before.everDone,
  }
}
