import type { Page } from '@playwright/test'
import { guestAt, payByPhone } from '../support/guest.ts'
import { expect, openPhone, othersBuy, test } from '../support/journey.ts'
import { scan } from '../support/scan.ts'

/** The screen can no longer ask about this: what it shows from now on it was told. */
const stopAsking = (page: Page, about: 'seats' | 'orders') =>
  page.route(about === 'seats' ? /\/seats$/ : /\/orders\/[^/]+$/, route =>
    route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
  )

test('@portrait a sale on one screen shows on another, which names the seat that its guest has lost', async ({
  browser,
  page,
  house,
  toSee,
}) => {
  const [wanted, other] = await house.api.freeSeats(toSee.hall, 2)
  if (!wanted || !other) throw new Error('the hall is full')
  const guest = guestAt('kiosk', page)
  const told = page.waitForResponse(/\/seats\/stream/)
  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await told
  await stopAsking(page, 'seats')
  await map.choose(wanted, other)

  const context = await browser.newContext({
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    baseURL: house.foyer.url,
  })
  const quicker = guestAt('kiosk', await context.newPage())
  await quicker.openSeats(toSee)
  await (await quicker.lookAtSeats(toSee)).choose(wanted)
  await quicker.continueToBasket()
  await quicker.sees(quicker.kiosk.basketTitle)

  await expect(
    page.getByRole('main').getByText(guest.seating.takenMeanwhile(guest.seatName(toSee, wanted))),
  ).toBeVisible()
  await expect(guest.chosenSeats()).toHaveText([guest.seatName(toSee, other)])
  await context.close()
})

test('@portrait a map that can only be told hears what the cinema itself sells', async ({
  page,
  house,
  toSee,
}) => {
  const [lost, stays] = await house.api.freeSeats(toSee.hall, 2)
  if (!lost || !stays) throw new Error('the hall is full')
  const guest = guestAt('kiosk', page)
  const told = page.waitForResponse(/\/seats\/stream/)
  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await told
  await stopAsking(page, 'seats')
  await map.choose(lost, stays)
  await othersBuy(house, toSee, [lost])
  await expect(
    page.getByRole('main').getByText(guest.seating.takenMeanwhile(guest.seatName(toSee, lost))),
  ).toBeVisible()
  await expect(guest.chosenSeats()).toHaveText([guest.seatName(toSee, stays)])
})

test('@portrait a kiosk that can only be told shows the ticket as soon as the phone has paid', async ({
  browser,
  page,
  toSee,
}) => {
  const guest = guestAt('kiosk', page)
  await guest.openSeats(toSee)
  await guest.bestSeats(1)
  const told = page.waitForResponse(/\/orders\/[^/]+\/stream/)
  await guest.continueToBasket()
  await told
  await guest.agreeAndPay()
  const address = await scan(guest.paymentQr())
  await stopAsking(page, 'orders')
  await payByPhone(await openPhone(browser), address)
  await guest.readTicket()
})
