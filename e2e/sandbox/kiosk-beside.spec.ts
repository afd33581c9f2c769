import { errors } from '#contract/errors.ts'
import { callMessages } from '#src/doors/sandbox/calls/messages.ts'
import { presetWords } from '#src/doors/sandbox/faults/messages.ts'
import { hallMessages } from '#src/doors/sandbox/halls/messages.ts'
import { orderMessages } from '#src/doors/sandbox/orders/messages.ts'
import { topMessages } from '#src/doors/sandbox/top/messages.ts'
import { catalogMessages } from '#src/features/catalog/messages.ts'
import { accessible } from '../support/axe.ts'
import { expect, soonestShow, test } from '../support/beside-kiosk.ts'
import { guestAt, payByPhone } from '../support/guest.ts'
import { cloudOrders, openPhone } from '../support/journey.ts'
import { scan } from '../support/scan.ts'

const presets = presetWords.zh

// Each opens a house, a kiosk and a second window, and buys: on a busy machine that takes its time.
test.describe.configure({ timeout: 180_000 })

test('the answer of a confirm is lost: one order, looked up or repeated, and a ticket', async ({
  browser,
  house,
  kiosk,
  control,
}) => {
  const toSee = await house.nextShow()
  const guest = guestAt('kiosk', kiosk)
  await control.open('faults')
  await control.turnOn(presets.loseConfirmAnswer)

  await guest.openSeats(toSee)
  await guest.bestSeats(2)
  await guest.continueToBasket()
  await guest.agreeAndPay()
  await payByPhone(await openPhone(browser), await scan(guest.paymentQr()))
  await guest.sees(guest.kiosk.issuingTitle)
  await expect(kiosk.getByRole('main').getByText(guest.ordering.issuingPromise)).toBeVisible()

  await test.step('the page shows the lost answer, and the switch that it has used up', async () => {
    await expect(control.toggle(presets.loseConfirmAnswer)).not.toBeChecked()
    await control.open('calls')
    await expect(control.button(/order\.confirmOrder.*lose-answer/)).toContainText(callMessages.zh.noAnswer)
  })

  await house.foyer.passTime(61_000)
  await guest.readTicket()
  await test.step('the cloud was asked once more, and has one order', async () => {
    const cleared = control
      .button(/order\.confirmOrder.*SUCCESS/)
      .or(control.button(/order\.getOrderInfo.*SUCCESS/))
    await cleared.first().click()
    await expect(control.page.getByText('"lockOrderId"')).toBeVisible()
    await accessible(control.page, 'an opened call')
    await control.open('orders')
    await expect(control.button(/ticket_success/)).toHaveCount(1)
    await control.button(/ticket_success/).click()
    await expect(control.page.getByRole('list', { name: orderMessages.zh.life })).toBeVisible()
    await accessible(control.page, 'an opened order')
  })
})

test('an outage of a minute: the kiosk says so, keeps what was chosen, and goes on by itself', async ({
  house,
  kiosk,
  control,
}) => {
  const toSee = await house.nextShow()
  const guest = guestAt('kiosk', kiosk)
  const paused = kiosk.getByRole('status').filter({ hasText: catalogMessages.zh.closedHint })
  const goOn = kiosk.getByRole('button', { name: guest.kiosk.continue, exact: true })
  await guest.openSeats(toSee)
  await guest.bestSeats(2)
  await expect(goOn).toBeEnabled()

  await control.open('faults')
  await control.turnOn(presets.outage)
  await expect(paused).toBeVisible()
  await expect(goOn).toBeDisabled()
  await expect(guest.chosenSeats()).toHaveCount(2)
  await control.open('calls')
  await expect(control.button(/lose-request/).first()).toContainText(callMessages.zh.noAnswer)

  await house.foyer.passTime(61_000)
  await expect(paused).toBeHidden()
  await control.open('faults')
  await expect(control.toggle(presets.outage)).not.toBeChecked()
  await goOn.tap()
  await guest.sees(guest.kiosk.basketTitle)
})

test('the clock jumps past the end of sale: the kiosk says so and offers other shows, and nothing is charged', async ({
  house,
  kiosk,
  control,
}) => {
  const toSee = await soonestShow(house)
  const guest = guestAt('kiosk', kiosk)
  await guest.openSeats(toSee)
  await guest.bestSeats(2)

  const scheduleId = toSee.show.id.split('~')[1] ?? ''
  await control.open('halls', { cinema: '681', show: scheduleId })
  await control.button(topMessages.zh.pastSale).click()
  const shown = control.page.getByRole('region', { name: toSee.filmName })
  await expect(shown).toContainText(hallMessages.zh.over)

  await guest.press('button', guest.kiosk.continue)
  await expect(kiosk.getByRole('alert')).toContainText(errors['sales-ended'].text.zh)
  await expect(kiosk.getByRole('button', { name: guest.kiosk.continue, exact: true })).toBeDisabled()
  expect(await cloudOrders(house.foyer, toSee)).toEqual([])
  await guest.press('button', guest.kiosk.chooseAnotherShow)
  await expect(kiosk.getByRole('heading', { level: 1 })).toContainText(guest.kiosk.showsTitle)
})
