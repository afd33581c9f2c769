import type { Clock } from '../kernel/clock.ts'
import { type Caller, createCaller, type LoggedCall } from './caller.ts'
import { cleanUp } from './clean-up.ts'
import { createCloudClient } from './cloud-client.ts'
import { createProbe, type NamedCards, type Probe } from './probe.ts'
import { type Cinema, cinemasIn } from './programme.ts'
import type { Rule } from './rule.ts'
import { codeOf, Untried, type Verdict } from './verdict.ts'

/** Which cloud is looked at, and how. */
export interface RunOptions extends NamedCards {
  url: string
  channel: string
  secret: string
  cardKey?: string
  mode: 'read-only' | 'full'
  answers: 'strict' | 'tolerant'
  /** Absent: the first cinema that takes tickets back. */
  cinemaLinkId?: string
  timeoutMs: number
}

export interface RunMeans {
  rules: readonly Rule[]
  clock: Clock
  /** 0 to 1, as Math.random. */
  random: () => number
  pause: (ms: number) => Promise<void>
  /** Tries no further rule once it is aborted, and cleans up. */
  stop?: AbortSignal
  /** Told before the first rule is tried. */
  begun?: (cinema: Cinema) => void
}

export interface Result {
  rule: Rule
  verdict: Verdict
}

export interface Run {
  cinema: Cinema
  results: Result[]
  log: readonly LoggedCall[]
  /** A sentence for each thing that the run has made and could not take away. */
  left: string[]
}

/** Not a single rule could be tried: no cloud, a wrong channel or secret, no such cinema. */
export class CannotRun extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CannotRun'
  }
}

/**
 * Tries every rule of the mode, one after the other, and takes away what that has made.
 *
 * @throws CannotRun
 */
export async function run(options: RunOptions, means: RunMeans): Promise<Run> {
  const client = createCloudClient({ ...options, clock: means.clock })
  try {
    const caller = createCaller(client)
    const cinemas = await firstCall(caller)
    const cinema = chooseCinema(cinemas, options.cinemaLinkId)
    means.begun?.(cinema)
    const probe = createProbe({
      caller,
      clock: means.clock,
      cinema,
      named: options,
      answers: options.answers,
      cardKey: options.cardKey,
      random: means.random,
      pause: means.pause,
    })
    const results: Result[] = []
    let left: string[] = []
    try {
      for (const rule of means.rules) {
        if (means.stop?.aborted) break
        if (options.mode === 'full' || rule.mode === 'read-only')
          results.push({ rule, verdict: await judge(rule, probe) })
      }
    } finally {
      // Whatever ends a run, what it bought is not left lying about.
      left = await cleanUp(caller)
    }
    return { cinema, results, log: caller.log, left }
  } finally {
    await client.close()
  }
}

/** @throws CannotRun */
async function firstCall(caller: Caller): Promise<Cinema[]> {
  try {
    const answer = await caller.ask('cinema.getCinemas', {})
    if (answer.ok) return cinemasIn(answer)
    throw new CannotRun(
      `cinema.getCinemas, the first call, was answered ${codeOf(answer)}${advice(answer.code)}`,
    )
  } catch (error) {
    if (error instanceof Untried) throw new CannotRun(error.message)
    throw error
  }
}

function advice(code: string): string {
  switch (code) {
    case '30002':
      return ': the cloud does not know the channel'
    case '30003':
      return ': the secret is not the channel’s'
    case '30004':
      return ': the clock of this machine or of the cloud is off'
    default:
      return ''
  }
}

/** @throws CannotRun */
function chooseCinema(cinemas: readonly Cinema[], wanted: string | undefined): Cinema {
  const cinema =
    wanted === undefined
      ? (cinemas.find(({ refundBeforeMinutes }) => refundBeforeMinutes !== undefined) ?? cinemas[0])
      : cinemas.find(({ cinemaLinkId }) => cinemaLinkId === wanted)
  if (cinema) return cinema
  throw new CannotRun(
    wanted === undefined ? 'the channel sees no cinema' : `the channel sees no cinema ${wanted}`,
  )
}

async function judge(rule: Rule, probe: Probe): Promise<Verdict> {
  try {
    return await rule.check(probe)
  } catch (error) {
    if (!(error instanceof Untried)) throw error
    return { kind: error.kind, reason: error.message }
  }
}
