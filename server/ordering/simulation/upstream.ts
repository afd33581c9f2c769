import { z } from 'zod'
import { SeatId } from '#contract/ids.ts'
import type { CloudInProcess, OrderCall } from '../test-support/cloud-in-process.ts'
import { cinemaId } from '../test-support/offer.ts'
import { inWords, lockData, orderData, type Said, ticketData } from './bodies.ts'
import type { Asked, World } from './world.ts'

const calls: ReadonlyMap<string, OrderCall> = new Map([
  ['ykse.partner.seat.lockSeats', 'lockSeats'],
  ['ykse.partner.seat.releaseSeats', 'releaseSeats'],
  ['ykse.partner.order.confirmOrder', 'confirmOrder'],
  ['ykse.partner.order.getOrderInfo', 'order'],
  ['ykse.partner.order.reverseOrder', 'reverseOrder'],
  ['ykse.partner.order.refundOrder', 'returnTickets'],
])
const Request = z.object({
  lockOrderId: z.string().optional(),
  orderId: z.string().optional(),
  outLockId: z.string().optional(),
  seatIdList: z.array(SeatId).optional(),
  mobile: z.string().optional(),
  ticketList: z.array(z.object({ seatId: SeatId })).optional(),
})

/** @throws Error when the engine asks for what no order needs */
export function readAsked(cloud: CloudInProcess, api: string, data: string): Asked {
  const call = calls.get(api)
  if (call === undefined) throw new Error(`The order engine asks nothing like ${api}.`)
  const { lockOrderId, orderId } = Request.parse(JSON.parse(data))
  const byOrder = () => [...cloud.orders.values()].find(order => order.cloudOrderId === orderId)?.lockId
  return { call, lockId: lockOrderId ?? byOrder() ?? '', data }
}

const show = { cinemaId, scheduleId: '18206', scheduleKey: 'KEY' }

/** What the cloud does at this instant, and says; undefined: nothing. */
export async function answerOf(world: World, asked: Asked, slow: boolean): Promise<Said | undefined> {
  const { cloud, time, note } = world
  const request = Request.parse(JSON.parse(asked.data))
  const { lockOrderId: lockId = '', orderId: cloudOrderId = '' } = request
  const moved = world.filmMovedTo !== undefined && time.now() >= world.filmMovedTo
  cloud.fault = () => (slow ? { kind: 'wait' } : undefined)
  switch (asked.call) {
    case 'lockSeats': {
      const { outLockId: lockRequestId = '', seatIdList: seatIds = [] } = request
      return inWords(await cloud.lockSeats(show, { lockRequestId, seatIds }), lockData)
    }
    case 'releaseSeats':
      return inWords(await cloud.releaseSeats({ cinemaId, lockId }), () => ({ lockOrderId: lockId }))
    case 'confirmOrder': {
      if (moved && !cloud.orders.has(lockId)) return { code: 'ORDER_TICKET_TIME_END' }
      const { mobile = '', ticketList = [] } = request
      const seatIds = ticketList.map(ticket => ticket.seatId)
      const payload = JSON.stringify({ lockId, mobile, seatIds, sent: asked.data })
      return inWords(await cloud.confirmOrder(payload), ticketData)
    }
    case 'order': {
      const outcome = await cloud.order({ cinemaId, lockId })
      if (outcome.kind === 'done' && outcome.value.status === 'wait_ticket')
        note('wait_ticket with a pickup code')
      return inWords(outcome, orderData)
    }
    case 'reverseOrder': {
      if (moved) return { code: 'REVERSE_TICKET_FAILED' }
      const outcome = await cloud.reverseOrder({ cinemaId, cloudOrderId })
      if (outcome.kind === 'refused' && outcome.code === 'REVERSE_TICKET_NO_TIME_YET')
        note('NO_TIME_YET to minute 15')
      return inWords(outcome, () => ({ cinemaLinkId: cinemaId, orderId: cloudOrderId }))
    }
    case 'returnTickets':
      return inWords(await cloud.returnTickets({ cinemaId, cloudOrderId }), () => ({ orderId: cloudOrderId }))
  }
}
