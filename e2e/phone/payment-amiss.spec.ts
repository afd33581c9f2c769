import type { Page } from '@playwright/test'
import { mishapWords, stateWords, words } from '../../server/payment/sandbox/words.ts'
import { guestAt } from '../support/guest.ts'
import { cloudOrders, expect, test } from '../support/journey.ts'

/** Pays by the fold at the page's end, where testers find what can go wrong. */
async function payAmiss(wallet: Page, mishap: keyof typeof mishapWords): Promise<void> {
  await wallet.getByText(words.amiss.zh).tap()
  await wallet.getByRole('button', { name: mishapWords[mishap].zh }).tap()
  await expect(wallet.getByRole('heading', { name: stateWords.paid.title.zh })).toBeVisible()
}

test('a fen too little yields no ticket, and goes back whole', async ({ page, house, toSee }) => {
  const guest = guestAt('checkout', page)
  await guest.goToPay(toSee, 2)
  const wallet = await guest.openWallet()
  await payAmiss(wallet, 'pay-short')
  await wallet.close()
  await expect(page.getByRole('heading', { name: guest.ordering.refundedTitle })).toBeVisible()
  await expect(page.getByRole('main').getByText(guest.ordering.reasonMismatch)).toBeVisible()
  expect(await cloudOrders(house.foyer, toSee)).toEqual([])
})

test('the message of the payment is lost: the ticket comes all the same', async ({ page, toSee }) => {
  const guest = guestAt('checkout', page)
  await guest.goToPay(toSee, 1)
  const wallet = await guest.openWallet()
  await payAmiss(wallet, 'pay-silent')
  await wallet.close()
  expect((await guest.readTicket()).pin).toBe('5678')
})

test('a payment after the order was given up goes back by itself', async ({ page, toSee, house }) => {
  const guest = guestAt('checkout', page)
  await guest.goToPay(toSee, 1)
  const wallet = await guest.openWallet()
  await house.foyer.passTime(9 * 60_000)
  await expect(page.getByRole('heading', { name: guest.ordering.expiredTitle })).toBeVisible()
  await wallet.reload()
  await payAmiss(wallet, 'pay-late')
  await wallet.close()
  await expect(page.getByRole('heading', { name: guest.ordering.refundedTitle })).toBeVisible()
  expect(await cloudOrders(house.foyer, toSee)).toEqual([])
})
