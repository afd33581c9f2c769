import { expect, type Locator, type Page } from '@playwright/test'
import type { Show } from '#contract/catalog.ts'
import { createGuest } from '../../server/test-support/guest.ts'
import { tomorrow } from './tomorrow.ts'
import { type Tongue, words } from './words.ts'

/** A guest buying tickets at the kiosk or on a phone: what she does, and what she waits to see. */
export function buyer(page: Page, url: string, tongue: Tongue = 'zh') {
  const say = words[tongue]
  /** A button, or a link that looks like one. */
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()

  return {
    say,
    /** Opens a door in the guest's language. */
    async arrive(path: string): Promise<void> {
      const address = new URL(path, url)
      if (tongue === 'en') address.searchParams.set('lang', 'en')
      await page.goto(address.href)
    },
    chooseBest: (people: number) => button(say.bestFor(people)).click(),
    /** From the seats to the basket: the seats are locked. */
    async toBasket(): Promise<void> {
      await button(say.continue).click()
      await expect(page).toHaveURL(/\/orders\//)
      await expect(button(say.pay)).toBeVisible()
    },
    /** From the basket to the QR; a phone asks for a number and a tick first. */
    async toPayment(mobile?: string): Promise<void> {
      if (mobile !== undefined) {
        await page.getByLabel(say.phoneNumber).fill(mobile)
        await page.getByRole('checkbox', { name: say.agreeBox }).check()
      }
      await button(say.pay).click()
      await expect(page.getByRole('img', { name: say.scan })).toBeVisible()
    },
    /** Scans the QR: the payment's page opens on another device. */
    async scan(): Promise<Page> {
      const address = await page.getByRole('link', { name: say.phonePage }).getAttribute('href')
      if (address === null) throw new Error('the payment has no address')
      const phone = await page.context().newPage()
      await phone.goto(address)
      return phone
    },
    /** Pays and reads on the phone that it is paid; a page that is closed while it loads may never close. */
    async payOnPhone(): Promise<void> {
      const phone = await this.scan()
      await phone.getByRole('button', { name: say.payNow }).click()
      await expect(phone.getByRole('heading', { name: say.paid })).toBeVisible()
      await phone.close()
    },
    /** Waits for the ticket and reads its code. */
    async ticketCode(timeout = 30_000): Promise<string> {
      await expect(page.getByRole('heading', { name: say.ticket }).first()).toBeVisible({ timeout })
      const code = await page.getByRole('main').getByText(say.pickupCode).first().textContent()
      return (code ?? '').replace(/\D/g, '')
    },
    chosen: () => page.getByRole('gridcell', { selected: true }),
  }
}

/** A show of the kiosk's cinema whose sale ends latest, so that no clock can spoil a journey, in a hall that suits. */
export async function aShow(url: string, suits: (show: Show) => boolean = () => true): Promise<Show> {
  const guest = createGuest(url)
  const params = { cinemaId: '681' }
  const { shows } = await guest.get('getProgramme', { params, query: { date: tomorrow() } })
  const show = shows.find(one => one.sale === 'on-sale' && suits(one))
  if (!show) throw new Error('no show suits')
  return show
}

/** The address of a show's seats in one of the doors. */
export const seatsOf = (door: 'kiosk' | 'checkout', show: Show) =>
  `/${door}/shows/${encodeURIComponent(show.id)}?cinema=${show.cinemaId}`
