import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { call } from '../test-client.ts'
import { evening } from '../test-cloud.ts'
import type { Ask, Request } from '../test-sale.ts'
import { type SandboxProcess, startSandboxProcess } from '../test-start-process.ts'
import { tour, unsentRequests } from '../test-tour.ts'
import { randomFor } from '../world/random.ts'
import { type Attempt, type Knowledge, type Maker, oneOf } from './attempt.ts'
import { brokenForms } from './broken-forms.ts'
import { brokenHttp } from './broken-http.ts'
import { sentElsewhere } from './elsewhere.ts'
import { createSender } from './send-attempt.ts'
import { answeredSomehow, refusedByWhatTheySay } from './signed-calls.ts'

export interface FuzzOptions {
  seed: number
  requests: number
  /** Only the attempt of this number is sent, again; absent: all. */
  only?: number
  progress?: (sentence: string) => void
}

export interface FuzzResult {
  /** By the code or status that was answered. */
  outcomes: ReadonlyMap<string, number>
  /** What should not have happened, with the request to replay it by; at most so many. */
  failures: readonly string[]
  /** What the sandbox held once garbage was gone, bytes: after the first fifth, and at the end. */
  heapBytes: readonly [early: number, late: number]
  residentBytes: number
}

const senders = 8
const batchSize = 2500
const failuresKept = 20
const today = '2026-11-23'
/** One day's shows have not seats enough for all batches; the last of these is for the end. */
const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'] as const
const lastDay = '2026-11-29'
const always = [...brokenForms, ...brokenHttp, ...sentElsewhere, ...refusedByWhatTheySay]

/**
 * Sends requests that nobody should send to a sandbox in a process of its own, in batches: those that have to be
 * refused, whatever they say, and those that are near right calls, in turn. After a batch of refusals nothing may have
 * been written; at the end a partner can still do all that she could before.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-fuzz-'))
  const cloud = await startSandboxProcess({ dataDir, now: evening })
  const books = new Database(join(dataDir, 'sandbox.sqlite'), { readonly: true })
  try {
    return await run(options, cloud, () => books.pragma('data_version', { simple: true }))
  } finally {
    books.close()
    await cloud.end()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function run(options: FuzzOptions, cloud: SandboxProcess, writes: () => unknown): Promise<FuzzResult> {
  const { seed, requests, only, progress } = options
  const outcomes = new Map<string, number>()
  const failures: string[] = []
  const fail = (what: string) => void (failures.length < failuresKept && failures.push(what))

  const made: Request[] = []
  const ask: Ask = (api, data) => call(cloud.sandbox, api, data, { timestamp: evening })
  const askAndNote: Ask = (api, data) => {
    made.push({ api, data })
    return ask(api, data)
  }
  await tour(askAndNote, { round: 0, day: days[0], today })

  let early: number | undefined
  for (let batch = 0; batch * batchSize < requests; batch++) {
    const first = batch * batchSize
    const last = Math.min(requests, first + batchSize)
    const refusals = batch % 2 === 0
    const ready = refusals ? made : await readyRequests(ask, made, batch)
    const before = writes()
    await sendAll(
      cloud,
      only === undefined ? range(first, last) : [only].filter(n => n >= first && n < last),
      {
        make: index => attemptOf(refusals ? always : answeredSomehow, know(cloud, seed, index, ready)),
        count: outcome => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1),
        wrong: (index, what, attempt) => fail(replayOf(seed, index, what, attempt)),
      },
    )
    if (refusals && writes() !== before)
      fail(`requests ${first} to ${last}: refused, and yet something was written`)
    if (cloud.printed() !== '') fail(`the sandbox printed: ${cloud.printed().slice(0, 2000)}`)
    if (cloud.hasEnded()) {
      fail(`the sandbox ended between ${first} and ${last}`)
      return { outcomes, failures, heapBytes: [0, 0], residentBytes: 0 }
    }
    if (early === undefined && last >= requests / 5) early = (await cloud.memory()).heapBytes
    progress?.(`${last} requests, ${failures.length} failures`)
  }
  await tour(ask, { round: 900, day: lastDay, today })
  const { heapBytes, residentBytes } = await cloud.memory()
  return { outcomes, failures, heapBytes: [early ?? heapBytes, heapBytes], residentBytes }
}

/** Each wants a lock, an order or a number of its own: with several at hand one that gets through spoils no more. */
async function readyRequests(ask: Ask, made: readonly Request[], batch: number): Promise<Request[]> {
  const ready: Request[] = []
  const day = days[batch % days.length] ?? lastDay
  for (let nth = 0; nth < 4; nth++)
    ready.push(...(await unsentRequests(ask, made, { round: batch * 4 + nth, day, today })))
  return ready
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, nth) => from + nth)

function know(
  { sandbox }: SandboxProcess,
  seed: number,
  index: number,
  requests: readonly Request[],
): Knowledge {
  const { channel, secret } = sandbox
  return { random: randomFor(seed, 'fuzz', index), index, requests, channel, secret, now: evening }
}

/** One of the makers, by their weights. */
function attemptOf(makers: readonly [number, Maker][], knowledge: Knowledge): Attempt {
  const often = makers.flatMap(([weight, maker]) => Array.from({ length: weight }, () => maker))
  return oneOf(knowledge.random, often)(knowledge)
}

interface Hooks {
  make(index: number): Attempt
  count(outcome: string): void
  wrong(index: number, what: string, attempt: Attempt): void
}

/** Several senders share the numbers among them. */
async function sendAll(
  cloud: SandboxProcess,
  numbers: number[],
  { make, count, wrong }: Hooks,
): Promise<void> {
  const port = Number(new URL(cloud.sandbox.url).port)
  const left = numbers[Symbol.iterator]()
  async function sendSome(): Promise<void> {
    const sender = createSender(port)
    for (const index of left) {
      const attempt = make(index)
      await sender
        .send(attempt, { count, wrong: what => wrong(index, what, attempt) })
        .catch((error: unknown) => wrong(index, String(error), attempt))
    }
    sender.close()
  }
  await Promise.all(Array.from({ length: senders }, sendSome))
}

const replayOf = (seed: number, index: number, what: string, { family, bytes }: Attempt): string =>
  `${what}: ${family}, --seed ${seed} --only ${index}\n  ${JSON.stringify(bytes.subarray(0, 1500).toString('latin1'))}`
