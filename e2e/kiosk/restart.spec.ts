import type { Page } from '@playwright/test'
import { guestAt, payByPhone } from '../support/guest.ts'
import { cloudFault, cloudOrders, expect, openPhone, type ShowToSee, test } from '../support/journey.ts'
import { scan } from '../support/scan.ts'

async function goToPayment(page: Page, toSee: ShowToSee) {
  const guest = guestAt('kiosk', page)
  await guest.openSeats(toSee)
  await guest.bestSeats(2)
  await guest.continueToBasket()
  await guest.agreeAndPay()
  return { guest, address: await scan(guest.paymentQr()) }
}

test('@portrait the server is killed before the payment: the same code still pays', async ({
  browser,
  page,
  house,
  toSee,
}) => {
  const { guest, address } = await goToPayment(page, toSee)
  await house.foyer.kill()
  await house.foyer.start()
  await payByPhone(await openPhone(browser), address)
  await guest.readTicket()
})

test('@portrait the server is killed after the payment: the ticket comes to the screen that stood open', async ({
  browser,
  page,
  house,
  toSee,
}) => {
  const { guest, address } = await goToPayment(page, toSee)
  // The cinema takes its time, so that no ticket can be out when the server dies.
  await cloudFault(house.foyer, { api: 'order.confirmOrder', kind: 'delay', delayMs: 600_000 })
  await payByPhone(await openPhone(browser), address)
  await house.foyer.kill()
  await house.foyer.start()
  await house.foyer.passTime(61_000)
  await guest.readTicket()
  expect(await cloudOrders(house.foyer, toSee)).toHaveLength(1)
})

test('@portrait the server is killed while the tickets are ordered: they are not ordered twice', async ({
  browser,
  page,
  house,
  toSee,
}) => {
  const { guest, address } = await goToPayment(page, toSee)
  await cloudFault(house.foyer, { api: 'order.confirmOrder', kind: 'lose-answer' })
  await payByPhone(await openPhone(browser), address)
  await expect.poll(() => cloudOrders(house.foyer, toSee)).toHaveLength(1)
  await guest.sees(guest.kiosk.issuingTitle)
  await house.foyer.kill()
  await house.foyer.start()
  await house.foyer.passTime(61_000)
  const { code } = await guest.readTicket()
  expect(await cloudOrders(house.foyer, toSee)).toEqual([
    expect.objectContaining({ status: 'ticket_success', confirmationId: code }),
  ])
})
