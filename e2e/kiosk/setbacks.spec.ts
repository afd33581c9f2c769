import { guestAtPickup } from '../support/at-pickup.ts'
import { declineByPhone, guestAt, payByPhone } from '../support/guest.ts'
import { areFree, expect, openPhone, othersBuy, test } from '../support/journey.ts'
import { orderOn } from '../support/order.ts'
import { scan } from '../support/scan.ts'

test('@portrait a payment is declined, said so, and made after all', async ({ browser, page, toSee }) => {
  const guest = guestAt('kiosk', page)
  await guest.openSeats(toSee)
  await guest.bestSeats(1)
  await guest.continueToBasket()
  await guest.agreeAndPay()
  const address = await scan(guest.paymentQr())
  const phone = await openPhone(browser)
  await declineByPhone(phone, address)
  await expect(page.getByRole('main').getByText(guest.ordering.paymentDeclined)).toBeVisible()
  await payByPhone(phone, await scan(guest.paymentQr()))
  await guest.readTicket()
})

test('@portrait a seat that somebody else buys meanwhile is named and leaves the choice', async ({
  page,
  house,
  toSee,
}) => {
  const guest = guestAt('kiosk', page)
  const seats = await house.api.freeSeats(toSee.hall, 3)
  const [lost, stays, later] = seats
  if (!lost || !stays || !later) throw new Error('the hall is full')
  // A map that is told nothing asks, and between two questions it knows less than the cinema.
  await page.route(/\/seats\/stream/, route => route.abort())
  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await map.choose(lost, stays)

  await test.step('before the map has heard of it: the hold says so', async () => {
    await page.waitForResponse(/\/seats$/)
    await othersBuy(house, toSee, [lost])
    await guest.continueToBasket()
    await expect(page.getByRole('alert')).toContainText(guest.seatName(toSee, lost))
    await expect(guest.chosenSeats()).toHaveText([guest.seatName(toSee, stays)])
  })
  await test.step('while she looks at the map: the map says so by itself', async () => {
    await map.choose(later)
    await othersBuy(house, toSee, [later])
    await expect(
      page.getByRole('main').getByText(guest.seating.takenMeanwhile(guest.seatName(toSee, later))),
    ).toBeVisible()
    await expect(guest.chosenSeats()).toHaveText([guest.seatName(toSee, stays)])
  })
  await guest.continueToBasket()
  await guest.sees(guest.kiosk.basketTitle)
})

test('@portrait a hold runs out, and what was chosen can be held again', async ({ page, house, toSee }) => {
  const guest = guestAt('kiosk', page)
  const seats = await house.api.freeSeats(toSee.hall, 2)
  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await map.choose(...seats)
  await guest.continueToBasket()
  await guest.sees(guest.kiosk.basketTitle)
  expect(await areFree(house, toSee, seats)).toBe(false)

  await house.foyer.passTime(9 * 60_000)
  await expect(page.getByRole('heading', { name: guest.ordering.expiredTitle })).toBeVisible()
  await expect.poll(() => areFree(house, toSee, seats)).toBe(true)
  await guest.press('link', guest.kiosk.chooseAgain)
  await expect(guest.chosenSeats()).toHaveText(seats.map(seat => guest.seatName(toSee, seat)))
  await guest.continueToBasket()
  await guest.agreeAndPay()
})

test('@portrait a cancelled order gives its seats back', async ({ page, house, toSee }) => {
  const guest = guestAt('kiosk', page)
  const seats = await house.api.freeSeats(toSee.hall, 1)
  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await map.choose(...seats)
  await guest.continueToBasket()
  await guest.agreeAndPay()
  await guest.cancelOrder()
  await expect.poll(() => areFree(house, toSee, seats)).toBe(true)
  await expect(guest.paymentQr()).toBeHidden()
})

test('@portrait the screen goes dark after the payment, and the ticket is there all the same', async ({
  browser,
  context,
  page,
  house,
  toSee,
}) => {
  const guest = guestAt('kiosk', page)
  await guest.openSeats(toSee)
  await guest.bestSeats(2)
  await guest.continueToBasket()
  await guest.agreeAndPay()
  const address = await scan(guest.paymentQr())
  const order = await orderOn(page, house.api)
  await page.close()
  await payByPhone(await openPhone(browser), address)
  const { pickup } = await house.api.watch(order, 'ticketed')
  if (!pickup) throw new Error('a ticketed order without a pickup code')

  const other = await context.newPage()
  const collecting = guestAtPickup(other)
  await collecting.open()
  await collecting.typeCode(pickup.code, pickup.pin)
  await collecting.findsTicket({ code: pickup.code, filmName: toSee.filmName, seats: [] })
})
