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
  /** Seeds that broke rules, with the rules. */
  broken: { seed: number; onDisk: boolean; rules: string[] }[]
}

export const emptyTally = (): Tally => ({
  seeds: 0,
  faults: {},
  crashes: 0,
  livedMs: 0,
  ends: {},
  broken: [],
})

/** Adds one life to the tally. */
export function count(tally: Tally, life: Life, onDisk: boolean): void {
  tally.seeds += 1
  tally.crashes += life.crashes
  tally.livedMs += life.livedMs
  for (const fault of life.faults) tally.faults[fault] = (tally.faults[fault] ?? 0) + 1
  for (const end of life.ends) tally.ends[end] = (tally.ends[end] ?? 0) + 1
  if (life.violations.length > 0) tally.broken.push({ seed: life.seed, onDisk, rules: life.violations })
}

/** Adds one tally to another. */
export function add(sum: Tally, part: Tally): void {
  sum.seeds += part.seeds
  sum.crashes += part.crashes
  sum.livedMs += part.livedMs
  for (const [fault, times] of Object.entries(part.faults))
    sum.faults[fault] = (sum.faults[fault] ?? 0) + times
  for (const [end, times] of Object.entries(part.ends)) sum.ends[end] = (sum.ends[end] ?? 0) + times
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
    `Seeds            ${whole(tally.seeds)}`,
    `Faults           ${whole(faults)}`,
    `Crashes          ${whole(tally.crashes)}`,
    `Simulated years  ${(tally.livedMs / yearMs).toFixed(1)}`,
    `Seeds per second ${whole(Math.round(tally.seeds / Math.max(seconds, 0.001)))}`,
    `Violations       ${whole(tally.broken.length)}`,
  ].join('\n')
}
