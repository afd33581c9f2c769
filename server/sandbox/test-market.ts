import { z } from 'zod'
import type { Market } from './test-buyer.ts'
import { type Answer, call, dataOf } from './test-client.ts'
import type { SandboxCommand } from './test-sandbox-command.ts'

const Shows = z.array(
  z.looseObject({
    scheduleId: z.string(),
    scheduleKey: z.string(),
    hallId: z.string(),
    settlePrice: z.string().optional(),
    ticketfee: z.string(),
  }),
)
const Seat = z.looseObject({
  seatId: z.string(),
  x: z.int(),
  y: z.int(),
  type: z.string(),
  damage: z.string(),
})
const Plans = z.looseObject({
  seatPlanList: z.array(
    z.looseObject({
      sections: z.array(z.looseObject({ sectionId: z.string(), seats: z.array(Seat) })),
    }),
  ),
})
const Sold = z.looseObject({
  sectionList: z.array(z.looseObject({ seats: z.array(z.looseObject({ seatId: z.string() })) })),
})

const cinemaLinkId = '681'
/** One plan, no areas, no couple seats: every seat can be had by itself, at one price. */
const hallId = '1'
const dayMs = 86_400_000

type Reach = Pick<SandboxCommand, 'url' | 'channel' | 'secret'>

const ask = (reach: Reach, api: string, data: object, aheadMs = 0): Promise<Answer> =>
  call({ ...reach, cardKey: '', close: async () => undefined }, api, data, {
    timestamp: Date.now() + aheadMs,
  })

/** The last show with a settle price that a hall plays two days from now, with its seats from the middle outwards. */
export async function openMarket(reach: Reach): Promise<Market> {
  const day = new Date(Date.now() + 2 * dayMs).toISOString().slice(0, 10)
  const listed = await ask(reach, 'schedule.getSchedules', { cinemaLinkId, startDate: day, endDate: day })
  const show = dataOf(listed, Shows).findLast(one => one.hallId === hallId && one.settlePrice !== undefined)
  if (!show) throw new Error('the hall plays nothing')
  const { scheduleId, scheduleKey, settlePrice = '', ticketfee } = show
  const { seatPlanList } = dataOf(await ask(reach, 'seat.getSeats', { cinemaLinkId, hallId }), Plans)
  const sections = seatPlanList.at(-1)?.sections ?? []
  const { url, channel, secret } = reach
  const market = {
    url,
    channel,
    secret,
    key: { cinemaLinkId, scheduleId, scheduleKey },
    sectionIds: sections.map(section => section.sectionId),
    seatIds: [],
    ticketPrice: settlePrice,
    ticketFee: ticketfee,
  }
  const gone = await soldSeatIds(market)
  const seats = sections.flatMap(section => section.seats)
  const middle = Math.max(...seats.map(seat => seat.x)) / 2
  const seatIds = seats
    .filter(seat => seat.type !== 'H' && seat.damage === 'N' && !gone.has(seat.seatId))
    .sort((a, b) => Math.hypot(a.x - middle, a.y) - Math.hypot(b.x - middle, b.y))
    .map(seat => seat.seatId)
  return { ...market, seatIds }
}

/** What nobody can buy any more. */
export async function soldSeatIds(market: Market): Promise<Set<string>> {
  const seatIds = new Set<string>()
  const response = await fetch(`${market.url}/control/state`)
  const { aheadMs } = z.looseObject({ aheadMs: z.int() }).parse(await response.json())
  for (const sectionId of market.sectionIds) {
    const answer = await ask(market, 'seat.getScheduleSoldSeats', { ...market.key, sectionId }, aheadMs)
    for (const section of dataOf(answer, Sold).sectionList)
      for (const { seatId } of section.seats) seatIds.add(seatId)
  }
  return seatIds
}
