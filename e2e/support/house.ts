import { test as base } from '@playwright/test'
import { type Foyer, openFoyer } from './foyer.ts'

/** Playwright's `test` with one Foyer per worker: its journeys sell different seats and leave each other alone. */
export const test = base.extend<object, { foyer: Foyer }>({
  foyer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern, even an empty one.
    async ({}, use) => {
      const foyer = await openFoyer()
      await use(foyer)
      await foyer.close()
    },
    { scope: 'worker' },
  ],
})
