import { setTimeout as sleep } from 'node:timers/promises'
import type { Hall } from '#contract/hall.ts'
import { createDice, type Dice } from '../ordering/simulation/dice.ts'
import { createGuest } from '../test-support/guest.ts'
import type { Programs } from './build.ts'
import { compare, type Difference } from './compare.ts'
import { type Visit, visit } from './guest.ts'
import { haunt, missed, type Toll } from './killer.ts'
import { isSettled, type JournalOrder, type Ledgers, readCloud } from './ledgers.ts'
import { openStage, type Stage } from './stage.ts'
import { healCloud, healProvider, settleRefunds, spoilCloud, spoilProvider } from './weather.ts'

export interface RunOptions {
  programs: Programs
  /** The address of an empty PostgreSQL database; absent: a SQLite file, which bears one house. */
  databaseUrl: string | undefined
  /** Houses at once. */
  nodes: number
  /** Killing ends after so many, and when each crash point was struck as well. */
  kills: number
  seed: number
  /** Guests at once. */
  guests: number
  /** How much faster than the machine's clock the time of all processes passes. */
  times: number
  provider: 'alipay' | 'wechat'
  say: (line: string) => void
}

export interface RunResult {
  toll: Toll
  ledgers: Ledgers
  differences: Difference[]
  /** What the journal knows of the first orders that differ, oldest first. */
  histories: { orderId: string; lines: string[] }[]
  /** What the processes complained of. */
  complaints: string[]
  tookMs: number
}

/** The hour at which every run begins, for everybody in it. */
const from = Date.parse('2026-11-23T09:00:00+08:00')
const leaseMs = 75_000
/** How long orders have to come to rest once everything is well again, ms of the machine's. */
const settleMs = 300_000
/** How long a point is waited for that no order comes to, ms of the machine's. */
const rareMs = 180_000
const historiesMax = 5
const showsPerCinema = 6

/** Sells and kills, then heals, waits until all is quiet, and compares the three ledgers. */
export async function run(options: RunOptions): Promise<RunResult> {
  const { programs, nodes, kills, seed, guests, times, provider, databaseUrl, say } = options
  const began = performance.now()
  const dice = createDice(seed)
  const pace = { times, since: Date.now(), from }
  const stage = await openStage({ programs, pace, seed, provider, databaseUrl })
  const toll: Toll = { kills: 0, stops: 0, at: new Map(), ownEnds: 0 }
  let enoughAt = Number.POSITIVE_INFINITY
  const isOver = () => {
    if (toll.kills < kills) return false
    enoughAt = Math.min(enoughAt, performance.now())
    return missed(toll).length === 0 || performance.now() > enoughAt + rareMs
  }
  try {
    let begin: () => void = () => undefined
    const begun = new Promise<void>(resolve => {
      begin = resolve
    })
    const houses = Array.from({ length: nodes }, (_, nth) =>
      haunt({
        prepareHouse: () => stage.prepareHouse(nth),
        front: stage.front,
        dice,
        toll,
        kills,
        begin: begun,
        isOver,
        wait: ms => sleep(ms),
        stopMs: () => (leaseMs / times) * (1.1 + dice.next()),
      }),
    )
    await stage.front.opened
    const halls = await openHalls(stage)
    await spoilCloud(stage.cloudUrl)
    begin()
    const crowd = sell({ stage, dice, halls, guests, times, isOver })
    await Promise.all([...houses, spoil(stage, dice, toll, isOver, say)])
    await healCloud(stage.cloudUrl)
    await healProvider(stage.provider)
    say(`${toll.kills} kills, ${toll.stops} stops: everything is well again`)
    const visits = await crowd
    const { journal, histories: historiesOf, close } = await settle(stage)
    const ledgers = {
      journal,
      cloud: await readCloud(stage.cloudUrl),
      provider: await stage.provider.books(),
      visits,
    }
    const differences = compare(ledgers)
    const histories = await historiesOf(differences)
    await close()
    const tookMs = performance.now() - began
    return { toll, ledgers, differences, histories, complaints: stage.complaints, tookMs }
  } finally {
    await stage.close()
  }
}

/** Halls of shows that sell for hours yet, in cinemas that take tickets back; asked of whichever house lives. */
async function openHalls({ front }: Stage): Promise<readonly [Hall, ...Hall[]]> {
  const { get } = createGuest(front.url)
  const halls: Hall[] = []
  const { cinemas } = await get('listCinemas')
  for (const { id } of cinemas.filter(({ refund }) => refund.kind === 'until')) {
    const params = { cinemaId: id }
    const [, tomorrow] = (await get('getProgramme', { params })).days
    const query = tomorrow === undefined ? {} : { query: { date: tomorrow } }
    const { shows } = await get('getProgramme', { params, ...query })
    const selling = shows.filter(show => show.sale === 'on-sale').slice(0, showsPerCinema)
    for (const show of selling) halls.push(await get('getHall', { params: { showId: show.id } }))
  }
  const [first, ...others] = halls
  if (first === undefined) throw new Error('the cloud has no show')
  return [first, ...others]
}

/** Guests come one after another, so many at once, until it is over; what they saw. */
async function sell(parts: {
  stage: Stage
  dice: Dice
  halls: readonly [Hall, ...Hall[]]
  guests: number
  times: number
  isOver: () => boolean
}): Promise<Visit[]> {
  const { stage, dice, halls, guests, times, isOver } = parts
  const visits: Visit[] = []
  let nth = 0
  const oneAfterAnother = async () => {
    while (!isOver()) {
      const guest = nth++
      const seen = await visit({
        browser: createGuest(stage.front.url),
        address: `10.${(guest >> 16) & 255}.${(guest >> 8) & 255}.${guest & 255}`,
        halls,
        provider: stage.provider,
        dice,
        wait: ms => sleep(ms / times),
      })
      if (seen !== undefined) visits.push(seen)
    }
  }
  await Promise.all(Array.from({ length: guests }, oneAfterAnother))
  return visits
}

/** The provider's moods change until it is over; now and then a word of how far it is. */
async function spoil(
  { provider }: Stage,
  dice: Dice,
  toll: Toll,
  isOver: () => boolean,
  say: (line: string) => void,
): Promise<void> {
  for (let told = 0; !isOver(); await sleep(1_000)) {
    await spoilProvider(provider, dice)
    if (toll.kills < told + 50) continue
    told = toll.kills
    say(`${toll.kills} kills, ${toll.stops} stops`)
  }
}

/** Waits until nothing is under way in the journal, or for as long as that may take. */
async function settle(stage: Stage) {
  const reader = stage.openReader()
  const deadline = performance.now() + settleMs
  let journal: JournalOrder[] = await reader.orders()
  while (!journal.every(isSettled) && performance.now() < deadline) {
    await settleRefunds(stage.provider)
    await sleep(500)
    journal = await reader.orders()
  }
  return {
    journal,
    histories: (differences: readonly Difference[]) => {
      const ids = new Set(differences.map(one => one.orderId).filter(id => id !== undefined))
      return Promise.all(
        [...ids].slice(0, historiesMax).map(async orderId => ({
          orderId,
          lines: await reader.historyOf(orderId),
        })),
      )
    },
    close: () => reader.close(),
  }
}
