import type { Life } from './live.ts'

/** What many lives came to; plain data, so that it passes between processes. */
export interface Tally {
  seeds: number
  /** Faults that were injected, by name. */
  faults: Record<string, number>
  crashes: number
  /** Time that went by in the simulated worlds, ms. */
  livedMs: number
  /** Orders by the state they ended in. */
  ends: Record<string, number>
  /** Orders by what was bought, and by how it was to be paid. */
  kinds: Record<string, number>
  ways: Record<string, number>
  /** Seeds that broke rules, with the rules. */
  broken: { seed: number; onDisk: boolean; rules: string[] }[]
}

export const emptyTally = (): Tally => ({
  seeds: 0,
  faults: {},
  crashes: 0,
  livedMs: 0,
  ends: {},
  kinds: {},
  ways: {},
  broken: [],
})

const counted = ['faults', 'ends', 'kinds', 'ways'] as const
const more = (counts: Record<string, number>, name: string, times: number) => {
  counts[name] = (counts[name] ?? 0) + times
}

/** Adds one life to the tally. */
export function count(tally: Tally, life: Life, onDisk: boolean): void {
  tally.seeds += 1
  tally.crashes += life.crashes
  tally.livedMs += life.livedMs
  for (const what of counted) for (const name of life[what]) more(tally[what], name, 1)
  if (life.violations.length > 0) tally.broken.push({ seed: life.seed, onDisk, rules: life.violations })
}

/** Adds one tally to another. */
export function add(sum: Tally, part: Tally): void {
  sum.seeds += part.seeds
  sum.crashes += part.crashes
  sum.livedMs += part.livedMs
  for (const what of counted)
    for (const [name, times] of Object.entries(part[what])) more(sum[what], name, times)
  sum.broken.push(...part.broken)
}

const yearMs = 365 * 24 * 3_600_000
const whole = (count: number) => count.toLocaleString('en')
const table = (counts: Record<string, number>) =>
  Object.entries(counts)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, times]) => `  ${whole(times).padStart(12)}  ${name}`)

/** The report of a run, as the command prints it. */
export function describeTally(tally: Tally, seconds: number): string {
  const faults = Object.values(tally.faults).reduce((sum, times) => sum + times, 0)
  return [
    'Faults injected',
    ...table(tally.faults),
    'Orders by end state',
    ...table(tally.ends),
    'Orders by kind',
    ...table(tally.kinds),
    'Orders by way of paying',
    ...table(tally.ways),
    `Seeds            ${whole(tally.seeds)}`,
    `Faults           ${whole(faults)}`,
    `Crashes          ${whole(tally.crashes)}`,
    `Simulated years  ${(tally.livedMs / yearMs).toFixed(1)}`,
    `Seeds per second ${whole(Math.round(tally.seeds / Math.max(seconds, 0.001)))}`,
    `Violations       ${whole(tally.broken.length)}`,
  ].join('\n')
}
