import { guestAtPickup } from '../support/at-pickup.ts'
import { countTaps, guestAt, payByPhone, recordPosts } from '../support/guest.ts'
import { expect, openPhone, test } from '../support/journey.ts'
import { scan } from '../support/scan.ts'

test('@portrait a ticket for two seats tapped on the map, in at most 8 taps', async ({
  browser,
  page,
  house,
  toSee,
}) => {
  const guest = guestAt('kiosk', page)
  const taps = await countTaps(page)
  const sent = recordPosts(page)
  const seats = await house.api.freeSeats(toSee.hall, 2)
  const names = seats.map(seat => guest.seatName(toSee, seat))

  await page.goto('/kiosk')
  await guest.press('link', guest.kiosk.attractStart)
  await guest.chooseShow(toSee)
  const map = await guest.lookAtSeats(toSee)
  await map.choose(...seats)
  await expect(guest.chosenSeats()).toHaveText(names)
  await guest.continueToBasket()
  await guest.agreeAndPay()
  expect(await taps()).toBeLessThanOrEqual(8)

  await payByPhone(await openPhone(browser), await scan(guest.paymentQr()))
  const ticket = await guest.readTicket()
  await test.step('the browser has named no price and confirmed nothing', () => {
    expect(sent().map(({ path, keys }) => [path.replace(/[\w-]{22}/, ':orderId'), keys])).toEqual([
      ['/api/holds', ['intentId', 'seatIds', 'showId']],
      ['/api/orders/:orderId/payments', ['quoteHash', 'refundRuleAgreed']],
    ])
  })
  const found = { code: ticket.code, filmName: toSee.filmName, seats: names }

  await test.step('a scanner that types finds it', async () => {
    const pickup = guestAtPickup(page)
    await pickup.open()
    await pickup.scannerReads(ticket.qr)
    await pickup.findsTicket(found)
  })
  await test.step('its link finds it', async () => {
    await page.goto(`/pickup?t=${ticket.qr}`)
    await guestAtPickup(page).findsTicket(found)
    expect(page.url()).not.toContain(ticket.qr)
  })
  await test.step('code and four digits find it', async () => {
    const pickup = guestAtPickup(page)
    await pickup.open()
    await pickup.typeCode(ticket.code, ticket.pin)
    await pickup.findsTicket(found)
  })
})

test('@landscape the best seats for two, in English', async ({ browser, page, house, toSee }) => {
  const guest = guestAt('kiosk', page, 'en')
  const taps = await countTaps(page)
  await page.goto('/kiosk')
  await page.getByRole('button', { name: 'English', exact: true }).tap()
  await guest.press('link', guest.kiosk.attractStart)
  await guest.chooseShow(toSee)
  await guest.bestSeats(2)
  await expect(guest.chosenSeats()).toHaveCount(2)
  const names = await guest.chosenSeats().allTextContents()
  await guest.continueToBasket()
  await guest.agreeAndPay()
  expect(await taps()).toBeLessThanOrEqual(8)

  await payByPhone(await openPhone(browser), await scan(guest.paymentQr()))
  const { qr, code } = await guest.readTicket()
  await page.goto(`${house.foyer.url}/pickup?t=${qr}&lang=en`)
  await guestAtPickup(page, 'en').findsTicket({ code, filmName: toSee.filmName, seats: names })
})
