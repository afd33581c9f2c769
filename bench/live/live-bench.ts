import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sandboxChannel } from '../../server/sandbox/sandbox.ts'
import { quantile } from '../load.ts'
import { hundredths, table, whole } from '../table.ts'
import { type BenchShow, openBoxOffice } from './box-office.ts'
import { type Child, startChild } from './child.ts'
import { openScreen, type Screen } from './screens.ts'
import { soak } from './soak.ts'

const showCount = 20
const screensPerShow = 10
/** On one show, to see what a screen more costs. */
const crowd = 1_000
/** A hall has but so many seats. */
const crowdChangesMax = 40
/** About the longest time between two looks at a show. */
const longestLookMs = 3_000
/** A lively show: a change every two seconds, and the beats between. */
const eventsPerScreenSecond = 0.5 + 0.1
/** About the bytes of a change of one seat. */
const bareEvent = `id: 0123456789.42\nevent: delta\ndata: {"from":41,"seq":42,"taken":[123],"freed":[],"at":"2026-11-23T12:00:00+08:00"}\n\n`

/** Measures what is told without asking; a text for docs/performance.md. */
export async function liveBench(effort: { repetitions: number; minutes: number }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'live-bench-'))
  const children: Child[] = []
  const start = async (program: string, env?: Record<string, string>) => {
    const child = await startChild(program, env)
    children.push(child)
    return child
  }
  try {
    const cloud = await start('cloud.ts')
    const house = await start('house.ts', {
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
      GAP_RULE: 'off',
      TRUST_PROXY: '1',
      MOVIECLOUD_URL: cloud.url,
      MOVIECLOUD_CHANNEL: sandboxChannel.channelCode,
      MOVIECLOUD_SECRET: sandboxChannel.secret,
      MOVIECLOUD_CARD_KEY: sandboxChannel.cardKey,
    })
    const bare = await start('bare-sse.ts')
    const office = openBoxOffice(house.url, cloud.url)
    const shows = await office.findShows(showCount)
    const sales = effort.repetitions * 10

    const watched = await watchAll(house.url, shows)
    const atHouse: number[] = []
    for (let nth = 0; nth < sales; nth++) {
      const [show, screens] = watched[nth % watched.length] ?? never()
      atHouse.push(...(await timed(screens, () => office.hold(show))))
    }
    const atCinema = await Promise.all(
      watched.map(async ([show, screens], nth) => {
        const times: number[] = []
        for (let sale = nth; sale < sales; sale += watched.length) {
          // The cinema's guests do not wait for our looks: a sale right after one would always be seen late.
          await delay(Math.random() * longestLookMs)
          times.push(...(await timed(screens, () => office.sellAtTheCinema(show))))
        }
        return times
      }),
    )
    for (const [, screens] of watched) for (const screen of screens) screen.close()

    const largest = shows.toSorted((a, b) => b.seats.length - a.seats.length)[0] ?? never()
    const changes = Math.min(sales, crowdChangesMax)
    const ours = await crowdOf(house, largest.path, changes, () => office.sellAtTheCinema(largest))
    const limit = await crowdOf(bare, '/', changes, async () => bare.send({ say: bareEvent }))
    const soaked = await soak({ house, office, shows, minutes: effort.minutes })

    return [
      table(
        ['from a sale to another screen', 'sales', 'median ms', 'p95 ms'],
        [
          latencyRow('through the house', sales, atHouse),
          latencyRow('at the cinema itself', sales, atCinema.flat()),
        ],
      ),
      '',
      table(
        [
          `${whole(crowd)} screens on one show`,
          'median ms',
          'p95 ms',
          'events per core and second',
          'screens per core',
        ],
        [crowdRow('Foyer', ours), crowdRow('bare node:http', limit), ratioRow(ours, limit)],
      ),
      '',
      soaked,
      '',
    ].join('\n')
  } finally {
    for (const child of children.reverse()) await child.end()
    await rm(folder, { recursive: true, force: true })
  }
}

async function watchAll(url: string, shows: readonly BenchShow[]): Promise<[BenchShow, Screen[]][]> {
  return Promise.all(
    shows.map(async (show): Promise<[BenchShow, Screen[]]> => {
      const opening = Array.from({ length: screensPerShow }, () => openScreen(url, show.path))
      return [show, await Promise.all(opening)]
    }),
  )
}

/** Milliseconds from a sale's beginning until each of the screens was told of it. */
async function timed(screens: readonly Screen[], sell: () => Promise<unknown>): Promise<number[]> {
  const told = screens.map(screen => screen.told(screen.changes + 1))
  const began = performance.now()
  await sell()
  return (await Promise.all(told)).map(at => at - began)
}

interface Crowd {
  /** From the first screen that was told to each of the others, sorted. */
  spreadMs: number[]
  eventsPerCoreSecond: number
}

/** What it takes to tell a crowd: how far the last screens are behind the first, and the processor's time. */
async function crowdOf(
  child: Child,
  path: string,
  changes: number,
  change: () => Promise<void>,
): Promise<Crowd> {
  const screens: Screen[] = []
  for (let nth = 0; nth < crowd; nth += 50)
    screens.push(...(await Promise.all(Array.from({ length: 50 }, () => openScreen(child.url, path)))))
  // Not counted: the first is the compiler's.
  await timed(screens, change)
  const before = await child.footprint()
  const spreadMs: number[] = []
  for (let nth = 0; nth < changes; nth++) {
    const times = await timed(screens, change)
    const first = Math.min(...times)
    spreadMs.push(...times.map(at => at - first))
  }
  const after = await child.footprint()
  for (const screen of screens) screen.close()
  spreadMs.sort((a, b) => a - b)
  return { spreadMs, eventsPerCoreSecond: (changes * crowd * 1000) / (after.cpuMs - before.cpuMs) }
}

function latencyRow(name: string, sales: number, times: readonly number[]): string[] {
  const sorted = times.toSorted((a, b) => a - b)
  return [name, whole(sales), whole(quantile(sorted, 0.5)), whole(quantile(sorted, 0.95))]
}

function crowdRow(name: string, { spreadMs, eventsPerCoreSecond }: Crowd): string[] {
  return [
    name,
    hundredths(quantile(spreadMs, 0.5)),
    hundredths(quantile(spreadMs, 0.95)),
    whole(eventsPerCoreSecond),
    whole(eventsPerCoreSecond / eventsPerScreenSecond),
  ]
}

function ratioRow(ours: Crowd, limit: Crowd): string[] {
  const of = (share: number) => hundredths(quantile(ours.spreadMs, share) / quantile(limit.spreadMs, share))
  const rate = hundredths(ours.eventsPerCoreSecond / limit.eventsPerCoreSecond)
  return ['ratio', of(0.5), of(0.95), rate, rate]
}

function never(): never {
  throw new Error('there is always a show')
}
