import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { buildPage } from '../../bench/seatmap/build-pages.ts'

export { expect }

export const origin = 'http://halls.localhost/'

/** Playwright's `test` with the page that shows halls, built once for a worker and served from no server. */
export const test = base.extend<{ page: Page }, { halls: string }>({
  halls: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern, even an empty one.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'foyer-halls-'))
      try {
        await buildPage(join(import.meta.dirname, 'page/main.tsx'), folder)
        await use(folder)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker' },
  ],
  page: async ({ page, halls }, use) => {
    await page.route(`${origin}**`, route =>
      route.fulfill({ path: join(halls, new URL(route.request().url()).pathname) }),
    )
    await use(page)
  },
})

/** Opens a hall: the canvas alone, or the seat picker as a door shows it. */
export async function openHall(page: Page, id: string, door?: 'kiosk' | 'phone'): Promise<void> {
  await page.goto(`${origin}index.html?hall=${id}${door === undefined ? '' : `&in=${door}`}`)
  await expect(page.locator('canvas').first()).toBeVisible()
}
