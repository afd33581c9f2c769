import type { Page } from '@playwright/test'
import { type HallLayout, layoutOf } from '#src/features/seating/layout/hall-layout.ts'
import { sectionAreas } from '#src/features/seating/layout/sections.ts'
import { seatLook, seatLooks } from '#src/features/seating/seat-look.ts'
import { halls } from './halls.ts'
import type { Evening } from './shape.ts'
import { expect, openHall, test } from './shown.ts'

/*
 * Halls as cinemas have them and halls as nobody would draw them, each drawn by the product's own canvas and compared
 * with a picture that somebody has looked at. `npm run e2e -- halls --update-snapshots` keeps what is drawn now:
 * look at each picture that changed.
 */

const size = { width: 384, height: 384 }
/** Smaller than this, in CSS pixels a pitch, a seat's colour is not told from the floor between seats. */
const tellable = 4
/** The same where sections stand for their seats until these are larger. */
const tellableBehindSections = 8

test.use({
  viewport: size,
  deviceScaleFactor: 1,
  reducedMotion: 'reduce',
  launchOptions: async ({ launchOptions }, use) => {
    const plain = ['--disable-gpu', '--force-color-profile=srgb']
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...plain] })
  },
})

for (const planned of halls) {
  test(`${planned.id}: ${planned.about}`, async ({ page }) => {
    const evening = planned.evening()
    const layout = layoutOf(evening.hall)
    expect(factsOf(layout)).toEqual(planned.facts)
    expect(overlapping(layout)).toEqual([])
    expect(outside(layout)).toEqual([])
    expect(namesThatTouch(layout)).toEqual([])

    await openHall(page, planned.id)
    await expect(page).toHaveScreenshot(`${planned.id}.png`)

    const view = await page.evaluate(() => window.shownHall.view())
    if (!view) throw new Error('the hall is not shown')
    const { bounds } = layout
    expect(bounds.left * view.scale + view.x).toBeGreaterThanOrEqual(-0.5)
    expect(bounds.top * view.scale + view.y).toBeGreaterThanOrEqual(-0.5)
    expect(bounds.right * view.scale + view.x).toBeLessThanOrEqual(size.width + 0.5)
    expect(bounds.bottom * view.scale + view.y).toBeLessThanOrEqual(size.height + 0.5)
    const told = sectionAreas(layout).length > 0 ? tellableBehindSections : tellable
    if (view.scale >= told) expect(await countDrawn(page)).toEqual(tallyOf(layout, evening))
  })
}

test('a section of a stadium, near: its seats, the row labels at the edge, where the screen is', async ({
  page,
}) => {
  await openHall(page, 'stadium-20000')
  await page.mouse.click(size.width / 2 + 20, size.height / 2)
  await expect.poll(() => page.evaluate(() => window.shownHall.view()?.scale)).toBeGreaterThan(8)
  await expect(page).toHaveScreenshot('stadium-section.png')
})

test('the guest’s own seat on a stadium’s sections, with a ring in the safe colours', async ({ page }) => {
  const scale = () => page.evaluate(() => window.shownHall.view()?.scale ?? 0)
  await openHall(page, 'stadium-20000')
  const whole = await scale()
  await page.mouse.click(size.width / 2 + 20, size.height / 2)
  await expect.poll(scale).toBeGreaterThan(8)
  // Elsewhere: two quick clicks in one place are one double click.
  await page.mouse.click(150, 200)
  await expect.poll(() => page.evaluate(() => window.shownHall.chosen().length)).toBe(1)
  const further = async () => {
    await page.mouse.wheel(0, 400)
    return scale()
  }
  await expect.poll(further).toBeCloseTo(whole, 3)
  await expect(page).toHaveScreenshot('stadium-own-seat.png')
  await page.evaluate(() => document.documentElement.setAttribute('data-palette', 'safe'))
  await expect(page).toHaveScreenshot('stadium-own-seat-safe.png')
})

const countDrawn = (page: Page) => page.evaluate(() => window.shownHall.countDrawn())

function factsOf({ count, rows, partner, titles }: HallLayout) {
  return {
    seats: count,
    rows: rows.length,
    couples: partner.filter(other => other >= 0).length / 2,
    blocks: new Set(rows.map(({ block }) => block)).size,
    titles: titles.length,
  }
}

/** What the pixels should say. */
function tallyOf(layout: HallLayout, { sold, chosen }: Evening) {
  const looks = seatLooks(layout, { unavailable: sold, own: new Set() }, undefined)
  const picked = new Set(chosen)
  const free = layout.hall.bands.map(() => 0)
  let closed = 0
  looks.forEach((look, seat) => {
    const band = layout.band[seat] ?? 0
    if (picked.has(seat)) return
    if (look === seatLook.free) free[band] = (free[band] ?? 0) + 1
    else closed += 1
  })
  return { free, closed, chosen: picked.size, missing: 0 }
}

/** Pairs of seats that are nearer to each other than a seat is wide. */
function overlapping({ index, x, y, count }: HallLayout): [number, number][] {
  const pairs: [number, number][] = []
  for (let seat = 0; seat < count; seat++) {
    const [atX, atY] = [x[seat] ?? 0, y[seat] ?? 0]
    index.visit({ left: atX, right: atX, top: atY, bottom: atY }, other => {
      const apart = Math.max(Math.abs((x[other] ?? 0) - atX), Math.abs((y[other] ?? 0) - atY))
      if (other > seat && apart < 0.999) pairs.push([seat, other])
    })
  }
  return pairs
}

/** Section names on one line without room for both. */
function namesThatTouch({ titles }: HallLayout): [string, string][] {
  return titles.flatMap((a, k) =>
    titles
      .slice(k + 1)
      .filter(b => a.y === b.y && Math.abs(a.x - b.x) < (a.room + b.room) / 2)
      .map((b): [string, string] => [a.text, b.text]),
  )
}

/** Seats, names and the screen, where they lie beyond what is said to hold everything that is drawn. */
function outside({ x, y, titles, screen, bounds, seats }: HallLayout): string[] {
  const within = (at: { x: number; y: number }) =>
    at.x > bounds.left && at.x < bounds.right && at.y > bounds.top && at.y < bounds.bottom
  return [
    ...[...x].flatMap((atX, seat) => (within({ x: atX, y: y[seat] ?? 0 }) ? [] : [`seat ${seat}`])),
    ...titles.filter(title => !within(title)).map(({ text }) => text),
    ...(within(screen) && screen.y < seats.top ? [] : ['the screen']),
  ]
}
