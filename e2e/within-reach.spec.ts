import type { Page } from '@playwright/test'
import { kioskMessages } from '#src/doors/kiosk/messages.ts'
import { orderingMessages } from '#src/features/ordering/messages.ts'
import { test } from './support/house.ts'
import { expect } from './support/journey.ts'
import { aShow, buyer, seatsOf } from './support/sale.ts'

const upright = { width: 1080, height: 1920 }

test('in reach mode everything to be pressed lies in the lower 55 % of an upright kiosk', async ({
  page,
  foyer,
}) => {
  const t = kioskMessages.zh
  await page.setViewportSize(upright)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const guest = buyer(page, foyer.url)
  await guest.arrive('/kiosk?cinema=681')
  await page.getByRole('button', { name: t.lower }).click()
  await withinReach(page, 'first screen')
  await guest.arrive('/kiosk/films?cinema=681')
  await expect(page.getByRole('link', { name: /¥/ }).first()).toBeVisible()
  await withinReach(page, 'films')
  await page.getByRole('link', { name: /¥/ }).first().click()
  await expect(page).toHaveURL(/\/films\//)
  await expect(page.getByRole('main').getByRole('link', { name: /¥/ }).first()).toBeVisible()
  await withinReach(page, 'shows')
  await guest.arrive(seatsOf('kiosk', await aShow(foyer.url)))
  await guest.chooseBest(2)
  await withinReach(page, 'seats')
  await guest.toBasket()
  await withinReach(page, 'basket')
  await page.getByRole('button', { name: t.phoneOpen }).click()
  await withinReach(page, 'keypad')
  await page.getByRole('button', { name: orderingMessages.zh.cancel }).click()
  await withinReach(page, 'question')
  await page.getByRole('button', { name: orderingMessages.zh.cancelKeep }).click()
  await guest.toPayment()
  await withinReach(page, 'payment')
  await guest.payOnPhone()
  await guest.ticketCode()
  await withinReach(page, 'ticket')
})

test('a window of 320 by 256 pixels, as a desktop has at 400 %, needs no scrolling sideways', async ({
  page,
  foyer,
}) => {
  await page.setViewportSize({ width: 320, height: 256 })
  const guest = buyer(page, foyer.url, 'en')
  await guest.arrive('/checkout?cinema=681')
  await expect(page.getByRole('link', { name: /¥/ }).first()).toBeVisible()
  await noSidewaysScrolling(page, 'films')
  await page.getByRole('main').getByRole('link', { name: /¥/ }).first().click()
  await expect(page).toHaveURL(/\/films\//)
  await expect(page.getByRole('main').getByRole('link', { name: /¥/ }).first()).toBeVisible()
  await noSidewaysScrolling(page, 'shows')
  await guest.arrive(seatsOf('checkout', await aShow(foyer.url)))
  await guest.chooseBest(2)
  await noSidewaysScrolling(page, 'seats')
  await guest.toBasket()
  await noSidewaysScrolling(page, 'basket')
  await guest.toPayment('13912345678')
  await noSidewaysScrolling(page, 'payment')
  await guest.payOnPhone()
  await guest.ticketCode()
  await noSidewaysScrolling(page, 'ticket')
})

/** What a finger can press begins below the upper 45 %; what lies below the lower edge is scrolled up by it. */
async function withinReach(page: Page, screen: string): Promise<void> {
  const tooHigh = await page.evaluate(highest => {
    // The picture of the hall is pressed too.
    const controls = document.querySelectorAll('a, button, input, [role="gridcell"], [data-density] canvas')
    /** The upper edge of what is seen of it: what is scrolled out of sight cannot be pressed. */
    const topInSight = (control: Element) => {
      let { top, bottom } = control.getBoundingClientRect()
      for (let box = control.parentElement; box; box = box.parentElement) {
        if (getComputedStyle(box).overflowY === 'visible') continue
        top = Math.max(top, box.getBoundingClientRect().top)
        bottom = Math.min(bottom, box.getBoundingClientRect().bottom)
      }
      return bottom > top ? top : Number.POSITIVE_INFINITY
    }
    return [...controls].flatMap(control => {
      const top = topInSight(control)
      const hidden = !control.checkVisibility({ visibilityProperty: true }) || control.closest('.sr-only')
      const name = control.getAttribute('aria-label') ?? control.textContent
      return hidden || top >= highest ? [] : [`${control.tagName} ${name} at ${Math.round(top)}`]
    })
  }, upright.height * 0.45)
  expect(tooHigh, screen).toEqual([])
}

async function noSidewaysScrolling(page: Page, screen: string): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap(element => {
      const { overflowX } = getComputedStyle(element)
      const scrolls = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll'
      return scrolls && element.scrollWidth > element.clientWidth + 1
        ? [`${element.tagName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`]
        : []
    }),
  )
  expect(wide, screen).toEqual([])
}
