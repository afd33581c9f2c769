import { catalogMessages } from '#src/features/catalog/messages.ts'
import { guestAt } from '../support/guest.ts'
import { cloudFault, expect, healCloud, test } from '../support/journey.ts'

test('@portrait the cloud falls silent: selling pauses with a word, and goes on by itself', async ({
  page,
  house,
  toSee,
}) => {
  const guest = guestAt('kiosk', page)
  const paused = page.getByRole('status').filter({ hasText: catalogMessages.zh.closedHint })
  const goOn = page.getByRole('button', { name: guest.kiosk.continue, exact: true })
  await guest.openSeats(toSee)
  await guest.bestSeats(2)
  await expect(goOn).toBeEnabled()

  await cloudFault(house.foyer, { api: '*', kind: 'lose-request', times: 1000 })
  await expect(paused).toBeVisible()
  await expect(goOn).toBeDisabled()
  await expect(guest.chosenSeats()).toHaveCount(2)

  await healCloud(house.foyer)
  await expect(paused).toBeHidden()
  await goOn.tap()
  await guest.sees(guest.kiosk.basketTitle)
})
