import { z } from 'zod'
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts'
import { type Answer, bizCodeOf, type CallOptions, call, dataOf } from './test-client.ts'

const ListedShow = z.looseObject({
  scheduleId: z.string(),
  scheduleKey: z.string(),
  hallId: z.string(),
  showDateTime: z.string(),
  stopSellingTime: z.string(),
  saleStatus: z.string(),
  lowestPrice: z.string(),
  settlePrice: z.string().optional(),
  ticketfee: z.string().optional(),
  feeType: z.string(),
  areaSettlePrices: z.array(z.object({ name: z.string(), settlePrice: z.string() })).optional(),
})
export type ListedShow = z.infer<typeof ListedShow> & { cinemaLinkId: string }

const PlannedSeat = z.object({
  seatId: z.string(),
  rowId: z.string(),
  columnId: z.string(),
  x: z.int(),
  y: z.int(),
  type: z.string(),
  damage: z.string(),
})
export type PlannedSeat = z.infer<typeof PlannedSeat> & { sectionId: string }
const Plans = z.object({
  seatPlanList: z.array(
    z.object({
      effectiveDate: z.string(),
      sections: z.array(z.object({ sectionId: z.string(), seats: z.array(PlannedSeat) })),
    }),
  ),
})
const Sold = z.object({
  sectionList: z.array(z.object({ seats: z.array(z.object({ seatId: z.string() })) })),
})
const Lock = z.object({ lockOrderId: z.string(), outLockId: z.string(), seats: z.array(z.unknown()) })
export const Confirmed = z.strictObject({
  orderId: z.string(),
  bookingId: z.string(),
  confirmationId: z.string(),
  tickets: z.array(
    z.strictObject({
      ticketNo: z.string(),
      seatId: z.string(),
      seatCode: z.string(),
      sectionId: z.string(),
      rowId: z.string(),
      columnId: z.string(),
      serviceFee: z.string(),
    }),
  ),
})

/** A Monday evening; the shows of the next days are all still to come. */
export const evening = Date.parse('2026-11-23T20:00:00+08:00')
export const tomorrow = '2026-11-24'

let lockCount = 0

export type TestCloud = Awaited<ReturnType<typeof startTestCloud>>

/** A sandbox with a clock that the test turns, and a guest who knows the way. */
export async function startTestCloud(options: SandboxOptions = {}) {
  const clock = { time: evening, now: () => clock.time }
  // Its clock stands still: a cinema that was asked often would never have had its rest.
  const sandbox: Sandbox = await startSandbox({ clock, limits: 'none', ...options })

  // How far the sandbox's clock was moved ahead of the test's.
  let aheadMs = 0
  const now = () => clock.now() + aheadMs
  const ask = (api: string, data: unknown, callOptions: CallOptions = {}): Promise<Answer> =>
    call(sandbox, api, data, { timestamp: now(), ...callOptions })
  const code = async (api: string, data: unknown, callOptions?: CallOptions) =>
    bizCodeOf(await ask(api, data, callOptions))

  async function shows(cinemaLinkId: string, day = tomorrow): Promise<ListedShow[]> {
    const answer = await ask('schedule.getSchedules', { cinemaLinkId, startDate: day, endDate: day })
    return dataOf(answer, z.array(ListedShow)).map(show => ({ ...show, cinemaLinkId }))
  }
  /** The plan in force, section by section, in the order of the rows. */
  async function seats(show: ListedShow): Promise<PlannedSeat[]> {
    const { cinemaLinkId, hallId } = show
    const { seatPlanList } = dataOf(await ask('seat.getSeats', { cinemaLinkId, hallId }), Plans)
    const plan = seatPlanList.filter(({ effectiveDate }) => effectiveDate <= show.showDateTime).at(-1)
    return (plan?.sections ?? []).flatMap(({ sectionId, seats: places }) =>
      places.map(seat => ({ ...seat, sectionId })),
    )
  }
  async function unavailable(show: ListedShow): Promise<Set<string>> {
    const sectionIds = new Set((await seats(show)).map(seat => seat.sectionId))
    const all = new Set<string>()
    for (const sectionId of sectionIds) {
      const sold = dataOf(await ask('seat.getScheduleSoldSeats', { ...key(show), sectionId }), Sold)
      for (const section of sold.sectionList) for (const { seatId } of section.seats) all.add(seatId)
    }
    return all
  }
  /** Ordinary seats that anybody may buy now. */
  async function freeSeats(show: ListedShow, count: number, types = 'NZ'): Promise<string[]> {
    const gone = await unavailable(show)
    const free = (await seats(show)).filter(seat => types.includes(seat.type) && !gone.has(seat.seatId))
    if (free.length < count) throw new Error('the show is sold out')
    return free.slice(0, count).map(seat => seat.seatId)
  }
  function key(show: ListedShow) {
    const { cinemaLinkId, scheduleId, scheduleKey } = show
    return { cinemaLinkId, scheduleId, scheduleKey }
  }
  const lockRequest = (show: ListedShow, seatIdList: string[], outLockId = `T${++lockCount}`) => ({
    ...key(show),
    outLockId,
    seatIdList,
  })
  async function lock(show: ListedShow, seatIds: string[]): Promise<string> {
    return dataOf(await ask('seat.lockSeats', lockRequest(show, seatIds)), Lock).lockOrderId
  }
  /** What a right confirm says; prices as the show names them for seats outside its areas. */
  function confirmRequest(show: ListedShow, lockOrderId: string, seatIds: string[], price?: string) {
    const fee = show.ticketfee ?? '0.00'
    return {
      ...key(show),
      lockOrderId,
      mobile: '13800138000',
      ticketList: seatIds.map((seatId, index) => ({
        seatId,
        ticketPrice: price ?? show.settlePrice ?? show.lowestPrice,
        ticketFee: show.feeType === 'order' && index > 0 ? '0.00' : fee,
      })),
    }
  }
  /** Buys ordinary seats of a show that has no areas. */
  async function buy(show: ListedShow, count = 1) {
    const seatIds = await freeSeats(show, count)
    const lockOrderId = await lock(show, seatIds)
    const request = confirmRequest(show, lockOrderId, seatIds)
    const order = dataOf(await ask('order.confirmOrder', request), Confirmed)
    return { ...order, seatIds, lockOrderId, request }
  }
  async function control(path: string, body: object): Promise<unknown> {
    const response = await fetch(`${sandbox.url}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  /** Lets time pass as whoever tests with curl does. */
  async function forward(forwardMs: number): Promise<void> {
    await control('clock', { forwardMs })
    aheadMs += forwardMs
  }
  /** Back to the seed's data and to the test's own clock. */
  async function reset(): Promise<void> {
    await control('reset', {})
    aheadMs = 0
  }

  return {
    sandbox,
    clock,
    now,
    ask,
    code,
    shows,
    seats,
    unavailable,
    freeSeats,
    key,
    lockRequest,
    lock,
    confirmRequest,
    buy,
    control,
    forward,
    reset,
    close: () => sandbox.close(),
  }
}

/** The first show that fits. @throws Error when the seed's programme has none */
export function theShow(shows: readonly ListedShow[], fits: (show: ListedShow) => boolean): ListedShow {
  const show = shows.find(candidate => candidate.saleStatus === 'Y' && fits(candidate))
  if (!show) throw new Error('no such show in the programme')
  return show
}

export const priced = {
  byAreas: (show: ListedShow) => show.areaSettlePrices !== undefined,
  bySettle: (show: ListedShow) => show.areaSettlePrices === undefined && show.settlePrice !== undefined,
  byChannel: (show: ListedShow) => show.areaSettlePrices === undefined && show.settlePrice === undefined,
}
