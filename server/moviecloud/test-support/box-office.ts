import type { CinemaId, SeatId } from '#contract/ids.ts'
import { addDays, businessDay } from '#contract/time.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { startSandbox } from '../../sandbox/sandbox.ts'
import { randomIv } from '../card-cipher.ts'
import { createMovieCloudClient } from '../client.ts'
import { createMovieCloud } from '../gateway.ts'
import type { CloudShow } from '../gateway-types.ts'

export type BoxOffice = Awaited<ReturnType<typeof openBoxOffice>>

/** The answer of a call that has to go well. */
export function answered<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** The production gateway to a sandbox cloud of its own, over HTTP, by a clock that a test can move. */
export async function openBoxOffice(start: string) {
  const clock = { time: Date.parse(start), now: () => clock.time }
  const sandbox = await startSandbox({ clock, seed: 7 })
  const { url, channel, secret } = sandbox
  const client = createMovieCloudClient({ url, channel, secret, clock })
  const cloud = createMovieCloud(client, { ...sandbox, iv: randomIv })
  let lockNo = 0

  return {
    clock,
    sandbox,
    cloud,
    /** The first show of the week that is sold for another hour at least and is as wanted. */
    async show(cinemaId: CinemaId, fits: (show: CloudShow) => boolean): Promise<CloudShow> {
      const today = businessDay(clock.now())
      const shows = answered(await cloud.shows({ cinemaId, from: today, to: addDays(today, 6) }))
      const found = shows.find(s => s.onSale && s.sellsUntil > clock.now() + 3_600_000 && fits(s))
      if (!found) throw new Error('the sandbox has no such show on sale')
      return found
    },
    /** Free seats of the show's first section, and what each costs without a card. */
    async freeSeats(show: CloudShow) {
      const [plan] = answered(await cloud.hallPlans(show))
      const areas = show.areaPrices.length === 0 ? [] : answered(await cloud.showAreas(show))
      const section = plan?.sections[0]
      if (!section) throw new Error('the hall has no section')
      const sold = new Set(answered(await cloud.soldSeats(show, section.id)))
      return section.seats
        .filter(seat => seat.type === 'N' && !seat.damaged && !sold.has(seat.id))
        .map(seat => {
          const area = areas.find(({ seatIds }) => seatIds.includes(seat.id))
          const areaFen = show.areaPrices.find(({ name }) => name === area?.name)?.settleFen
          const baseFen = show.settleFen ?? Math.max(show.standardFen, show.lowestFen)
          return { ...seat, sectionId: section.id, areaFen, ticketFen: areaFen ?? baseFen }
        })
    },
    lock: (show: CloudShow, seatIds: SeatId[]) =>
      cloud.lockSeats(show, { lockRequestId: `contract${++lockNo}`, seatIds }),
    async close() {
      await client.close()
      await sandbox.close()
    },
  }
}
