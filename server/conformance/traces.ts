import { z } from 'zod'
import type { LoggedCall } from './caller.ts'
import { Text } from './reading.ts'

/** Something that a run has made and that is still there. */
export type Trace =
  | { kind: 'lock'; cinemaLinkId: string; lockOrderId: string }
  /** Its answer was lost: nobody knows the number that would release it. */
  | { kind: 'lost-lock'; outLockId: string }
  | { kind: 'order'; mixed: boolean; cinemaLinkId: string; lockOrderId: string; orderId: string | undefined }
  | { kind: 'goods-order'; cinemaLinkId: string; goodsOrderId: string }
  | { kind: 'lost-goods-order'; thirdOrderId: string }
  | { kind: 'member-card'; cardNumber: string }
  | { kind: 'benefit-card'; cardNumber: string }

const optional = Text.optional().catch(undefined)
const Fields = z.object({
  cinemaLinkId: optional,
  lockOrderId: optional,
  outLockId: optional,
  orderId: optional,
  goodsOrderId: optional,
  thirdOrderId: optional,
  cardNumber: optional,
  benefitCardNumber: optional,
})
type Fields = z.output<typeof Fields>
const fieldsOf = (value: unknown): Partial<Fields> => Fields.safeParse(value).data ?? {}

/** A call as far as it leaves something behind or takes it away. */
interface Told {
  api: string
  asked: Partial<Fields>
  answered: Partial<Fields>
  outcome: 'done' | 'waiting' | 'lost'
}

/** What the calls of a run have left in the cloud, read from nothing but the calls and their answers. */
export function tracesOf(log: readonly LoggedCall[]): Trace[] {
  const traces = new Map<string, Trace>()
  for (const { api, data, answer } of log) {
    const waiting = answer?.code === 'ORDER_PROCESSING'
    const known = waiting ? 'waiting' : 'refused'
    const outcome = answer === undefined ? 'lost' : answer.ok ? 'done' : known
    if (outcome === 'refused') continue
    followers[api]?.({ asked: fieldsOf(data), answered: fieldsOf(answer?.payload), outcome, api }, traces)
  }
  return [...traces.values()]
}

type Follow = (told: Told, traces: Map<string, Trace>) => void

/** What each interface leaves or takes away; the others do neither. */
const followers: Readonly<Record<string, Follow>> = {
  'seat.lockSeats': followLock,
  'seat.releaseSeats': ({ asked, outcome }, traces) => {
    if (outcome === 'done') traces.delete(`lock ${asked.lockOrderId}`)
  },
  'order.confirmOrder': followConfirm,
  'order.confirmOrderForMultiPay': followConfirm,
  'order.confirmMixOrder': followConfirm,
  'order.confirmMixOrderForMultiPay': followConfirm,
  'order.refundOrder': followRefund,
  'order.refundMixOrder': followRefund,
  'order.reverseOrder': followRefund,
  'order.reverseMixOrder': followRefund,
  'order.confirmGoodsOrder': followGoods,
  'order.confirmGoodsOrderForMultiPay': followGoods,
  'order.refundGoodsOrder': ({ asked, outcome }, traces) => {
    if (outcome !== 'lost') traces.delete(`goods ${asked.cinemaLinkId} ${asked.goodsOrderId}`)
  },
  'card.registerCard': ({ answered: { cardNumber } }, traces) => {
    if (cardNumber !== undefined) traces.set(`member card ${cardNumber}`, { kind: 'member-card', cardNumber })
  },
  'benefitCard.registerBenefitCard': ({ answered: { benefitCardNumber: cardNumber } }, traces) => {
    if (cardNumber !== undefined)
      traces.set(`benefit card ${cardNumber}`, { kind: 'benefit-card', cardNumber })
  },
}

function followLock({ asked, answered, outcome }: Told, traces: Map<string, Trace>): void {
  const { cinemaLinkId = '', outLockId = '' } = asked
  const { lockOrderId } = answered
  if (outcome === 'lost') traces.set(`lost ${outLockId}`, { kind: 'lost-lock', outLockId })
  else if (lockOrderId !== undefined)
    traces.set(`lock ${lockOrderId}`, { kind: 'lock', cinemaLinkId, lockOrderId })
}

function followConfirm({ api, asked, answered }: Told, traces: Map<string, Trace>): void {
  const { cinemaLinkId = '', lockOrderId = '' } = asked
  const before = traces.get(`order ${lockOrderId}`)
  const orderId = answered.orderId ?? (before?.kind === 'order' ? before.orderId : undefined)
  traces.delete(`lock ${lockOrderId}`)
  const mixed = api.includes('Mix')
  traces.set(`order ${lockOrderId}`, { kind: 'order', mixed, cinemaLinkId, lockOrderId, orderId })
}

function followGoods({ asked, answered, outcome }: Told, traces: Map<string, Trace>): void {
  const { cinemaLinkId = '', thirdOrderId = '' } = asked
  const { goodsOrderId } = answered
  if (goodsOrderId !== undefined) {
    traces.delete(`lost goods ${thirdOrderId}`)
    traces.set(`goods ${cinemaLinkId} ${goodsOrderId}`, { kind: 'goods-order', cinemaLinkId, goodsOrderId })
  } else if (outcome === 'lost')
    traces.set(`lost goods ${thirdOrderId}`, { kind: 'lost-goods-order', thirdOrderId })
}

function followRefund({ asked, outcome }: Told, traces: Map<string, Trace>): void {
  if (outcome === 'lost') return
  for (const [name, trace] of traces)
    if (trace.kind === 'order' && trace.orderId === asked.orderId) traces.delete(name)
}
