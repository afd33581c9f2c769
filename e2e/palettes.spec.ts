import type { Page } from '@playwright/test'
import { seatingMessages } from '#src/features/seating/messages.ts'
import { accessible } from './support/axe.ts'
import { lightnessApart, seenWith, visions } from './support/colour-vision.ts'
import { test } from './support/house.ts'
import { expect } from './support/journey.ts'
import { aShow, buyer, seatsOf } from './support/sale.ts'

const words = seatingMessages.zh
/** A hall with three prices. */
const severalPrices = '巨幕厅'

async function openSeats(
  page: Page,
  url: string,
  door: 'kiosk' | 'checkout' = 'checkout',
  hall = severalPrices,
): Promise<void> {
  const show = await aShow(url, ({ hallName }) => hallName.includes(hall))
  await buyer(page, url).arrive(seatsOf(door, show))
  await expect(page.getByRole('grid')).toBeAttached()
}

const tokens = (page: Page, names: readonly string[]) =>
  page.evaluate(
    asked => asked.map(name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()),
    names,
  )
const bands = [1, 2, 3, 4, 5, 6].map(tone => `--seat-band-${tone}`)
const choose = (page: Page) => page.getByRole('button', { name: words.safeColours })

test('the safe colours keep neighbours in price apart for every kind of colour vision, and are remembered', async ({
  page,
  foyer,
}) => {
  await openSeats(page, foyer.url)
  await choose(page).click()
  await expect(page.locator('html')).toHaveAttribute('data-palette', 'safe')
  expect(await tokens(page, ['--seat-dots'])).toEqual(['1'])
  await accessible(page, 'seats in safe colours')
  const colours = await tokens(page, bands)
  for (const vision of visions) {
    const seen = colours.map(colour => seenWith(colour, vision))
    for (const [nth, colour] of seen.entries()) {
      const next = seen[nth + 1]
      if (next) expect(lightnessApart(colour, next), `${vision}: ${nth + 1} and the next`).toBeGreaterThan(12)
    }
  }
  await page.reload()
  await expect(choose(page)).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('html')).toHaveAttribute('data-palette', 'safe')
})

test('at a kiosk the next guest begins with the ordinary colours', async ({ page, foyer }) => {
  await page.setViewportSize({ width: 1080, height: 1920 })
  await openSeats(page, foyer.url, 'kiosk')
  await choose(page).click()
  await expect(page.locator('html')).toHaveAttribute('data-palette', 'safe')
  await page.clock.install()
  await page.clock.fastForward('01:20')
  await expect(page).toHaveURL(/\/kiosk(\?.*)?$/)
  await openSeats(page, foyer.url, 'kiosk')
  await expect(choose(page)).toHaveAttribute('aria-pressed', 'false')
})

test('a guest whose system asks for more contrast has it, and for less motion too', async ({
  page,
  foyer,
}) => {
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' })
  await openSeats(page, foyer.url, 'checkout', '1号厅')
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
  expect(await tokens(page, ['--color-ink-950', '--seat-dots'])).toEqual(['#000', '1'])
  const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length
  await expect.poll(() => page.evaluate(moving)).toBe(0)
  await accessible(page, 'seats with more contrast')
})

test('the hall is drawn in the colours that a system forces, and what is pressed stands out', async ({
  page,
  foyer,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openSeats(page, foyer.url)
  const chip = choose(page)
  await chip.click()
  const look = () =>
    chip.evaluate(node => {
      const { backgroundColor, borderStyle } = getComputedStyle(node)
      const probe = document.createElement('span')
      probe.style.backgroundColor = 'Highlight'
      document.body.append(probe)
      const highlight = getComputedStyle(probe).backgroundColor
      probe.remove()
      return { highlighted: backgroundColor === highlight, borderStyle }
    })
  await expect.poll(look).toEqual({ highlighted: true, borderStyle: 'solid' })
  const painted = await page
    .locator('[data-density] canvas')
    .first()
    .evaluate(node => {
      if (!(node instanceof HTMLCanvasElement)) throw new Error('not a canvas')
      const pixels = node.getContext('2d')?.getImageData(0, 0, node.width, node.height).data
      return new Set(pixels?.filter((_, at) => at % 4 === 0)).size
    })
  expect(painted, 'shades in the picture of the hall').toBeGreaterThan(2)
})
