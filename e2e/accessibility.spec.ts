import { expect } from '@playwright/test'
import { accessible } from './support/axe.ts'
import { test } from './support/house.ts'
import { aShow, buyer, seatsOf } from './support/sale.ts'
import type { Tongue } from './support/words.ts'

const sizes = { kiosk: { width: 1080, height: 1920 }, checkout: { width: 390, height: 844 } }

for (const tongue of ['zh', 'en'] satisfies Tongue[]) {
  for (const door of ['kiosk', 'checkout'] as const) {
    test(`every screen of the ${door} is accessible (${tongue})`, async ({ page, foyer }) => {
      await page.setViewportSize(sizes[door])
      await page.emulateMedia({ reducedMotion: 'reduce' })
      const guest = buyer(page, foyer.url, tongue)
      await guest.arrive(`/${door}?cinema=681`)
      await expect(
        page
          .getByRole('main')
          .getByRole(door === 'kiosk' ? 'heading' : 'link')
          .first(),
      ).toBeVisible()
      await accessible(page, 'first screen')
      if (door === 'kiosk') {
        await guest.arrive('/kiosk/films?cinema=681')
        await expect(page.getByRole('link', { name: /¥/ }).first()).toBeVisible()
        await accessible(page, 'films')
      }
      await page.getByRole('main').getByRole('link', { name: /¥/ }).first().click()
      await expect(page).toHaveURL(/\/films\//)
      await accessible(page, 'shows')
      await guest.arrive(seatsOf(door, await aShow(foyer.url)))
      await guest.chooseBest(2)
      await accessible(page, 'seats')
      await guest.toBasket()
      await accessible(page, 'basket')
      await guest.toPayment(door === 'checkout' ? '13912345678' : undefined)
      await accessible(page, 'payment')
      const phone = await guest.scan()
      await accessible(phone, 'phone page')
      await phone.getByRole('button', { name: guest.say.payNow }).click()
      await accessible(phone, 'phone page, paid')
      await guest.ticketCode()
      await accessible(page, 'ticket')
    })
  }

  test(`the pickup door is accessible (${tongue})`, async ({ page, foyer }) => {
    const guest = buyer(page, foyer.url, tongue)
    await guest.arrive('/pickup')
    await expect(page.getByRole('button', { name: guest.say.find })).toBeVisible()
    await accessible(page, 'pickup')
    await page.getByRole('button', { name: guest.say.find }).click()
    await accessible(page, 'pickup with errors')
    await guest.arrive('/')
    await expect(page.getByRole('link').first()).toBeVisible()
    await accessible(page, 'choice of doors')
  })
}

test('seats are chosen and bought up to the payment with the keyboard alone', async ({ page, foyer }) => {
  await page.setViewportSize(sizes.kiosk)
  const guest = buyer(page, foyer.url)
  await guest.arrive(seatsOf('kiosk', await aShow(foyer.url)))
  const grid = page.getByRole('grid')
  await expect(grid).toBeAttached()
  const cell = grid.locator('[tabindex="0"]')
  for (let i = 0; i < 40 && !(await cell.evaluate(node => node === document.activeElement)); i++) {
    await page.keyboard.press('Tab')
  }
  await expect(cell).toBeFocused()
  for (let i = 0; i < 60 && (await guest.chosen().count()) < 1; i++) {
    await page.keyboard.press('Enter')
    if ((await guest.chosen().count()) < 1) await page.keyboard.press('ArrowRight')
  }
  await expect(guest.chosen()).toHaveCount(1)
  await expect(guest.chosen()).toHaveAccessibleName(/排.*座.*元.*已选/)
  await page.getByRole('button', { name: guest.say.continue }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: guest.say.pay })).toBeVisible()
  await page.getByRole('button', { name: guest.say.pay }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('img', { name: guest.say.scan })).toBeVisible()
})
