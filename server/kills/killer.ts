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
  startHouse: () => Process
  front: Front
  dice: Dice
  toll: Toll
  /** The first house is let live until then. */
  begin: Promise<unknown>
  /** Killing goes on until this is so; then the house is let live. */
  isOver: () => boolean
  wait: (ms: number) => Promise<void>
  /** A stop lasts so long, ms: longer than a lease. */
  stopMs: () => number
}

const Ready = z.object({ url: z.string() })
/** At most so long does a house live, ms. */
const lifeMs = [200, 1_400] as const
const stopChance = 0.06
const killedBeforeReadyChance = 0.05

/**
 * Starts a house, ends it at a crash point or at any other moment, and starts it anew, until it is over.
 *
 * @returns the house that was let live
 */
export async function haunt(parts: Haunting): Promise<Process> {
  const { startHouse, dice, toll, isOver, wait, begin } = parts
  for (;;) {
    const house = startHouse()
    if (isOver()) {
      if ((await admit(parts, house)) === undefined) throw new Error('a house did not start')
      return house
    }
    if (dice.chance(killedBeforeReadyChance)) {
      await wait(dice.between(10, 400))
      await end(parts, house)
      continue
    }
    const url = await admit(parts, house)
    await begin
    house.send(rarest(toll))
    if (dice.chance(stopChance)) await stop(parts, house)
    await Promise.race([wait(dice.between(...lifeMs)), house.ended])
    await end(parts, house)
    if (url !== undefined) parts.front.houses.delete(url)
  }
}

/** Waits until the house listens and lets guests in; undefined when it ended before. */
async function admit({ front }: Haunting, house: Process): Promise<string | undefined> {
  const ready = Ready.safeParse(await house.said.catch(() => undefined))
  if (!ready.success) return undefined
  const { url } = ready.data
  front.houses.add(url)
  void house.ended.then(() => front.houses.delete(url))
  return url
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
  const point = house.lines.find(line => line.startsWith('killed: '))?.slice('killed: '.length)
  if (point !== undefined) toll.at.set(point, (toll.at.get(point) ?? 0) + 1)
}

/** The points that were struck least: all of them wait for the house, and the first that it reaches ends it. */
function rarest({ at }: Toll): string[] {
  const counts = crashPoints.map(({ name }) => at.get(name) ?? 0)
  const least = Math.min(...counts)
  return crashPoints.filter(({ name }) => (at.get(name) ?? 0) <= least + 1).map(({ name }) => name)
}
