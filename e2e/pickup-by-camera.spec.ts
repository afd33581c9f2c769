import { expect } from '@playwright/test'
import { createGuest } from '../server/test-support/guest.ts'
import { test } from './support/camera-test.ts'
import { openFoyer } from './support/foyer.ts'

test.use({ permissions: ['camera'] })

test('a ticket held before the camera is found', async ({ page, camera }) => {
  const foyer = await openFoyer()
  try {
    const guest = createGuest(foyer.url)
    const { show, hall } = await guest.findShow()
    const [seat] = await guest.freeSeats(hall, 1)
    const held = await guest.hold(show.id, seat === undefined ? [] : [seat])
    if (!held.ok) throw new Error(held.error.message)
    const paying = await guest.pay(held.value)
    if (!paying.ok) throw new Error(paying.error.message)
    expect(await guest.onThePhone(paying.value, 'pay')).toBeLessThan(400)
    const { pickup } = await guest.watch(held.value, 'ticketed')
    if (pickup === undefined) throw new Error('a ticketed order without a pickup code')

    camera.hold(`${foyer.url}/pickup?t=${pickup.token}`)
    await page.goto(`${foyer.url}/pickup`)
    await page.getByRole('button', { name: '打开摄像头' }).click()
    await expect(
      page
        .getByRole('main')
        .getByText(pickup.code.replace(/(.{4})(?=.)/g, '$1 '))
        .first(),
    ).toBeVisible()
    await expect(page.getByText(held.value.show.filmName).first()).toBeVisible()
  } finally {
    await foyer.close()
  }
})
