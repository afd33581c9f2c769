import { guestAtPickup } from '../support/at-pickup.ts'
import { confirmPayment, declineByPhone, guestAt } from '../support/guest.ts'
import { expect, test } from '../support/journey.ts'

test('a guest on her phone: seats on the map, a change of mind while paying, the ticket', async ({
  context,
  page,
  house,
  toSee,
}) => {
  const guest = guestAt('checkout', page)
  const seats = await house.api.freeSeats(toSee.hall, 2)
  const names = seats.map(seat => guest.seatName(toSee, seat))
  await page.goto('/checkout?cinema=681')
  await guest.chooseShow(toSee)
  const map = await guest.lookAtSeats(toSee)
  await map.choose(...seats)
  await guest.continueToBasket()
  await guest.fillInAndPay('13912345678')

  const address = await page.getByRole('link', { name: guest.checkout.payNow }).getAttribute('href')
  const wallet = await context.newPage()
  await declineByPhone(wallet, address ?? '')
  await wallet.close()
  await expect(page.getByRole('main').getByText(guest.ordering.paymentDeclined)).toBeVisible()

  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: guest.checkout.payNow }).tap()
  const again = await opened
  await confirmPayment(again)
  await again.close()

  const ticket = await guest.readTicket()
  expect(ticket.pin).toBe('5678')
  const pickup = guestAtPickup(page)
  await pickup.open()
  await pickup.typeCode(ticket.code, '5678')
  await pickup.findsTicket({ code: ticket.code, filmName: toSee.filmName, seats: names })
})

test('a link to a show opens cold, in English, and a reload at every step loses nothing', async ({
  context,
  page,
  toSee,
}) => {
  const guest = guestAt('checkout', page, 'en')
  await guest.openSeats(toSee)
  await guest.bestSeats(2)
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(2)
  await page.reload()
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(2)
  await guest.continueToBasket()
  await guest.sees(guest.checkout.basketTitle)
  await page.reload()
  await guest.fillInAndPay('13912345678')
  await page.reload()
  await expect(guest.paymentQr()).toBeVisible()
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: guest.checkout.payNow }).tap()
  const wallet = await opened
  await confirmPayment(wallet)
  await wallet.close()
  const { code } = await guest.readTicket()
  await page.reload()
  expect((await guest.readTicket()).code).toBe(code)
})
