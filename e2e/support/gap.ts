import { judgeSeats } from '#contract/judge-seats.ts'
import { seatGround } from '#contract/seat-ground.ts'
import type { House } from './journey.ts'

/** A show with two free seats that leave a single one alone, and where the map should move them by one. */
export async function twoThatLeaveOne({ api, nextShow }: House) {
  for (let shows = 0; shows < 12; shows++) {
    const toSee = await nextShow()
    const { seats, showId } = toSee.hall
    const { unavailable } = await api.get('getSeatStates', { params: { showId } })
    const ground = seatGround(toSee.hall, new Set(unavailable))
    for (const seat of seats.id.keys()) {
      const chosen = [seat, seat + 1]
      if (!chosen.every(one => ground.isFree(one) && seats.type[one] === 'N')) continue
      // The first alone is no trouble yet.
      if (judgeSeats(ground, [seat]).kind !== 'fine') continue
      const verdict = judgeSeats(ground, chosen)
      if (verdict.kind !== 'violated') continue
      const { seats: repaired, shift } = verdict.repair
      const [violation] = verdict.violations
      if ((shift === -1 || shift === 1) && violation) return { toSee, chosen, repaired, shift, violation }
    }
  }
  throw new Error('no two seats of these halls leave one alone')
}
