import { expect, type Page } from '@playwright/test'
import { accessible } from './support/axe.ts'
import { test } from './support/house.ts'
import { aShow, buyer, seatsOf } from './support/sale.ts'
import type { Tongue } from './support/words.ts'

const sizes = { kiosk: { width: 1080, height: 1920 }, checkout: { width: 390, height: 844 } }

interface Look {
  contrast?: 'more'
  /** What this device has kept of its guest's wishes. */
  palette?: 'safe'
  comfort?: { largeType: boolean; highContrast: boolean; lowered: boolean }
}

/** How the page looks where a guest has asked for it; the kiosk's button and the system's wish make one contrast. */
const looks = {
  'high contrast': { contrast: 'more' },
  'reach mode, large type and safe colours': {
    palette: 'safe',
    comfort: { largeType: true, highContrast: false, lowered: true },
  },
} satisfies Record<string, Look>

async function wear(page: Page, { contrast, palette, comfort }: Look): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', ...(contrast && { contrast }) })
  await page.addInitScript(
    kept => {
      const state = (wish: object) => JSON.stringify({ state: wish, version: 0 })
      if (kept.palette) localStorage.setItem('foyer-palette', state({ palette: kept.palette }))
      if (kept.comfort) sessionStorage.setItem('foyer-comfort', state(kept.comfort))
    },
    { palette, comfort },
  )
}

/** The page looks as it was asked to, so that the next glance is at that look and not at the ordinary one. */
async function worn(page: Page, { contrast, palette, comfort }: Look): Promise<void> {
  const html = page.locator('html')
  if (contrast) await expect(html).toHaveAttribute('data-contrast', 'high')
  if (palette) await expect(html).toHaveAttribute('data-palette', palette)
  if (comfort) await expect(html).toHaveAttribute('data-reach', 'low')
}

/** Buys two tickets and looks at every screen on the way. */
async function lookAtSale(
  page: Page,
  url: string,
  { door, tongue, look = {} }: { door: keyof typeof sizes; tongue: Tongue; look?: Look },
): Promise<void> {
  await page.setViewportSize(sizes[door])
  await wear(page, look)
  const guest = buyer(page, url, tongue)
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
  await guest.arrive(seatsOf(door, await aShow(url)))
  await guest.chooseBest(2)
  await worn(page, look)
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
  await worn(page, look)
  await accessible(page, 'ticket')
}

for (const [door, tongue, wish] of [
  ['kiosk', 'zh', 'high contrast'],
  ['kiosk', 'en', 'reach mode, large type and safe colours'],
  ['checkout', 'en', 'high contrast'],
] as const) {
  test(`every screen of the ${door} is accessible with ${wish} (${tongue})`, async ({ page, foyer }) => {
    await lookAtSale(page, foyer.url, { door, tongue, look: looks[wish] })
  })
}

for (const tongue of ['zh', 'en'] satisfies Tongue[]) {
  for (const door of ['kiosk', 'checkout'] as const) {
    test(`every screen of the ${door} is accessible (${tongue})`, async ({ page, foyer }) => {
      await lookAtSale(page, foyer.url, { door, tongue })
    })
  }

  test(`the pickup door is accessible (${tongue})`, async ({ page, foyer }) => {
    const guest = buyer(page, foyer.url, tongue)
    await guest.arrive('/pickup')
    await expect(page.getByRole('button', { name: guest.say.find })).toBeVisible()
    await accessible(page, 'pickup')
    await page.getByRole('button', { name: guest.say.find }).click()
    await accessible(page, 'pickup with errors')
    await page.emulateMedia({ contrast: 'more' })
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
    await accessible(page, 'pickup with errors and more contrast')
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
