import { guestAtPickup } from '../support/at-pickup.ts'
import { confirmPayment, guestAt } from '../support/guest.ts'
import { cloudFault, expect, test } from '../support/journey.ts'

for (const language of ['zh', 'en'] as const) {
  test(`a guest thinks better of it and gives her tickets back; the money follows (${language})`, async ({
    page,
    toSee,
  }) => {
    const guest = guestAt('checkout', page, language)
    await guest.goToPay(toSee, 2)
    const wallet = await guest.openWallet()
    await confirmPayment(wallet)
    await wallet.close()
    const { code } = await guest.readTicket()

    await guest.press('button', guest.ordering.returnAsk)
    await expect(page.getByRole('group')).toContainText('¥')
    await guest.press('button', guest.ordering.returnNo)
    await expect(page.getByRole('button', { name: guest.ordering.returnYes })).toHaveCount(0)
    await guest.press('button', guest.ordering.returnAsk)
    await guest.press('button', guest.ordering.returnYes)
    await expect(page.getByRole('heading', { name: guest.ordering.returnedTitle })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: guest.ordering.returnedTitle })).toBeVisible()

    const pickup = guestAtPickup(page, language)
    await pickup.open()
    await pickup.typeCode(code, '5678')
    await expect(page.getByRole('alert')).toBeVisible()
  })
}

test('tickets that the cinema does not take back stay good, and the page says why', async ({
  page,
  house,
  toSee,
}) => {
  const guest = guestAt('checkout', page)
  await guest.goToPay(toSee, 1)
  const wallet = await guest.openWallet()
  await confirmPayment(wallet)
  await wallet.close()
  const before = await guest.readTicket()
  await cloudFault(house.foyer, { kind: 'refuse', api: 'order.refundOrder', code: 'TICKET_HAS_PRINT' })
  await guest.press('button', guest.ordering.returnAsk)
  await guest.press('button', guest.ordering.returnYes)
  await expect(page.getByRole('main').getByText(guest.ordering.returnRefused)).toBeVisible()
  expect(await guest.readTicket()).toEqual(before)
})
