import { yuan } from '#contract/money.ts'
import { addDays, businessDay } from '#contract/time.ts'
import type { Ground } from './apis/api.ts'
import { apis } from './apis/apis.ts'
import { isObject } from './apis/arguments.ts'
import type { Channel } from './cloud/channels.ts'
import { openCloud } from './cloud/cloud.ts'
import { openDatabase } from './cloud/database.ts'
import type { Show } from './cloud/shows.ts'
import { answered } from './protocol/answer.ts'
import { apiNames } from './protocol/api-names.ts'
import { BizRefusal } from './protocol/refusal.ts'
import { sandboxChannel } from './sandbox.ts'
import { evening } from './test-cloud.ts'
import { planOn } from './world/world.ts'

export const minute = 60_000

/** How the cinema's own system deals with a call. */
export const prompt: Ground = { delayMs: 0, fails: false }
export const slow = (delayMs: number): Ground => ({ delayMs, fails: false })
export const failing = (delayMs = 0): Ground => ({ delayMs, fails: true })

const foyer: Channel = { ...sandboxChannel, name: 'FOYER' }

export interface Reply {
  code: string
  data: Readonly<Record<string, unknown>>
  list: readonly unknown[]
}

export type GroundCloud = ReturnType<typeof openGroundCloud>

/**
 * The interfaces without a protocol around them, so that a test says call by call what the cinema's own system does.
 * The clock is the test's.
 */
export function openGroundCloud(dataDir = ':memory:') {
  const clock = { time: evening, now: () => clock.time }
  const db = openDatabase(dataDir)
  const cloud = openCloud(db, { seed: 1, clock, lockMs: 15 * minute })

  /** One call of the interface whose name ends in `api`, committed or rolled back as over the wire. */
  function ask(api: string, args: object, ground = prompt, channel = foyer): Reply {
    const name = apiNames.find(known => known.endsWith(`.${api}`))
    const found = name && apis.get(name)
    if (!found) throw new Error(`no interface ${api}`)
    const call = { args: { ...args }, cloud, channel, now: clock.time, ground }
    try {
      const answer: object = answered(cloud.inTransaction(() => found.handle(call)))
      const { bizCode, data, dataList } = isObject(answer) ? answer : {}
      return {
        code: String(bizCode),
        data: isObject(data) ? data : {},
        list: Array.isArray(dataList) ? dataList : [],
      }
    } catch (error) {
      if (!(error instanceof BizRefusal)) throw error
      return { code: error.bizCode, data: {}, list: [] }
    }
  }

  /** Tomorrow's first show of an ordinary hall of the cinema, at its settle price. */
  function show(cinemaLinkId = '681'): Show {
    const tomorrow = addDays(businessDay(evening), 1)
    const found = cloud.shows
      .ofCinema(cinemaLinkId, tomorrow, tomorrow)
      .find(one => one.settleFen !== null && one.areaPrices.length === 0 && one.stopped === 0)
    if (!found) throw new Error('no such show in the programme')
    return found
  }

  const isFree = (of: Show, seatId: string) =>
    !cloud.takenSeats.ofShow(of.scheduleId, clock.time).includes(seatId)

  function freeSeat(of: Show): string {
    const hall = cloud.world.cinemas
      .find(({ cinemaLinkId }) => cinemaLinkId === of.cinemaLinkId)
      ?.halls.find(({ hallId }) => hallId === of.hallId)
    const seats = hall ? planOn(hall, of.day).sections.flatMap(section => section.seats) : []
    const seat = seats.find(({ type, damaged, seatId }) => type === 'N' && !damaged && isFree(of, seatId))
    if (!seat) throw new Error('the show is sold out')
    return seat.seatId
  }

  let locks = 0
  /** Locks a seat and says what a right confirm of it says. */
  function lock(of: Show, seatId = freeSeat(of)) {
    const { cinemaLinkId, scheduleKey, settleFen, feeFen } = of
    const key = { cinemaLinkId, scheduleId: String(of.scheduleId), scheduleKey }
    const locked = ask('lockSeats', { ...key, outLockId: `G${++locks}`, seatIdList: [seatId] })
    const ticket = { seatId, ticketPrice: yuan(settleFen ?? 0), ticketFee: yuan(feeFen ?? 0) }
    const lockOrderId = String(locked.data['lockOrderId'])
    return { ...key, lockOrderId, mobile: '13800138000', ticketList: [ticket] }
  }

  /** All that is written of the cards, to see whether anything was. */
  const cards = (): unknown[] =>
    ['member_card', 'benefit_card', 'card_entry', 'benefit_use'].map(table =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    )

  return { clock, cloud, ask, show, isFree, freeSeat, lock, cards, close: () => db.close() }
}
