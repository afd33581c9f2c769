import { type Browser, expect, test } from '@playwright/test'
import { buildPages, type Pages } from '../bench/seatmap/build-pages.ts'
import type { Contestant } from '../bench/seatmap/contestants.ts'
import { type Figures, VisitFailed, visit } from '../bench/seatmap/visit.ts'

/*
 * What the bench of the seat map measures has to be true: a hall on the screen, frames of a hall that moves, the seat
 * that was tapped. How long it takes is nobody's business here.
 */

const ours = contestant('ours')
const raw = contestant('raw-paths')
const blank = contestant('liar-blank')
const neighbour = contestant('liar-neighbour')
let pages: Pages

test.beforeAll(async () => {
  pages = await buildPages([ours, raw, blank, neighbour])
})
test.afterAll(() => pages.remove())

for (const honest of [ours, raw]) {
  test(`${honest.id} is measured while it shows, moves and answers`, async ({ browser }) => {
    const figures = await measure(browser, honest, 2_000)
    expect(figures.faults).toEqual([])
    expect(figures.zoomed).toBeGreaterThan(2)
    for (const figure of [figures.firstPaint, figures.changes, figures.tap, figures.main, figures.heapMb])
      expect(figure).toBeGreaterThan(0)
    expect(figures.frames.p95).toBeGreaterThanOrEqual(figures.frames.p50)
    expect(figures.canvasMb).toBeGreaterThan(4)
  })
}

test('an empty canvas never counts as painted', async ({ browser }) => {
  const failed = await measure(browser, blank, 300, 4_000).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(VisitFailed)
  expect(failed).toMatchObject({ message: 'not done after 4 s', known: undefined })
})

test('a seat that was not meant is no answer to a tap', async ({ browser }) => {
  const { faults, tap } = await measure(browser, neighbour, 300)
  expect(faults).toEqual(['a tap chose another seat'])
  expect(tap).toBeNaN()
})

function contestant(id: string): Contestant {
  return { id, name: id, kind: 'limit' }
}

const measure = (browser: Browser, who: Contestant, seats: number, patienceMs = 60_000): Promise<Figures> =>
  visit(browser, { contestant: who, seats, slowdown: 1, folder: pages.folder, patienceMs })
