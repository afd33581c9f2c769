import { hundredths, table, whole } from '../table.ts'
import type { BenchShow, openBoxOffice } from './box-office.ts'
import type { Child } from './child.ts'
import { openScreen, type Screen } from './screens.ts'

const screensAtOnce = 300
const sampleEveryMs = 5_000
const turnMs = 100
const megabyte = 1024 * 1024

interface Sample {
  atMs: number
  heapBytes: number
  residentBytes: number
}

/**
 * Lets screens come and go and seats be locked and given back for so many minutes, and holds what the house keeps in
 * memory against time. The first third is not counted: by then everything has been needed once.
 */
export async function soak(parts: {
  house: Child
  office: ReturnType<typeof openBoxOffice>
  shows: readonly BenchShow[]
  minutes: number
}): Promise<string> {
  const { house, office, shows, minutes } = parts
  const screens: Screen[] = []
  const samples: Sample[] = []
  const began = performance.now()
  const until = began + minutes * 60_000
  let opened = 0
  let sales = 0
  let nextSampleAt = began
  const open = async () => {
    const show = shows[opened++ % shows.length]
    if (show) screens.push(await openScreen(house.url, show.path))
  }
  while (screens.length < screensAtOnce) await open()
  while (performance.now() < until) {
    screens.shift()?.close()
    await open()
    const show = shows[sales++ % shows.length]
    if (show) await office.giveBack(show, await office.hold(show))
    if (performance.now() >= nextSampleAt) {
      nextSampleAt += sampleEveryMs
      const { heapBytes, residentBytes } = await house.footprint()
      samples.push({ atMs: performance.now() - began, heapBytes, residentBytes })
    }
    await new Promise(resolve => setTimeout(resolve, turnMs))
  }
  for (const screen of screens) screen.close()
  const counted = samples.filter(({ atMs }) => atMs >= (minutes * 60_000) / 3)
  const row = (name: string, of: (sample: Sample) => number): string[] => [
    name,
    hundredths((counted[0] ? of(counted[0]) : 0) / megabyte),
    hundredths(Math.max(0, ...counted.map(of)) / megabyte),
    hundredths((slopePerMs(counted.map(sample => [sample.atMs, of(sample)])) * 3_600_000) / megabyte),
  ]
  return table(
    [
      `${hundredths(minutes)} minutes, ${whole(opened)} screens, ${whole(sales)} holds given back`,
      'MiB after warm-up',
      'at most',
      'slope an hour',
    ],
    [row('heap after collection', one => one.heapBytes), row('resident', one => one.residentBytes)],
  )
}

/** Of the straight line nearest to the points; 0 for fewer than two. */
function slopePerMs(points: readonly (readonly [number, number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / Math.max(1, points.length)
  const [x, y] = [mean(point => point[0]), mean(point => point[1])]
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  return spread === 0 ? 0 : points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread
}
