import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { describeBrowser, obtainBrowser } from '../../e2e/support/browser.ts'
import { browserFlags } from '../../e2e/support/browser-flags.ts'
import { buildPages, type Pages } from './build-pages.ts'
import { type Contestant, chosenContestants } from './contestants.ts'
import { printed } from './print-seatmap.ts'
import type { Row, Setting } from './rows.ts'
import { VisitFailed, visit } from './visit.ts'

export interface SeatmapWish {
  readonly seats: readonly number[]
  /** How much slower the main thread is in the second half; 1 leaves that half out. */
  readonly slow: number
  /** Ids of contestants or their beginnings; none means all. */
  readonly only: readonly string[]
  /** How often ours and the limits are visited; peers once, since they lie far from both. */
  readonly rounds: number
  /** No visit but those of the first round begins later than this. */
  readonly minutes: number
  /** Print nothing but the tables. */
  readonly markdown: boolean
  readonly json: string
  /** A folder for pictures of what every contestant showed. */
  readonly pictures: string | undefined
}

const patienceMs = 60_000
/** At a slower main thread one hall is enough to see what it does, unless others are asked for. */
const slowSeats = [20_000]

/** Visits every contestant with every hall in one run. @returns tables for docs/performance.md */
export async function seatmapBench(wish: SeatmapWish): Promise<string> {
  const say = (sentence: string) => {
    if (!wish.markdown) process.stdout.write(`${sentence}\n`)
  }
  const found = await obtainBrowser(say)
  say(describeBrowser(found))
  const chosen = chosenContestants(wish.only)
  const pages = await buildPages(chosen)
  const browser = await chromium.launch({ executablePath: found.path, args: browserFlags() })
  try {
    const rows = await visitAll(browser, pages, chosen, wish, say)
    await keep(wish.json, {
      browser: found.version,
      scriptBytes: Object.fromEntries(pages.scriptBytes),
      rows,
    })
    say(`Every round: ${wish.json}\n`)
    return printed(rows, pages.scriptBytes)
  } finally {
    await browser.close()
    await pages.remove()
  }
}

async function visitAll(
  browser: Browser,
  pages: Pages,
  chosen: readonly Contestant[],
  wish: SeatmapWish,
  say: (sentence: string) => void,
): Promise<Row[]> {
  const until = performance.now() + wish.minutes * 60_000
  const rows = settingsOf(wish).flatMap(setting =>
    chosen.map((contestant): Row => ({ contestant, setting, rounds: [], failures: [] })),
  )
  for (let round = 1; round <= wish.rounds; round++) {
    for (const row of rows) {
      const { contestant, setting, failures } = row
      const again = contestant.kind !== 'peer' && failures.length === 0
      if (round > 1 && (!again || performance.now() > until)) continue
      const began = performance.now()
      await visitOnce(browser, pages, row, round === 1 ? wish.pictures : undefined)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      const slow = setting.slowdown === 1 ? '' : ` at ${setting.slowdown}x`
      say(`${round}. ${contestant.id}, ${setting.seats} seats${slow}: ${seconds} s ${failures.join('; ')}`)
    }
  }
  return rows
}

function settingsOf({ seats, slow }: SeatmapWish): Setting[] {
  const few = seats.filter(count => slowSeats.includes(count))
  return [
    ...seats.map(count => ({ seats: count, slowdown: 1 })),
    ...(slow === 1 ? [] : (few.length > 0 ? few : seats).map(count => ({ seats: count, slowdown: slow }))),
  ]
}

async function visitOnce(
  browser: Browser,
  pages: Pages,
  { contestant, setting, rounds, failures }: Row,
  pictures: string | undefined,
): Promise<void> {
  if (pictures !== undefined) await mkdir(pictures, { recursive: true })
  const picture = pictures && resolve(pictures, `${contestant.id}-${setting.seats}-${setting.slowdown}x.png`)
  try {
    const wish = { contestant, ...setting, folder: pages.folder, patienceMs }
    rounds.push(await visit(browser, picture === undefined ? wish : { ...wish, picture }))
  } catch (error) {
    if (!(error instanceof VisitFailed)) throw error
    failures.push(error.message)
    if (error.known) rounds.push(error.known)
  }
}

async function keep(file: string, figures: object): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`)
}
