import { z } from 'zod'
import { call, dataOf } from '../../server/sandbox/test-client.ts'
import { cinemaLinkId, mobile } from '../../server/sandbox/test-sale.ts'
import { type Account, signedRequest } from './client.ts'

const Shows = z.array(
  z.looseObject({
    scheduleId: z.string(),
    scheduleKey: z.string(),
    hallId: z.string(),
    settlePrice: z.string().optional(),
    ticketfee: z.string().optional(),
    areaSettlePrices: z.array(z.unknown()).optional(),
  }),
)
const Plan = z.object({
  seatPlanList: z.array(
    z.object({
      sections: z.array(
        z.object({
          sectionId: z.string(),
          seats: z.array(z.object({ seatId: z.string(), type: z.string(), damage: z.string() })),
        }),
      ),
    }),
  ),
})
const Sold = z.object({
  sectionList: z.array(z.object({ seats: z.array(z.object({ seatId: z.string() })) })),
})
const Locked = z.object({ data: z.object({ data: z.object({ lockOrderId: z.string() }) }) })

/** A free seat that can be bought at its show's settle price. */
interface Place {
  key: { cinemaLinkId: string; scheduleId: string; scheduleKey: string }
  hallId: string
  seatId: string
  ticketPrice: string
  ticketFee: string
}

/** Where to buy, and the requests that do. Its seats are many, and each is handed out once. */
export async function openStock(account: Account, now: number, days: readonly string[]) {
  const ask = (api: string, data: object) => call(account, api, data, { timestamp: now })
  const places: Place[] = []
  for (const day of days) {
    const answer = await ask('schedule.getSchedules', { cinemaLinkId, startDate: day, endDate: day })
    for (const show of dataOf(answer, Shows)) {
      const { scheduleId, scheduleKey, hallId, settlePrice, ticketfee = '0.00' } = show
      if (settlePrice === undefined || show.areaSettlePrices) continue
      const key = { cinemaLinkId, scheduleId, scheduleKey }
      const plan = dataOf(await ask('seat.getSeats', { cinemaLinkId, hallId }), Plan)
      const [section] = plan.seatPlanList[0]?.sections ?? []
      if (!section) continue
      const sold = dataOf(
        await ask('seat.getScheduleSoldSeats', { ...key, sectionId: section.sectionId }),
        Sold,
      )
      const gone = new Set(sold.sectionList.flatMap(({ seats }) => seats.map(({ seatId }) => seatId)))
      for (const { seatId, type, damage } of section.seats)
        if (type === 'N' && damage === 'N' && !gone.has(seatId))
          places.push({ key, hallId, seatId, ticketPrice: settlePrice, ticketFee: ticketfee })
    }
  }
  // Neighbours go to different buyers, as they would.
  const shuffled = places.map((place, nth) => ({ place, at: (nth * 7919) % places.length }))
  const order = shuffled.sort((a, b) => a.at - b.at).map(({ place }) => place)
  let next = 0
  let serial = 0

  return {
    count: order.length,
    /** The next seat that nobody was given. @throws Error when there are no more */
    take(): Place {
      const place = order[next++]
      if (!place) throw new Error('every seat is sold')
      return place
    },
    lock: ({ key, seatId }: Place): Buffer =>
      signedRequest(account, now, 'seat.lockSeats', {
        ...key,
        outLockId: `B${++serial}`,
        seatIdList: [seatId],
      }),
    release: (lockOrderId: string): Buffer =>
      signedRequest(account, now, 'seat.releaseSeats', { cinemaLinkId, lockOrderId }),
    confirm: ({ key, seatId, ticketPrice, ticketFee }: Place, lockOrderId: string): Buffer =>
      signedRequest(account, now, 'order.confirmOrder', {
        ...key,
        lockOrderId,
        mobile,
        ticketList: [{ seatId, ticketPrice, ticketFee }],
      }),
  }
}
export type Stock = Awaited<ReturnType<typeof openStock>>

/** The number of the lock that was granted. */
export const lockIn = (answer: string): string => Locked.parse(JSON.parse(answer)).data.data.lockOrderId
