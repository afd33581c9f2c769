import { z } from 'zod'
import { SeatId } from '#contract/ids.ts'
import type { OrderKind } from '#contract/order.ts'
import type { CloudInProcess, OrderCall } from '../test-support/cloud-in-process.ts'
import { cinemaId } from '../test-support/offer.ts'
import { goodsData, goodsOrderData, inWords, lockData, orderData, type Said, ticketData } from './bodies.ts'
import type { Asked, World } from './world.ts'

const calls: ReadonlyMap<string, readonly [OrderCall, OrderKind]> = new Map([
  ['ykse.partner.seat.lockSeats', ['lockSeats', 'ticket']],
  ['ykse.partner.seat.releaseSeats', ['releaseSeats', 'ticket']],
  ['ykse.partner.order.confirmOrder', ['confirm', 'ticket']],
  ['ykse.partner.order.confirmOrderForMultiPay', ['confirm', 'ticket']],
  ['ykse.partner.order.confirmMixOrder', ['confirm', 'mixed']],
  ['ykse.partner.order.confirmMixOrderForMultiPay', ['confirm', 'mixed']],
  ['ykse.partner.order.confirmGoodsOrder', ['confirm', 'goods']],
  ['ykse.partner.order.confirmGoodsOrderForMultiPay', ['confirm', 'goods']],
  ['ykse.partner.order.getOrderInfo', ['order', 'ticket']],
  ['ykse.partner.order.getGoodsOrderInfo', ['goodsOrder', 'goods']],
  ['ykse.partner.order.reverseOrder', ['reverse', 'ticket']],
  ['ykse.partner.order.reverseMixOrder', ['reverse', 'mixed']],
  ['ykse.partner.order.refundOrder', ['giveBack', 'ticket']],
  ['ykse.partner.order.refundMixOrder', ['giveBack', 'mixed']],
  // No guest gives goods back here: this is how those that nobody holds yet are undone (6.5).
  ['ykse.partner.order.refundGoodsOrder', ['reverse', 'goods']],
])
const CardPayment = z.object({
  paymentMethod: z.string(),
  payAmount: z.string().optional(),
  payCardInfo: z.object({ payAmount: z.string().optional() }).optional(),
})
const Line = z.object({ paymentList: z.array(CardPayment).optional() })
const Request = z.object({
  lockOrderId: z.string().optional(),
  thirdOrderId: z.string().optional(),
  orderId: z.string().optional(),
  goodsOrderId: z.string().optional(),
  outLockId: z.string().optional(),
  seatIdList: z.array(SeatId).optional(),
  mobile: z.string().optional(),
  ticketList: z.array(Line.extend({ seatId: SeatId })).optional(),
  goodsList: z.array(Line).optional(),
  paymentList: z.array(CardPayment).optional(),
})

/** @throws Error when the engine asks for what no order needs */
export function readAsked(cloud: CloudInProcess, api: string, data: string): Asked {
  const [call, kind] = calls.get(api) ?? []
  if (call === undefined || kind === undefined) throw new Error(`The order engine asks nothing like ${api}.`)
  const { lockOrderId, thirdOrderId, orderId, goodsOrderId } = Request.parse(JSON.parse(data))
  const known = [...cloud.orders.values()].find(order => order.cloudOrderId === (orderId ?? goodsOrderId))
  return { call, kind, lockId: lockOrderId ?? thirdOrderId ?? known?.lockId ?? '', data }
}

const show = { cinemaId, scheduleId: '18206', scheduleKey: 'KEY' }

/** A call of tickets about goods or the other way round, and a question that names no order: the cloud knows neither. */
function auditAsked({ cloud, audit }: World, { call, kind, lockId }: Asked): void {
  const known = cloud.orders.get(lockId)
  const ofItsKind = call === 'confirm' || call === 'reverse' || call === 'giveBack'
  if (ofItsKind && known !== undefined && known.kind !== kind)
    audit.found.add(`${call} for an order of another kind`)
  if ((call === 'order' || call === 'goodsOrder') && lockId === '')
    audit.found.add('the cloud is asked about no order')
}

/** What the cloud does at this instant, and says; undefined: nothing. */
export async function answerOf(world: World, asked: Asked, slow: boolean): Promise<Said | undefined> {
  const { cloud, time, note } = world
  const request = Request.parse(JSON.parse(asked.data))
  const { kind, lockId } = asked
  auditAsked(world, asked)
  const cloudOrderId = request.orderId ?? request.goodsOrderId ?? ''
  const moved = kind !== 'goods' && world.filmMovedTo !== undefined && time.now() >= world.filmMovedTo
  cloud.fault = () => (slow ? { kind: 'wait' } : undefined)
  switch (asked.call) {
    case 'lockSeats': {
      const { outLockId: lockRequestId = '', seatIdList: seatIds = [] } = request
      return inWords(await cloud.lockSeats(show, { lockRequestId, seatIds }), lockData)
    }
    case 'releaseSeats':
      return inWords(await cloud.releaseSeats({ cinemaId, lockId }), () => ({ lockOrderId: lockId }))
    case 'confirm': {
      if (moved && !cloud.orders.has(lockId)) return { code: 'ORDER_TICKET_TIME_END' }
      const { mobile = '', ticketList = [] } = request
      const seatIds = ticketList.map(ticket => ticket.seatId)
      const cardFen = cardFenOf(request)
      const payload = JSON.stringify({ kind, lockId, mobile, seatIds, cardFen, sent: asked.data })
      return inWords(await cloud.confirm(payload), kind === 'goods' ? goodsData : ticketData)
    }
    case 'order': {
      const outcome = await cloud.order({ cinemaId, lockId })
      if (outcome.kind === 'done' && outcome.value.status === 'wait_ticket')
        note('wait_ticket with a pickup code')
      return inWords(outcome, orderData)
    }
    case 'goodsOrder':
      return inWords(await cloud.goodsOrder({ cinemaId, cloudOrderId }), goodsOrderData)
    case 'reverse': {
      if (moved) return { code: 'REVERSE_TICKET_FAILED' }
      const outcome = await cloud.reverse({ cinemaId, kind, cloudOrderId })
      if (outcome.kind === 'refused' && outcome.code === 'REVERSE_TICKET_NO_TIME_YET')
        note('NO_TIME_YET to minute 15')
      const number = kind === 'goods' ? { goodsOrderId: cloudOrderId } : { orderId: cloudOrderId }
      return inWords(outcome, () => ({ cinemaLinkId: cinemaId, ...number }))
    }
    case 'giveBack':
      return inWords(await cloud.giveBack({ cinemaId, kind, cloudOrderId }), () => ({
        orderId: cloudOrderId,
      }))
  }
}

/** What a confirm has the cloud take from cards: all that stands on its lines, or on the order as a whole. */
function cardFenOf({ ticketList = [], goodsList = [], paymentList = [] }: z.infer<typeof Request>): number {
  return [...ticketList, ...goodsList, { paymentList }]
    .flatMap(line => line.paymentList ?? [])
    .filter(payment => payment.paymentMethod === 'MemberCard')
    .map(payment => payment.payAmount ?? payment.payCardInfo?.payAmount ?? '0')
    .reduce((sum, yuan) => sum + Math.round(Number(yuan) * 100), 0)
}
