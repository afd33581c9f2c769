import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { request } from 'undici'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { SandboxState } from '#contract/sandbox-control.ts'
import { addDays, businessDay, toInstant } from '#contract/time.ts'
import { apiNames } from './protocol/api-names.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'
import { Answer, signedParameters } from './test-client.ts'
import { evening } from './test-cloud.ts'
import { startSandboxProcess } from './test-start-process.ts'
import { tour } from './test-tour.ts'

/*
 * The same seed, clock and calls give the same answers, byte for byte: headers, compression and order included. The
 * script goes six times round all 43 interfaces, five hours apart, with a crowd that buys meanwhile.
 */

const rounds = 6
const hoursBetween = 5
const hourMs = 3_600_000

/** What one call got. */
interface Heard {
  api: string
  status: number
  headers: unknown
  /** Base64 of the bytes on the wire. */
  body: string
}

const folders: string[] = []
const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.close()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'sandbox-'))
  folders.push(made)
  return made
}
async function open(dataDir: string, seed = 1): Promise<Sandbox> {
  const sandbox = await startSandbox({
    dataDir,
    seed,
    clock: { now: () => evening },
    limits: 'none',
    magic: false,
  })
  running.push(sandbox)
  return sandbox
}
async function openAside(dataDir: string): Promise<Sandbox> {
  const { sandbox } = await startSandboxProcess({ dataDir, now: evening })
  running.push(sandbox)
  return sandbox
}

/** One round of the script, and the five hours after it. */
async function playRound(sandbox: Sandbox, round: number): Promise<Heard[]> {
  const now = evening + round * hoursBetween * hourMs
  const heard: Heard[] = []
  async function ask(api: string, data: object): Promise<Answer> {
    const parameters = signedParameters(sandbox, api, data, { timestamp: now })
    const { statusCode, headers, body } = await request(`${sandbox.url}/route?${parameters}`, {
      headers: { 'accept-encoding': 'gzip' },
    })
    const bytes = Buffer.from(await body.arrayBuffer())
    heard.push({ api, status: statusCode, headers, body: bytes.toString('base64') })
    const text = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
    return Answer.parse(JSON.parse(text.toString('utf8')))
  }
  async function control(path: string, body: object): Promise<void> {
    const answer = await request(`${sandbox.url}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    await answer.body.dump()
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`)
  }

  if (round === 0) {
    // Faults are drawn as well; they are gone before anybody restarts the sandbox.
    await control('faults', { kind: 'refuse', code: '40001', probability: 0.5, times: 10 })
    for (let nth = 0; nth < 20; nth++) await ask('cinema.getCinemas', { nth })
  }
  const day = addDays(businessDay(now), 1)
  await tour(ask, { round, day, today: toInstant(now).slice(0, 10) })
  await control('crowd', { buyersPerMinute: 0.2, cinemaLinkId: '681' })
  await control('clock', { forwardMs: hoursBetween * hourMs })
  return heard
}

async function play(sandbox: Sandbox, from = 0, to = rounds): Promise<Heard[]> {
  const heard: Heard[] = []
  for (let round = from; round < to; round++) heard.push(...(await playRound(sandbox, round)))
  return heard
}

let reference: Heard[]
/** Seats that the crowd took while the script went on. */
let bought: number
beforeAll(async () => {
  const sandbox = await open(':memory:')
  reference = await play(sandbox)
  const state = await request(`${sandbox.url}/control/state`)
  bought = SandboxState.parse(await state.body.json()).crowd.bought
}, 60_000)

test('the script asks everything, and the clock, the crowd and the faults leave their traces', () => {
  expect(reference.length).toBeGreaterThan(300)
  expect(new Set(reference.map(({ api }) => `ykse.partner.${api}`))).toEqual(new Set(apiNames))
  const first = reference.slice(0, 20).map(({ body }) => Buffer.from(body, 'base64').length)
  expect(new Set(first).size).toBeGreaterThan(1)
  expect(bought).toBeGreaterThan(0)
})

test('another sandbox in memory answers the same, byte for byte', async () => {
  expect(await play(await open(':memory:'))).toEqual(reference)
})

test('so does one on disk that is closed and opened again in the middle', async () => {
  const dataDir = await folder()
  const first = await open(dataDir)
  const heard = await play(first, 0, 3)
  await running.pop()?.close()
  heard.push(...(await play(await open(dataDir), 3)))
  expect(heard).toEqual(reference)
})

test('so does one that is killed twice and started again', async () => {
  const dataDir = await folder()
  const heard: Heard[] = []
  for (const [from, to] of [
    [0, 2],
    [2, 5],
    [5, rounds],
  ] as const) {
    heard.push(...(await play(await openAside(dataDir), from, to)))
    await running.pop()?.close()
  }
  expect(heard).toEqual(reference)
})

test('another seed makes another programme, another crowd and other draws', async () => {
  const others = await play(await open(':memory:', 2), 0, 1)
  const first = (all: Heard[], wanted: string) => all.find(({ api }) => api === wanted)?.body
  for (const api of ['schedule.getSchedules', 'seat.getScheduleSoldSeats', 'order.confirmOrder'])
    expect(first(others, api), api).not.toBe(first(reference, api))
  const drawn = (all: Heard[]) => all.slice(0, 20).map(({ body }) => body)
  expect(drawn(others)).not.toEqual(drawn(reference))
})
