import { judgeSeats } from '#contract/judge-seats.ts'
import { seatGround } from '#contract/seat-ground.ts'
import { seatRuleWords } from '#contract/seat-rule-words.ts'
import { guestAt } from '../support/guest.ts'
import { expect, type House, test } from '../support/journey.ts'

test('seats that leave one alone are told, moved by one tap, and sold', async ({ page, house }) => {
  const guest = guestAt('kiosk', page)
  const { toSee, chosen, repaired, shift } = await twoThatLeaveOne(house)
  const names = (seats: readonly number[]) =>
    seats.flatMap(seat => {
      const id = toSee.hall.seats.id[seat]
      return id === undefined ? [] : guest.seatName(toSee, id)
    })

  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await map.choose(...chosen.flatMap(seat => toSee.hall.seats.id[seat] ?? []))
  await expect(page.getByRole('status').filter({ hasText: seatRuleWords.zh['single-gap']('') })).toBeVisible()
  await expect(page.getByRole('button', { name: guest.kiosk.continue, exact: true })).toBeEnabled()

  await guest.press('button', shift < 0 ? guest.seating.moveLeft : guest.seating.moveRight)
  await expect(guest.chosenSeats()).toHaveText(names(repaired))
  await expect(page.getByRole('status').filter({ hasText: seatRuleWords.zh['single-gap']('') })).toHaveCount(
    0,
  )
  await guest.continueToBasket()
  await guest.sees(guest.kiosk.basketTitle)
})

/** A show with two free seats that leave a single one alone, and where the map should move them by one. */
async function twoThatLeaveOne({ api, nextShow }: House) {
  for (let shows = 0; shows < 12; shows++) {
    const toSee = await nextShow()
    const { seats, showId } = toSee.hall
    const { unavailable } = await api.get('getSeatStates', { params: { showId } })
    const ground = seatGround(toSee.hall, new Set(unavailable))
    for (const seat of seats.id.keys()) {
      const chosen = [seat, seat + 1]
      if (!chosen.every(one => ground.isFree(one) && seats.type[one] === 'N')) continue
      const verdict = judgeSeats(ground, chosen)
      if (verdict.kind !== 'violated') continue
      const { seats: repaired, shift } = verdict.repair
      if (shift === -1 || shift === 1) return { toSee, chosen, repaired, shift }
    }
  }
  throw new Error('no two seats of these halls leave one alone')
}
