import { z } from 'zod'
import type { Dice } from '../ordering/simulation/dice.ts'
import { crashPoints } from './crash-points.ts'
import type { Front } from './front.ts'
import type { Process } from './process.ts'

/** What was done to the houses so far. */
export interface Toll {
  kills: number
  /** Stopped for longer than a lease lives, then let go on. */
  stops: number
  /** How many kills came at each named point; the others came at any moment. */
  at: Map<string, number>
  /** Ends that nobody had asked for. */
  ownEnds: number
}

export interface Haunting {
  /** A house that waits for the word to open. */
  prepareHouse: () => Process
  front: Front
  dice: Dice
  toll: Toll
  /** The first house is let live until then. */
  begin: Promise<unknown>
  /** So many kills are wanted; then a house lives longer, until each point was struck. */
  kills: number
  /** Killing goes on until this is so; then the house is let live. */
  isOver: () => boolean
  wait: (ms: number) => Promise<void>
  /** A stop lasts so long, ms: longer than a lease. */
  stopMs: () => number
}

const Ready = z.object({ url: z.string() })
/** A house's life: so many answers, in which a slow machine gets as far as a quick one, but not longer than this. */
interface Life {
  readonly answers: readonly [least: number, most: number]
  readonly mostMs: number
}
const usualLife: Life = { answers: [5, 70], mostMs: 6_000 }
/** Once only points are missing that few orders come to. */
const longLife: Life = { answers: [200, 600], mostMs: 20_000 }
const lookEveryMs = 10
/** And so long one that is killed while it opens. */
const beforeReadyMs = [1, 100] as const
const stopChance = 0.06
const killedBeforeReadyChance = 0.05

/**
 * Starts a house, ends it at a crash point or at any other moment, and starts it anew, until it is over.
 *
 * @returns the house that was let live
 */
export async function haunt(parts: Haunting): Promise<Process> {
  const { prepareHouse, dice, toll, isOver, wait, begin } = parts
  let hasBegun = false
  void begin.then(() => {
    hasBegun = true
  })
  for (let next = prepareHouse(); ; ) {
    const house = next
    // What lay open when the last one was killed is taken up while this one opens.
    house.send(hasBegun && !isOver() ? rarest(toll) : [])
    if (isOver()) {
      if ((await admit(parts, house)) === undefined) throw new Error('a house did not start')
      return house
    }
    next = prepareHouse()
    if (dice.chance(killedBeforeReadyChance)) await wait(dice.between(...beforeReadyMs))
    else await live(parts, house)
    await end(parts, house)
  }
}

/** Waits until the house listens and lets guests in; undefined when it ended before. */
async function admit({ front }: Haunting, house: Process): Promise<string | undefined> {
  const ready = Ready.safeParse(await house.said.catch(() => undefined))
  if (!ready.success) return undefined
  const { url } = ready.data
  front.admit(url)
  void house.ended.then(() => front.dismiss(url))
  return url
}

/** Lets the house sell for a while, stopped now and then. */
async function live(parts: Haunting, house: Process): Promise<void> {
  const { dice, toll, kills, begin } = parts
  const url = await admit(parts, house)
  await begin
  house.send(rarest(toll))
  if (dice.chance(stopChance)) await stop(parts, house)
  if (url !== undefined) await outlive(parts, url, house, toll.kills < kills ? usualLife : longLife)
}

/** Waits until the house has given as many answers as its life is to have, or has ended by itself. */
async function outlive(
  { front, dice, wait }: Haunting,
  url: string,
  { ended }: Process,
  { answers, mostMs }: Life,
): Promise<void> {
  let hasEnded = false
  void ended.then(() => {
    hasEnded = true
  })
  const enough = dice.between(...answers)
  for (let ms = 0; ms < mostMs && !hasEnded && front.answeredBy(url) < enough; ms += lookEveryMs)
    await wait(lookEveryMs)
}

async function stop({ toll, wait, stopMs }: Haunting, house: Process): Promise<void> {
  house.signal('SIGSTOP')
  toll.stops += 1
  await wait(stopMs())
  house.signal('SIGCONT')
}

async function end({ toll }: Haunting, house: Process): Promise<void> {
  house.signal('SIGKILL')
  const { signal } = await house.ended
  if (signal !== 'SIGKILL') {
    toll.ownEnds += 1
    return
  }
  toll.kills += 1
  const point = crashPoints.find(({ write, fate }) =>
    house.lines.includes(`killed ${fate.slice('dies '.length)} ${write}`),
  )
  if (point !== undefined) toll.at.set(point.name, (toll.at.get(point.name) ?? 0) + 1)
}

/** The points that were struck least: all of them wait for the house, and the first that it reaches ends it. */
function rarest({ at }: Toll): string[] {
  const counts = crashPoints.map(({ name }) => at.get(name) ?? 0)
  const least = Math.min(...counts)
  return crashPoints.filter(({ name }) => (at.get(name) ?? 0) <= least + 1).map(({ name }) => name)
}

/** The points at which no house was killed yet. */
export function missed({ at }: Pick<Toll, 'at'>): string[] {
  return crashPoints.map(({ name }) => name).filter(name => !at.has(name))
}
