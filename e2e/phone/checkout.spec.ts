import { expect } from '@playwright/test'
import { test } from '../support/house.ts'
import { aShow, buyer, seatsOf } from '../support/sale.ts'
import type { Tongue } from '../support/words.ts'

for (const tongue of ['zh', 'en'] satisfies Tongue[]) {
  test(`a guest buys on the phone, reloads in the middle, and collects with her number (${tongue})`, async ({
    page,
    foyer,
  }) => {
    const guest = buyer(page, foyer.url, tongue)
    await guest.arrive('/checkout?cinema=681')
    await page.getByRole('main').getByRole('link', { name: /¥/ }).first().click()
    await expect(page).toHaveURL(/\/films\//)
    await guest.arrive(seatsOf('checkout', await aShow(foyer.url)))
    await guest.chooseBest(2)
    await guest.toBasket()
    await page.reload()
    await guest.toPayment('13912345678')
    await page.reload()
    await expect(page.getByRole('img', { name: guest.say.scan })).toBeVisible()
    await guest.payOnPhone()
    const code = await guest.ticketCode()

    await guest.arrive('/pickup')
    await page.getByLabel(guest.say.code, { exact: true }).fill(code)
    await page.getByLabel(guest.say.pin, { exact: true }).fill('5678')
    await page.getByRole('button', { name: guest.say.find }).click()
    await expect(
      page
        .getByText(code.replace(/(.{4})(?=.)/g, '$1 '))
        .or(page.getByText(code))
        .first(),
    ).toBeVisible()
  })
}

test('without a number or the agreement nothing is paid, and the page says what is missing', async ({
  page,
  foyer,
}) => {
  const guest = buyer(page, foyer.url)
  await guest.arrive(seatsOf('checkout', await aShow(foyer.url)))
  await guest.chooseBest(1)
  await guest.toBasket()
  await page.getByLabel(guest.say.phoneNumber).fill('12345')
  await page.getByRole('button', { name: guest.say.pay }).click()
  await expect(page.getByText('请输入 11 位手机号')).toBeVisible()
  await page.getByLabel(guest.say.phoneNumber).fill('13912345678')
  await page.getByRole('button', { name: guest.say.pay }).click()
  await expect(page.getByText('请先同意退票规则')).toBeVisible()
  await expect(page.getByRole('img', { name: guest.say.scan })).toBeHidden()
})

test('guessing pickup codes ends after a few tries, with the time to wait', async ({ page, foyer }) => {
  const guest = buyer(page, foyer.url)
  await guest.arrive('/pickup')
  await page.getByLabel(guest.say.code, { exact: true }).fill('2020010112345678')
  for (let guess = 0; guess < 12; guess++) {
    await page.getByLabel(guest.say.pin, { exact: true }).fill(String(1000 + guess))
    const answer = page.waitForResponse(response => response.request().method() === 'POST')
    await page.getByRole('button', { name: guest.say.find }).click()
    // What the guess before was told stands until this one is on its way.
    await answer
    await expect(
      page.getByText(guest.say.noTicket).or(page.getByText(guest.say.tooMany)).first(),
    ).toBeVisible()
    if (await page.getByText(guest.say.tooMany).first().isVisible()) {
      await expect(page.getByRole('alert')).toContainText(/请等 \d+ (秒|分钟)后再试/)
      await expect(page.getByRole('button', { name: /^查找影票 · \d+:\d\d$/ })).toBeDisabled()
      return
    }
  }
  throw new Error('nobody stopped the guessing')
})
