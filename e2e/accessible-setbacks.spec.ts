import type { Language } from '#contract/language.ts'
import { catalogMessages } from '#src/features/catalog/messages.ts'
import { guestAtPickup } from './support/at-pickup.ts'
import { accessible } from './support/axe.ts'
import { declineByPhone, guestAt } from './support/guest.ts'
import { cloudFault, expect, healCloud, openPhone, test } from './support/journey.ts'
import { scan } from './support/scan.ts'

test.use({
  viewport: { width: 1080, height: 1920 },
  hasTouch: true,
  contextOptions: { reducedMotion: 'reduce' },
})

for (const language of ['zh', 'en'] satisfies Language[]) {
  test(`what a guest sees when something goes wrong is accessible (${language})`, async ({
    browser,
    page,
    house,
    toSee,
  }) => {
    const guest = guestAt('kiosk', page, language)
    await guest.openSeats(toSee)
    await guest.bestSeats(1)
    await guest.continueToBasket()
    await guest.agreeAndPay()
    await declineByPhone(await openPhone(browser), await scan(guest.paymentQr()))
    await expect(page.getByRole('main').getByText(guest.ordering.paymentDeclined)).toBeVisible()
    await accessible(page, 'payment declined')

    await guest.press('button', guest.ordering.cancel)
    await expect(page.getByRole('dialog', { name: guest.ordering.cancelTitle })).toBeVisible()
    await accessible(page, 'question before cancelling')
    await guest.press('button', guest.ordering.cancelKeep)

    await house.foyer.passTime(9 * 60_000)
    await expect(page.getByRole('heading', { name: guest.ordering.expiredTitle })).toBeVisible()
    await accessible(page, 'hold expired')

    await cloudFault(house.foyer, { api: '*', kind: 'lose-request', times: 1000 })
    await guest.press('link', guest.kiosk.chooseAgain)
    await expect(page.getByText(catalogMessages[language].closedHint)).toBeVisible()
    await accessible(page, 'selling paused')
    await healCloud(house.foyer)

    const pickup = guestAtPickup(page, language)
    await page.goto(`/pickup?lang=${language}`)
    await pickup.typeCode('2020010112345678', '0000')
    await expect(page.getByRole('alert')).toContainText(pickup.words.notFoundCode)
    await accessible(page, 'no ticket found')
  })
}
