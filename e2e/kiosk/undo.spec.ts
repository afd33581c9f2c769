import { guestAt, payByPhone } from '../support/guest.ts'
import { areFree, expect, openPhone, test } from '../support/journey.ts'
import { scan } from '../support/scan.ts'

test('@portrait every step is taken back one at a time, and the order stays', async ({
  browser,
  page,
  house,
  toSee,
}) => {
  const guest = guestAt('kiosk', page)
  const english = guestAt('kiosk', page, 'en')
  const [kept, changed, instead] = await house.api.freeSeats(toSee.hall, 3)
  if (!kept || !changed || !instead) throw new Error('the hall is full')
  const names = [kept, changed].map(seat => guest.seatName(toSee, seat))

  await guest.openSeats(toSee)
  const map = await guest.lookAtSeats(toSee)
  await map.choose(kept, changed)
  await guest.continueToBasket()
  await guest.agreeAndPay()

  await test.step('from the QR back to the basket and forth', async () => {
    await guest.stepBack()
    await guest.sees(guest.kiosk.basketTitle)
    await guest.backToPay()
    await expect(guest.paymentQr()).toBeVisible()
    await guest.stepBack()
  })
  await test.step('from the basket back to the seats, which are still chosen', async () => {
    await guest.stepBack()
    await guest.sees(guest.kiosk.seatsTitle)
    await expect(guest.chosenSeats()).toHaveText(names)
  })
  await test.step('from the seats back to the shows and forth', async () => {
    await guest.stepBack()
    await guest.sees(guest.kiosk.showsTitle)
    await guest.press('link', guest.kiosk.resume)
    await expect(guest.paymentQr()).toBeVisible()
    await guest.stepBack()
    await guest.stepBack()
  })
  await test.step('a reload and another language change nothing', async () => {
    await page.reload()
    await expect(guest.chosenSeats()).toHaveText(names)
    await guest.switchLanguage()
    await expect(english.chosenSeats()).toHaveText([kept, changed].map(seat => english.seatName(toSee, seat)))
    await english.switchLanguage()
  })
  await test.step('another seat takes the place of one, which others can have again', async () => {
    expect(await areFree(house, toSee, [changed])).toBe(false)
    const again = await guest.lookAtSeats(toSee)
    await again.giveBack(changed)
    await again.choose(instead)
    await guest.continueToBasket()
    await guest.sees(guest.kiosk.basketTitle)
    await expect.poll(() => areFree(house, toSee, [changed])).toBe(true)
    expect(await areFree(house, toSee, [kept])).toBe(false)
  })
  await guest.agreeAndPay()
  await page.reload()
  await guest.switchLanguage()
  await expect(english.paymentQr()).toBeVisible()
  await payByPhone(await openPhone(browser), await scan(english.paymentQr()))
  await english.readTicket()
  for (const seat of [kept, instead]) {
    await expect(page.getByRole('main').getByText(english.seatName(toSee, seat))).toBeVisible()
  }
})
