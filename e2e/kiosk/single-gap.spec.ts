import { seatRuleWords } from '#contract/seat-rule-words.ts'
import { twoThatLeaveOne } from '../support/gap.ts'
import { guestAt } from '../support/guest.ts'
import { expect, test } from '../support/journey.ts'

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
