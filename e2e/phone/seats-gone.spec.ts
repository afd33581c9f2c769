import { guestAt } from '../support/guest.ts'
import { cloudFault, expect, othersBuy, test } from '../support/journey.ts'

test('a show that is sold out says so and leads to others', async ({ page, house, toSee }) => {
  const guest = guestAt('checkout', page)
  await guest.openSeats(toSee)
  await guest.lookAtSeats(toSee)
  const { unavailable } = await house.api.get('getSeatStates', { params: { showId: toSee.show.id } })
  const { id, damaged, type } = toSee.hall.seats
  const left = id.filter(
    (_, seat) => !unavailable.includes(seat) && !damaged.includes(seat) && type[seat] !== 'H',
  )
  await othersBuy(house, toSee, left)
  await expect(page.getByText(guest.seating.soldOut)).toBeVisible()
  await guest.press('button', guest.checkout.otherShow)
  await expect(page).toHaveURL(/\/films\//)
})

test('once sales have ended the way on leads to another show', async ({ page, house, toSee }) => {
  const guest = guestAt('checkout', page)
  await guest.openSeats(toSee)
  await guest.bestSeats(2)
  await cloudFault(house.foyer, {
    kind: 'refuse',
    api: 'seat.lockSeats',
    code: 'ORDER_TICKET_TIME_END',
    times: 1,
  })
  await guest.continueToBasket()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('button', { name: guest.checkout.toBasket, exact: true })).toBeDisabled()
  await guest.press('button', guest.checkout.otherShow)
  await expect(page).toHaveURL(/\/films\//)
})
