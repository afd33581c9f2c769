import type { Locator, Page } from '@playwright/test'
import { fitView } from '#src/features/seating/canvas/view.ts'
import { layoutOf } from '#src/features/seating/layout/hall-layout.ts'
import { sectionAreas } from '#src/features/seating/layout/sections.ts'
import { seatingMessages } from '#src/features/seating/messages.ts'
import { fingersOn } from './fingers.ts'
import { halls } from './halls.ts'
import { expect, openHall, test } from './shown.ts'

/*
 * Finding one's way in a hall that is larger than the screen. What the map shows is read off the small hall in its
 * corner: the window there lies on the part that can be seen.
 */

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' })

const words = seatingMessages.zh

for (const [door, least] of [
  ['phone', 48],
  ['kiosk', 60],
] as const) {
  test.describe(`at the ${door}`, () => {
    if (door === 'kiosk') test.use({ viewport: { width: 1080, height: 1920 }, isMobile: false })

    test('a hall that is seen whole has no mini-map, one that is not has', async ({ page }) => {
      await openHall(page, 'two-aisles-300', door)
      await expect(miniMap(page)).toBeHidden()
      await page.getByRole('button', { name: words.zoomIn }).tap()
      await expect(miniMap(page)).toBeVisible()
      await page.getByRole('button', { name: words.fit }).tap()
      await expect(miniMap(page)).toBeHidden()
    })

    test(`every button of the map is ${least} px high and wide at least`, async ({ page }) => {
      await openHall(page, 'stadium-20000', door)
      for (const name of [words.zoomIn, words.zoomOut, words.fit]) {
        const box = await page.getByRole('button', { name }).boundingBox()
        expect(Math.round(Math.min(box?.width ?? 0, box?.height ?? 0)), name).toBeGreaterThanOrEqual(least)
      }
      await page.getByRole('button', { name: words.zoomIn }).tap()
      const small = await miniMap(page).boundingBox()
      expect(Math.round(Math.min(small?.width ?? 0, small?.height ?? 0))).toBeGreaterThanOrEqual(least)
    })

    test('a tap on a section of a stadium goes to it, and the whole comes back', async ({ page }) => {
      await openHall(page, 'stadium-20000', door)
      await expect(miniMap(page)).toBeHidden()
      const at = await middleOfSection(page, 'stadium-20000', 'A8')
      await page.touchscreen.tap(at.x, at.y)
      await expect(page.getByRole('status')).toHaveText(words.zoomedForYou)
      const seen = await windowSeen(page)
      expect(seen.right).toBeGreaterThan(0.97)
      expect(seen.left).toBeGreaterThan(0.75)
      expect(seen.top).toBeLessThan(0.3)
      await page.getByRole('button', { name: words.fit }).tap()
      await expect(miniMap(page)).toBeHidden()
    })
  })
}

test('a tap on the mini-map goes there, and a finger draws the window along', async ({ page }) => {
  await openHall(page, 'arena-2000', 'phone')
  for (let k = 0; k < 4; k++) await page.getByRole('button', { name: words.zoomIn }).tap()
  const small = await miniMap(page).boundingBox()
  if (!small) throw new Error('there is no mini-map')
  await page.touchscreen.tap(small.x + small.width * 0.2, small.y + small.height * 0.8)
  const there = await windowSeen(page)
  await expect(miniMap(page)).toHaveScreenshot('mini-map.png')
  expect((there.left + there.right) / 2).toBeCloseTo(0.2, 1)
  expect((there.top + there.bottom) / 2).toBeCloseTo(0.8, 1)

  const from = { x: small.x + small.width * 0.2, y: small.y + small.height * 0.8 }
  const fingers = await fingersOn(page)
  await fingers.drag([from], [{ x: from.x + small.width * 0.5, y: from.y }], 5)
  await fingers.up()
  const drawn = await windowSeen(page)
  expect((drawn.left + drawn.right) / 2).toBeCloseTo(0.7, 1)
  expect((drawn.top + drawn.bottom) / 2).toBeCloseTo(0.8, 1)
})

test('the mini-map says nothing to a reader, who has the grid', async ({ page }) => {
  await openHall(page, 'two-aisles-300', 'phone')
  await page.getByRole('button', { name: words.zoomIn }).tap()
  await expect(miniMap(page)).toHaveAttribute('aria-hidden', 'true')
  const grid = page.getByRole('grid')
  await grid.getByRole('gridcell').first().focus()
  await page.keyboard.press('Control+End')
  await expect.poll(async () => (await windowSeen(page)).bottom).toBeGreaterThan(0.95)
})

test('a reader’s page keys lead into every section, and the map follows', async ({ page }) => {
  await openHall(page, 'stadium-20000', 'phone')
  const names = halls
    .find(({ id }) => id === 'stadium-20000')
    ?.evening()
    .hall.sections.map(({ name }) => name)
  await page.getByRole('grid').getByRole('gridcell').first().focus()
  await expect(miniMap(page)).toBeVisible()
  const focused = page.locator(':focus')
  const first = await windowSeen(page)
  const spoken = async () => (await focused.getAttribute('aria-label')) ?? ''
  const heard = [await spoken()]
  while (heard.length < (names?.length ?? 0)) {
    await page.keyboard.press('PageDown')
    await expect.poll(spoken).not.toBe(heard.at(-1))
    heard.push(await spoken())
  }
  expect(heard.map(label => names?.find(name => label.includes(name)))).toEqual(names)
  await expect.poll(async () => (await windowSeen(page)).top).toBeGreaterThan(first.top + 0.1)
})

const region = (page: Page): Locator => page.getByRole('region', { name: words.map, exact: true })
const miniMap = (page: Page): Locator => page.locator('[data-mini-map]')

/** Where a section's middle is drawn on the map that shows the whole hall. */
async function middleOfSection(page: Page, id: string, name: string) {
  const box = await region(page).locator('canvas').first().boundingBox()
  const hall = halls.find(planned => planned.id === id)?.evening().hall
  const layout = hall && layoutOf(hall)
  const section = hall?.sections.findIndex(each => each.name === name)
  const area = layout && sectionAreas(layout).find(each => each.section === section)
  if (!box || !area) throw new Error('the section is not on the map')
  const view = fitView(layout.bounds, box, Number.POSITIVE_INFINITY)
  const { left, right, top, bottom } = area.bounds
  return {
    x: box.x + ((left + right) / 2) * view.scale + view.x,
    y: box.y + ((top + bottom) / 2) * view.scale + view.y,
  }
}

/** What the map shows, as parts of the whole hall. */
async function windowSeen(page: Page) {
  const whole = await miniMap(page).boundingBox()
  const window = await miniMap(page).locator('div').boundingBox()
  if (!whole || !window) throw new Error('there is no mini-map')
  return {
    left: (window.x - whole.x) / whole.width,
    right: (window.x + window.width - whole.x) / whole.width,
    top: (window.y - whole.y) / whole.height,
    bottom: (window.y + window.height - whole.y) / whole.height,
  }
}
