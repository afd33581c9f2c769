import { test as base, expect, type Page } from '@playwright/test'
import type { Tab } from '#src/doors/sandbox/place.ts'
import { openFoyer } from './foyer.ts'
import { type House, houseOf, type ShowToSee } from './journey.ts'

export { expect }

/** Half of an ordinary screen each. */
const viewport = { width: 960, height: 1080 }

interface Beside {
  /** Of this test alone: faults and jumps of the clock concern everybody in it. */
  house: House
  kiosk: Page
  control: ReturnType<typeof controlPage>
}

/** Playwright's `test` with a kiosk and the sandbox's control page open side by side. */
export const test = base.extend<Beside>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern, even an empty one.
  house: async ({}, use) => {
    const foyer = await openFoyer()
    try {
      await use(houseOf(foyer))
    } finally {
      await foyer.close()
    }
  },
  kiosk: async ({ browser, house }, use) => {
    const context = await browser.newContext({ viewport, hasTouch: true, baseURL: house.foyer.url })
    await use(await context.newPage())
    await context.close()
  },
  control: async ({ browser, house }, use) => {
    const context = await browser.newContext({ viewport })
    await use(controlPage(await context.newPage(), house.foyer.sandbox))
    await context.close()
  },
})

/** The acts of an engineer at the control page. */
export function controlPage(page: Page, address: string) {
  return {
    page,
    /** Opens a view by its address, with whatever else the address can say. */
    async open(tab: Tab, more: Record<string, string> = {}): Promise<void> {
      await page.goto(`${address}?${new URLSearchParams({ tab, ...more })}`)
    },
    button: (name: string | RegExp) => page.getByRole('button', { name }),
    toggle: (name: string) => page.getByRole('switch', { name, exact: true }),
    /** Turns a fault's switch on, and sees it on. */
    async turnOn(name: string): Promise<void> {
      await this.toggle(name).click()
      await expect(this.toggle(name)).toBeChecked()
    },
  }
}

/** The show of today that stops selling soonest, at an hour when there are some left. */
export async function soonestShow({ foyer, api }: House): Promise<ShowToSee> {
  const now = Date.parse((await api.get('getStatus')).now)
  const noon = Date.parse(`${new Date(now + dayMs).toISOString().slice(0, 10)}T12:00:00+08:00`)
  await foyer.passTime(noon - now)
  const { shows, films } = await api.get('getProgramme', { params: { cinemaId: '681' } })
  const show = shows
    .filter(({ sale, sellsUntil }) => sale === 'on-sale' && Date.parse(sellsUntil) > noon + spareMs)
    .sort((a, b) => Date.parse(a.sellsUntil) - Date.parse(b.sellsUntil))[0]
  const film = films.find(({ code }) => code === show?.filmCode)
  if (!show || !film) throw new Error('nothing sells at noon')
  return { show, filmName: film.name, hall: await api.get('getHall', { params: { showId: show.id } }) }
}

const dayMs = 86_400_000
/** A show that stops selling while the test is under way would prove nothing. */
const spareMs = 10 * 60_000
