import { expect, type Locator, type Page } from '@playwright/test'
import { z } from 'zod'
import type { SeatId } from '#contract/ids.ts'
import type { Language } from '#contract/language.ts'
import { businessDay, clockTime } from '#contract/time.ts'
import { checkoutMessages } from '#src/doors/checkout/messages.ts'
import { kioskMessages } from '#src/doors/kiosk/messages.ts'
import { catalogMessages } from '#src/features/catalog/messages.ts'
import { orderingMessages } from '#src/features/ordering/messages.ts'
import { seatNameAt } from '#src/features/ordering/seat-names.ts'
import { seatingMessages } from '#src/features/seating/messages.ts'
import { dayLabel } from '#src/lib/dates.ts'
import { words as phoneWords, stateWords } from '../../server/payment/sandbox/words.ts'
import type { ShowToSee } from './journey.ts'
import { scan } from './scan.ts'
import { seatMap } from './seat-map.ts'
import { tomorrow } from './tomorrow.ts'

/** What the doors call the same act. */
const doorWords = {
  kiosk: (language: Language) => {
    const t = kioskMessages[language]
    return { back: t.back, toBasket: t.continue, backToPay: t.backToPay }
  },
  checkout: (language: Language) => {
    const t = checkoutMessages[language]
    return { back: t.back, toBasket: t.toBasket, backToPay: t.backToPay }
  },
}

/** The acts of a guest who buys, the same in every door, by what the screen calls them. */
export function guestAt(door: keyof typeof doorWords, page: Page, language: Language = 'zh') {
  const words = doorWords[door](language)
  const ordering = orderingMessages[language]
  const catalog = catalogMessages[language]
  const seating = seatingMessages[language]
  const chosen = page.getByRole('region', { name: ordering.seatsChosen })
  const press = (role: 'button' | 'link', name: string) => page.getByRole(role, { name, exact: true }).tap()

  return {
    page,
    ordering,
    kiosk: kioskMessages[language],
    checkout: checkoutMessages[language],
    seating,
    press,

    /** From the films of today to the seats of a show tomorrow. */
    async chooseShow({ show, filmName }: ShowToSee): Promise<void> {
      const { name } = dayLabel(tomorrow(), businessDay(Date.now()), language)
      const day = page
        .getByRole('navigation', { name: catalog.days })
        .getByRole('button')
        .filter({ hasText: name })
      await day.tap()
      await expect(day).toHaveAttribute('aria-pressed', 'true')
      await page
        .getByRole('link')
        .filter({ has: page.getByRole('heading', { name: filmName, exact: true }) })
        .tap()
      await page
        .getByRole('link')
        .filter({ hasText: clockTime(show.startsAt) })
        .filter({ hasText: show.hallName })
        .tap()
    },
    /** Opens the seats of a show by its address. */
    async openSeats({ show }: ShowToSee): Promise<void> {
      await page.goto(`/${door}/shows/${encodeURIComponent(show.id)}?film=${show.filmCode}&lang=${language}`)
    },
    /** Looks at the map that has just come up. A tap on a seat chooses it, or gives it back. */
    async lookAtSeats({ hall }: ShowToSee) {
      await expect(page.getByRole('grid')).toBeAttached()
      const map = seatMap(page, hall, language)
      const listed = (id: SeatId) =>
        page.getByRole('gridcell', { selected: true, name: spokenName(hall, id) })
      return {
        async choose(...ids: readonly SeatId[]): Promise<void> {
          for (const id of ids) {
            await map.tap(id)
            await expect(listed(id)).toBeAttached()
          }
        },
        async giveBack(id: SeatId): Promise<void> {
          await map.tap(id)
          await expect(listed(id)).toHaveCount(0)
        },
      }
    },
    bestSeats: (people: number) => press('button', seating.bestFor(people)),
    /** The seats chosen so far, as the screen lists them. */
    chosenSeats: (): Locator => chosen.getByRole('listitem'),
    seatName: ({ hall }: ShowToSee, id: SeatId): string =>
      seatNameAt(hall, hall.seats.id.indexOf(id), language),
    continueToBasket: () => press('button', words.toBasket),
    stepBack: () => press('link', words.back),
    backToPay: () => press('link', words.backToPay),
    switchLanguage: () => press('button', language === 'zh' ? 'English' : '中文'),
    /** The screen with this title is the one on show. */
    sees: (title: string) =>
      expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible(),
    /** From the basket to the payment's QR, at a kiosk without a word about herself. */
    async agreeAndPay(): Promise<void> {
      await page.getByRole('button', { name: kioskMessages[language].agreeAndPay }).tap()
      await expect(page.getByRole('img', { name: ordering.payQr, exact: true })).toBeVisible()
    },
    /** From the basket to the payment on her own phone: number, agreement, on. */
    async fillInAndPay(mobile: string): Promise<void> {
      await page.getByLabel(ordering.phone, { exact: true }).fill(mobile)
      await page.getByRole('checkbox', { name: checkoutMessages[language].agree }).check()
      await page.getByRole('button', { name: checkoutMessages[language].toPay }).tap()
      await expect(page.getByRole('img', { name: ordering.payQr, exact: true })).toBeVisible()
    },
    /** From a show's address to the payment on her own phone, with the best seats for so many. */
    async goToPay(toSee: ShowToSee, people: number): Promise<void> {
      await this.openSeats(toSee)
      await this.bestSeats(people)
      await this.continueToBasket()
      await this.fillInAndPay('13912345678')
    },
    /** The payment's page, opened by the link beside the QR. */
    async openWallet(): Promise<Page> {
      const opened = page.context().waitForEvent('page')
      await page.getByRole('link', { name: checkoutMessages[language].payNow }).tap()
      return opened
    },
    async cancelOrder(): Promise<void> {
      await press('button', ordering.cancel)
      await press('button', ordering.cancelYes)
    },
    /** The payment's QR, as soon as it can be scanned. */
    paymentQr: (): Locator => page.getByRole('img', { name: ordering.payQr, exact: true }),
    /** What stands on the ticket: the QR's content, the pickup code and the four digits. */
    async readTicket(): Promise<{ qr: string; code: string; pin: string }> {
      const qr = page.getByRole('img', { name: ordering.pickupQr, exact: true })
      await expect(qr).toBeVisible()
      const fact = (term: string) =>
        page
          .getByRole('definition')
          .filter({ has: page.locator(`xpath=preceding-sibling::dt[.="${term}"]`) })
          .first()
      return {
        qr: await scan(qr),
        code: ((await fact(ordering.pickupCode).textContent()) ?? '').replace(/\s/g, ''),
        pin: ((await fact(ordering.pin).textContent()) ?? '').trim(),
      }
    },
  }

  /** How the map's twin for readers begins the name of a seat. */
  function spokenName(hall: ShowToSee['hall'], id: SeatId): RegExp {
    const at = hall.seats.id.indexOf(id)
    const name = seating.seats(hall.seats.row[at] ?? '', [hall.seats.column[at] ?? ''])
    return new RegExp(`^${name}${seating.between.trim()}`, 'i')
  }
}

/** What the phone does that has scanned a payment's QR. */
export async function payByPhone(phone: Page, address: string): Promise<void> {
  await phone.goto(address)
  await confirmPayment(phone)
}

/** The payment's page is open; it is paid for. */
export async function confirmPayment(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: phoneWords.pay.zh }).tap()
  await expect(phone.getByRole('heading', { name: stateWords.paid.title.zh })).toBeVisible()
}

export async function declineByPhone(phone: Page, address: string): Promise<void> {
  await phone.goto(address)
  await phone.getByRole('button', { name: phoneWords.decline.zh }).tap()
  await expect(phone.getByRole('heading', { name: stateWords.declined.title.zh })).toBeVisible()
}

/** Counts what fingers do on this page from now on. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => performance.mark('tap'), { capture: true })
  })
  return () => page.evaluate(() => performance.getEntriesByName('tap').length)
}

/** Everything but reading that this page asks of the server: where, and the keys of what it sends. */
export function recordPosts(page: Page): () => { path: string; keys: string[] }[] {
  const posts: { path: string; keys: string[] }[] = []
  page.on('request', request => {
    if (request.method() === 'GET') return
    const body = z.record(z.string(), z.unknown()).parse(request.postDataJSON())
    posts.push({ path: new URL(request.url()).pathname, keys: Object.keys(body).sort() })
  })
  return () => posts
}
