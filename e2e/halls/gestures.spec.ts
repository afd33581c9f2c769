import type { Frame, Page } from '@playwright/test'
import { toHall, type View } from '#src/features/seating/canvas/view.ts'
import { layoutOf } from '#src/features/seating/layout/hall-layout.ts'
import { fingersOn } from './fingers.ts'
import { halls } from './halls.ts'
import { expect, openHall, origin, test } from './shown.ts'

/* What hands do on the map, through the browser's own input: fingers, wheel, trackpad and pen. */

/** In the shape of the hall, so that its edges are the window's and every zoom is about its point. */
const viewport = { width: 390, height: 340 }

test.use({ viewport, hasTouch: true, reducedMotion: 'reduce' })

const id = 'two-aisles-300'
const layout = layoutOf(hallOf(id))
/** Free seats at the left end of the third row, and a sold one among free ones in it. */
const [first, second] = [40, 41]
const soldBesideFree = 57
/** A free one near the middle of the hall. */
const seatBelow = 170

test('a pinch enlarges the hall about the fingers and chooses nothing', async ({ page }) => {
  await openHall(page, id)
  const before = await viewOf(page)
  const middle = { x: 195, y: 180 }
  const meant = toHall(before, middle)
  const fingers = await fingersOn(page)
  await fingers.drag(apart(middle, 40), apart(middle, 100), 6)
  const during = await viewOf(page)
  expect(during.scale / before.scale).toBeCloseTo(2.5, 1)
  expect(toHall(during, middle).x).toBeCloseTo(meant.x, 1)
  expect(toHall(during, middle).y).toBeCloseTo(meant.y, 1)
  await fingers.up()
  expect((await viewOf(page)).scale).toBeCloseTo(during.scale, 3)
  expect(await chosen(page)).toEqual([149, 150, 151])
})

test('a pinch inwards ends with the whole hall, in its place', async ({ page }) => {
  await openHall(page, id)
  const before = await viewOf(page)
  const fingers = await fingersOn(page)
  await fingers.drag(apart({ x: 110, y: 200 }, 100), apart({ x: 160, y: 120 }, 20), 6)
  await fingers.up()
  await expect.poll(async () => farFrom(before, await viewOf(page))).toBeLessThan(0.5)
})

test('a finger that draws the hall along chooses nothing, wherever it comes down', async ({ page }) => {
  await openHall(page, id)
  const fingers = await fingersOn(page)
  await fingers.drag(apart({ x: 195, y: 180 }, 30), apart({ x: 195, y: 180 }, 90), 6)
  await fingers.up()
  const before = await viewOf(page)
  expect(before.scale).toBeGreaterThan(40)
  const seat = await placeOf(page, seatBelow)
  await fingers.drag([seat], [{ x: seat.x - 50, y: seat.y - 70 }], 8)
  const during = await viewOf(page)
  // What a finger strays before it counts as a movement is not made up for.
  expect(before.x - during.x).toBeGreaterThan(35)
  expect(before.x - during.x).toBeLessThan(50)
  expect(before.y - during.y).toBeGreaterThan(50)
  expect(before.y - during.y).toBeLessThan(70)
  await fingers.up()
  expect(await chosen(page)).toEqual([149, 150, 151])
})

test('a hall that is pulled beyond its edge comes back', async ({ page }) => {
  await openHall(page, id)
  const before = await viewOf(page)
  const fingers = await fingersOn(page)
  await fingers.drag([{ x: 100, y: 200 }], [{ x: 320, y: 200 }], 8)
  const during = await viewOf(page)
  expect(during.x - before.x).toBeGreaterThan(30)
  expect(during.x - before.x).toBeLessThan(150)
  await fingers.up()
  await expect.poll(async () => farFrom(before, await viewOf(page))).toBeLessThan(0.5)
})

test('a fingertip chooses the free seat that it nearly meets', async ({ page }) => {
  await openHall(page, id)
  const seat = await placeOf(page, first)
  // Outside the hall, a seat's width beside the row's end.
  await page.touchscreen.tap(seat.x - seat.pitch, seat.y)
  await expect.poll(() => chosen(page)).toEqual([149, 150, 151, first])
})

test('a fingertip on the rim of a sold seat chooses the free one beside it', async ({ page }) => {
  await openHall(page, id)
  const sold = await placeOf(page, soldBesideFree)
  await page.touchscreen.tap(sold.x - 0.4 * sold.pitch, sold.y)
  await expect.poll(() => chosen(page)).toEqual([149, 150, 151, soldBesideFree - 1])
})

test('a double tap goes nearer and keeps what its first tap has chosen', async ({ page }) => {
  await openHall(page, id)
  const before = await viewOf(page)
  const seat = await placeOf(page, second)
  const fingers = await fingersOn(page)
  await fingers.tap(seat, seat)
  await expect.poll(async () => (await viewOf(page)).scale / before.scale).toBeCloseTo(1.8)
  expect(await chosen(page)).toEqual([149, 150, 151, second])
})

test('two quick taps on neighbouring seats are two choices and no double tap', async ({ page }) => {
  await openHall(page, id)
  const before = await viewOf(page)
  const [left, right] = [await placeOf(page, 149), await placeOf(page, 150)]
  expect(right.x - left.x).toBeLessThan(20)
  const fingers = await fingersOn(page)
  await fingers.tap(left, right)
  await expect.poll(() => chosen(page)).toEqual([151])
  expect(await viewOf(page)).toEqual(before)
})

test('a double tap on a hall seen from afar goes to a section, and neither past it nor to a seat', async ({
  page,
}) => {
  await openHall(page, 'stadium-20000')
  const fingers = await fingersOn(page)
  const place = { x: 200, y: 200 }
  await fingers.tap(place, place)
  await expect.poll(async () => (await viewOf(page)).scale).toBeGreaterThan(8)
  const near = await viewOf(page)
  expect(near.scale).toBeLessThan(16)
  expect(await chosen(page)).toEqual([])
})

for (const [device, control, delta] of [
  ['wheel', false, -120],
  ['trackpad', true, -30],
] as const) {
  test(`a ${device} goes nearer about the pointer`, async ({ page }) => {
    await openHall(page, id)
    const before = await viewOf(page)
    const at = { x: 120, y: 220 }
    await page.mouse.move(at.x, at.y)
    if (control) await page.keyboard.down('Control')
    await page.mouse.wheel(0, delta)
    await expect.poll(async () => (await viewOf(page)).scale).toBeGreaterThan(before.scale * 1.2)
    const after = await viewOf(page)
    expect(toHall(after, at).x).toBeCloseTo(toHall(before, at).x, 1)
    expect(toHall(after, at).y).toBeCloseTo(toHall(before, at).y, 1)
    // The page itself has kept its size.
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
  })
}

test('a pinch as Safari tells of it goes nearer about the pointer, unless fingers on the screen do so', async ({
  page,
}) => {
  await openHall(page, id)
  const before = await viewOf(page)
  const at = { x: 120, y: 220 }
  expect(await pinchInSafari(page, at, [1.2, 1.5, 1.8])).toBe(true)
  await expect.poll(async () => (await viewOf(page)).scale / before.scale).toBeCloseTo(1.8, 1)
  const after = await viewOf(page)
  expect(toHall(after, at).x).toBeCloseTo(toHall(before, at).x, 1)
  expect(toHall(after, at).y).toBeCloseTo(toHall(before, at).y, 1)

  const fingers = await fingersOn(page)
  await fingers.drag(apart(at, 60), apart(at, 60), 1)
  const touched = await viewOf(page)
  expect(await pinchInSafari(page, at, [2])).toBe(true)
  expect(await viewOf(page)).toEqual(touched)
  await fingers.up()
})

test('a pen taps, though it trembles, and draws the hall along', async ({ page }) => {
  await openHall(page, id)
  const seat = await placeOf(page, first)
  const cdp = await page.context().newCDPSession(page)
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      pointerType: 'pen',
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    })
  await pen('mousePressed', seat.x, seat.y)
  await pen('mouseMoved', seat.x + 4, seat.y + 4)
  await pen('mouseReleased', seat.x + 4, seat.y + 4)
  await expect.poll(() => chosen(page)).toEqual([149, 150, 151, first])
  await pen('mousePressed', seat.x, seat.y)
  for (const moved of [10, 20, 40]) await pen('mouseMoved', seat.x + moved, seat.y)
  await pen('mouseReleased', seat.x + 40, seat.y)
  expect(await chosen(page)).toEqual([149, 150, 151, first])
})

test.describe('in the page of somebody else', () => {
  test.use({ viewport: { width: 390, height: 700 } })

  test('a finger on the whole hall scrolls that page', async ({ page }) => {
    const { hall, scrolled } = await openFramed(page)
    const fingers = await fingersOn(page)
    await fingers.drag([{ x: 195, y: 500 }], [{ x: 195, y: 300 }], 8)
    await fingers.up()
    await expect.poll(scrolled).toBeGreaterThan(100)
    expect(await chosen(hall)).toEqual([149, 150, 151])
  })

  test('two fingers on the hall enlarge it, and one moves it then', async ({ page }) => {
    const { hall, scrolled } = await openFramed(page)
    const fingers = await fingersOn(page)
    await fingers.drag(apart({ x: 195, y: 450 }, 30), apart({ x: 195, y: 450 }, 120), 6)
    await fingers.up()
    const near = await viewOf(hall)
    expect(near.scale).toBeGreaterThan(25)
    expect(await scrolled()).toBe(0)
    await fingers.drag([{ x: 195, y: 300 }], [{ x: 195, y: 500 }], 8)
    await fingers.up()
    await expect.poll(async () => (await viewOf(hall)).y).toBeGreaterThan(near.y + 100)
    expect(await scrolled()).toBe(0)
  })

  test('a wheel that can make the hall no smaller scrolls that page', async ({ page }) => {
    const { hall, scrolled } = await openFramed(page)
    await page.mouse.move(195, 450)
    await page.mouse.wheel(0, 120)
    await expect.poll(scrolled).toBeGreaterThan(50)
    await page.evaluate(() => scrollTo(0, 0))
    const before = await viewOf(hall)
    await page.mouse.wheel(0, -120)
    await expect.poll(async () => (await viewOf(hall)).scale).toBeGreaterThan(before.scale * 1.2)
    expect(await scrolled()).toBe(0)
  })
})

function hallOf(wanted: string) {
  const found = halls.find(planned => planned.id === wanted)
  if (!found) throw new Error(`there is no hall ${wanted}`)
  return found.evening().hall
}

/** What Safari sends for two fingers; no other browser does. @returns whether the page was kept from growing */
const pinchInSafari = (page: Page, { x, y }: { x: number; y: number }, scales: readonly number[]) =>
  page.evaluate(
    ({ x: clientX, y: clientY, told }) =>
      told
        .map(({ type, scale }) => {
          const event = new Event(type, { bubbles: true, cancelable: true })
          document
            .elementFromPoint(clientX, clientY)
            ?.dispatchEvent(Object.assign(event, { clientX, clientY, scale }))
          return event.defaultPrevented
        })
        .every(Boolean),
    {
      x,
      y,
      told: [
        { type: 'gesturestart', scale: 1 },
        ...scales.map(scale => ({ type: 'gesturechange', scale })),
        { type: 'gestureend', scale: scales.at(-1) ?? 1 },
      ],
    },
  )

/** Two fingers beside each other, so far from their middle. */
const apart = ({ x, y }: { x: number; y: number }, by: number) => [
  { x: x - by, y },
  { x: x + by, y },
]

async function viewOf(page: Page | Frame): Promise<View> {
  const view = await page.evaluate(() => window.shownHall.view())
  if (!view) throw new Error('the hall is not shown')
  return view
}

/** How far a point of the hall is from where it was, at most, in CSS pixels. */
const farFrom = (a: View, b: View): number =>
  Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.scale - b.scale) * 20)

const chosen = (page: Page | Frame) => page.evaluate(() => window.shownHall.chosen())

/** Where a seat's middle is on the screen, and how wide a seat is. */
async function placeOf(page: Page, seat: number) {
  const { scale, x, y } = await viewOf(page)
  return { x: (layout.x[seat] ?? 0) * scale + x, y: (layout.y[seat] ?? 0) * scale + y, pitch: scale }
}

/** The hall in a frame of a page that is higher than the window. */
async function openFramed(page: Page) {
  await page.route(`${origin}around.html`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<body style="margin: 0; height: 3000px"><h1>Around</h1>
        <iframe src="index.html?hall=${id}" style="width: 390px; height: 560px; border: 0"></iframe></body>`,
    }),
  )
  await page.goto(`${origin}around.html`)
  const frame = page.frame({ url: /index\.html/ })
  if (!frame) throw new Error('there is no frame')
  await expect(frame.locator('canvas').first()).toBeVisible()
  return { hall: frame, scrolled: () => page.evaluate(() => scrollY) }
}
