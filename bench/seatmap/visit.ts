import { join } from 'node:path'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { median, quantile } from '../load.ts'
import type { Contestant } from './contestants.ts'
import { click, goNearer, move, zoomDragZoom } from './gesture.ts'
import { judgePicture } from './judge.ts'
import type { Driver, Place } from './page/driver.ts'

/** What one visit to a contestant's page came to. Times in milliseconds. */
export interface Figures {
  firstPaint: number
  /** Between frames of the gesture. */
  frames: { p50: number; p95: number; p99: number }
  /** Of the frames, those that came more than one screen refresh after the one before, in percent. */
  latePercent: number
  /** Of the main thread, a frame of the gesture. */
  main: number
  tap: number
  changes: number
  heapMb: number
  canvasMb: number
  /** How many times larger the gesture made the hall; 1 for a contestant that has one size only. */
  zoomed: number
  /** What the harness saw that was not as it should be. */
  faults: string[]
}

const unmeasured: Omit<Figures, 'faults'> = {
  firstPaint: Number.NaN,
  frames: { p50: Number.NaN, p95: Number.NaN, p99: Number.NaN },
  latePercent: Number.NaN,
  main: Number.NaN,
  tap: Number.NaN,
  changes: Number.NaN,
  heapMb: Number.NaN,
  canvasMb: Number.NaN,
  zoomed: Number.NaN,
}

export interface VisitWish {
  readonly contestant: Contestant
  readonly seats: number
  /** 4: a main thread at a quarter of its speed. */
  readonly slowdown: number
  /** Of the built pages. */
  readonly folder: string
  /** Where a picture of the hall at first sight is to be left. */
  readonly picture?: string
  /** A contestant that has not shown, moved and answered by then is too slow to be waited for. */
  readonly patienceMs: number
}

const viewport = { width: 1280, height: 800 }
const changesAtOnce = 200
const taps = 5
const batches = 3
/** A frame later than this has missed a refresh of a 60 Hz screen. */
const lateMs = 25
const mostSteps = 60
/** What the gesture has to make of a hall whose seats are smaller than this, or its frames were cheap for no reason. */
const leastZoom = 2
const farthestPitch = 35
const origin = 'http://bench.localhost/'

/** What a visit that ended badly knew by then. */
export class VisitFailed extends Error {
  readonly known: Figures | undefined
  constructor(message: string, known: Figures | undefined, options: ErrorOptions) {
    super(message, options)
    this.known = known
  }
}

/**
 * Opens a contestant's page and measures everything once.
 *
 * @throws VisitFailed when the page crashed, threw, or was not done in time
 */
export async function visit(browser: Browser, wish: VisitWish): Promise<Figures> {
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1, locale: 'zh-CN' })
  const known: Figures = { ...unmeasured, faults: [] }
  let timer: NodeJS.Timeout | undefined
  try {
    await context.route(`${origin}**`, route => {
      const path = new URL(route.request().url()).pathname
      return route.fulfill({ path: join(wish.folder, path) })
    })
    const page = await context.newPage()
    page.on('pageerror', error => known.faults.push(error.message))
    const failed = new Promise<never>((_, reject) => {
      page.on('crash', () => reject(new Error('the page crashed')))
      timer = setTimeout(
        () => reject(new Error(`not done after ${wish.patienceMs / 1000} s`)),
        wish.patienceMs,
      )
    })
    await Promise.race([measure(page, wish, known), failed])
    return { ...known, faults: [...new Set(known.faults)] }
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    const reason = sentence.replace(/^page\.evaluate: (Error: )?/, '')
    throw new VisitFailed(reason, Number.isNaN(known.firstPaint) ? undefined : known, { cause: error })
  } finally {
    clearTimeout(timer)
    await context.close()
  }
}

/** Fills in `known` as it goes, so that what a page was too slow for is missing alone. */
async function measure(page: Page, wish: VisitWish, known: Figures): Promise<void> {
  await page.goto(`${origin}${wish.contestant.id}/index.html`, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'timeTicks' })
  await page.evaluate(seats => window.seatmapBench.prepare(seats), wish.seats)
  const heapBefore = await heapBytes(cdp)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: wish.slowdown })

  known.firstPaint = await page.evaluate(() => window.seatmapBench.show())
  await page.evaluate(() => window.seatmapBench.still())
  known.heapMb = ((await heapBytes(cdp)) - heapBefore) / 1e6
  known.canvasMb = (await page.evaluate(() => window.seatmapBench.canvasBytes())) / 1e6
  const pairs = await page.evaluate(() => window.seatmapBench.pairs(20))
  known.faults.push(...(await judgePicture(page, pairs, wish.picture)))

  const changes: number[] = []
  for (let nth = 0; nth < batches; nth++) {
    changes.push(await page.evaluate(count => window.seatmapBench.change(count), changesAtOnce))
    await page.evaluate(() => window.seatmapBench.still())
  }
  known.changes = median(changes)
  Object.assign(known, await measureGesture(page, cdp))
  known.faults.push(...(await idleGesture(page, known.zoomed)))
  const tapped = await measureTaps(page, cdp)
  known.tap = tapped.ms
  known.faults.push(...tapped.faults)
}

/** A gesture that moves nothing has frames that are cheap for no reason. */
async function idleGesture(page: Page, zoomed: number): Promise<string[]> {
  const pitch = (await placeOf(page, 0))?.pitch ?? 0
  const idle = (await zoomOf(page)) !== 'scroll' && zoomed < leastZoom && pitch < farthestPitch
  return idle ? [`a second of pinching made the hall ${zoomed.toFixed(1)} times as large`] : []
}

async function measureGesture(page: Page, cdp: CDPSession) {
  const seat = 0
  const pitch = async () => (await placeOf(page, seat))?.pitch ?? 1
  const pitchBefore = await pitch()
  let largest = pitchBefore
  await move(cdp, { x: viewport.width / 2, y: viewport.height / 2 })
  await page.evaluate(() => window.seatmapBench.watchFrames())
  const busyBefore = await busySeconds(cdp)
  await zoomDragZoom(cdp, await zoomOf(page), async () => {
    largest = Math.max(largest, await pitch())
  })
  const times = await page.evaluate(() => window.seatmapBench.frameTimes())
  const busy = (await busySeconds(cdp)) - busyBefore
  await page.evaluate(() => window.seatmapBench.still())
  const sorted = times.toSorted((a, b) => a - b)
  return {
    frames: { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), p99: quantile(sorted, 0.99) },
    latePercent: (100 * times.filter(time => time > lateMs).length) / Math.max(1, times.length),
    main: (busy * 1000) / Math.max(1, times.length),
    zoomed: largest / pitchBefore,
  }
}

async function measureTaps(page: Page, cdp: CDPSession): Promise<{ ms: number; faults: string[] }> {
  await goNearEnough(page, cdp)
  const times: number[] = []
  const faults: string[] = []
  const seats = await page.evaluate(count => window.seatmapBench.freeSeats(count), taps)
  if (seats.length === 0) return { ms: Number.NaN, faults: ['no free seat can be seen to be tapped'] }
  for (const seat of seats) {
    const at = await placeOf(page, seat)
    if (!at) continue
    await move(cdp, at)
    await page.evaluate(() => window.seatmapBench.still())
    await page.evaluate(tapped => window.seatmapBench.watchTap(tapped), seat)
    await click(cdp, at)
    try {
      const { ms, chose } = await page.evaluate(() => window.seatmapBench.tapped())
      if (chose.length === 1 && chose[0] === seat) times.push(ms)
      else faults.push('a tap chose another seat')
    } catch {
      faults.push('a tap was not answered')
    }
  }
  return { ms: times.length > 0 ? median(times) : Number.NaN, faults }
}

async function goNearEnough(page: Page, cdp: CDPSession): Promise<void> {
  const zoom = await zoomOf(page)
  if (zoom === 'scroll') return
  const tappable = await page.evaluate(() => window.seatmapBench.tappable)
  for (let step = 1; step <= mostSteps; step++) {
    if (((await placeOf(page, 0))?.pitch ?? tappable) >= tappable) break
    await goNearer(cdp, zoom)
    if (step % 4 === 0) await page.evaluate(() => window.seatmapBench.still())
  }
  await page.evaluate(() => window.seatmapBench.still())
}

const zoomOf = (page: Page): Promise<Driver['zoom']> => page.evaluate(() => window.seatmapBench.zoom)

const placeOf = (page: Page, seat: number): Promise<Place | undefined> =>
  page.evaluate(asked => window.seatmapBench.place(asked), seat)

async function heapBytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize + embedderHeapUsedSize + backingStorageSize
}

async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}
