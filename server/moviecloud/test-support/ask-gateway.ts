import { CinemaId, SeatId, SectionId } from '#contract/ids.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { createMovieCloud } from '../gateway.ts'
import type { ConfirmGoods, ConfirmRequest, ConfirmTicket, MovieCloud } from '../gateway-types.ts'
import { always, envelope } from './answering-server.ts'
import { cloudThat } from './cloud-that.ts'

/* An order of two seats, two buckets of popcorn and a cola: what is asked for it, and what a cloud may answer. */

export const cinemaId = CinemaId.parse('681')
export const sectionId = SectionId.parse('01')
export const seatIds = [SeatId.parse('01-A-05'), SeatId.parse('01-A-06')]
export const seats = seatIds.map(seatId => ({ seatId }))
export const show = { cinemaId, scheduleId: '7', scheduleKey: 'KEY' }
export const cards = { cardKey: 'a-card-key', iv: () => 'YKSE1234YKSE1234' }

type ConfirmOfTickets = Extract<ConfirmRequest, { lockId: string }>
export const tickets: ConfirmTicket[] = seatIds.map(seatId => ({ seatId, ticketFen: 4500, feeFen: 200 }))
export const popcorn: ConfirmGoods = { goodsId: '1728', count: 2, unitFen: 1800, isPackage: false }
export const cola: ConfirmGoods = { goodsId: '1174', count: 1, unitFen: 1200, isPackage: false }
export const ofLock = { show, lockId: 'L1', mobile: '13800138000' }
export const ofTickets: ConfirmOfTickets = { ...ofLock, kind: 'ticket', tickets, goods: [] }
export const ofBoth: ConfirmOfTickets = { ...ofLock, kind: 'mixed', tickets, goods: [popcorn, cola] }
export const ofGoods: Extract<ConfirmRequest, { kind: 'goods' }> = {
  kind: 'goods',
  cinemaId,
  goodsOrderNo: 'G1',
  mobile: '13800138000',
  goods: [popcorn, cola],
}

export const confirmed = { orderId: 'C1', confirmationId: 'P1', tickets: seats }
export const goodsLines = [
  { goodsId: 1728, count: 2 },
  { goodsId: '1174', count: '1' },
]
export const mixed = { ...confirmed, goodsOrder: { pickUpCode: '5251', goods: goodsLines } }
export const ordered = {
  goodsOrderId: 'C1',
  pickUpCode: '1484',
  orderStatus: 'goods success',
  goodsList: goodsLines,
}

export type AskCloud = (cloud: MovieCloud) => Promise<Outcome<unknown>>

/** What the gateway makes of an answer with this `data`; a list stands where lists do. */
export async function ask<T>(
  data: unknown,
  call: (cloud: MovieCloud) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { client } = await cloudThat(always(envelope(Array.isArray(data) ? { dataList: data } : { data })))
  return call(createMovieCloud(client, cards))
}

/** The outcome of an answer to another question. */
export const unproven = {
  kind: 'unknown',
  reason: 'the answer is not, or not wholly, about what was asked',
}
