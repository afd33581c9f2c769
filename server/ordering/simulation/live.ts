import { Problem } from '#contract/problem.ts'
import { type BoxOffice, noon, openBoxOffice } from '../test-support/box-office.ts'
import { Died, dyingStore, type Fate } from '../test-support/dying-store.ts'
import { createDice, type Dice } from './dice.ts'
import { findViolations } from './invariants.ts'
import { visit } from './visit.ts'
import { drawWeather, letItRain } from './weather.ts'

const minuteMs = 60_000

/** What became of one seed. */
export interface Life {
  seed: number
  /** Where the orders ended. */
  ends: string[]
  faults: string[]
  crashes: number
  /** Broken rules, in words; none when all is well. */
  violations: string[]
  /** How much time went by in its world, ms. */
  livedMs: number
  /** What happened, line by line; the same for the same seed. */
  trace: string[]
}

export interface LifeOptions {
  /** With the real journal instead of one in memory. */
  onDisk?: boolean
  /** With the orders' histories in the trace. */
  traced?: boolean
}

/**
 * Lives through one guest's sale in a world as bad as the seed makes it, with the production engine: faults,
 * crashes and odd guests, then healing, then the rules are checked.
 */
export async function live(
  seed: number,
  { onDisk = false, traced = false }: LifeOptions = {},
): Promise<Life> {
  const dice = createDice(seed)
  const trace: string[] = []
  const faults: string[] = []
  let crashes = 0
  const startsAt = noon + dice.between(9, 300) * minuteMs
  const weather = drawWeather(dice, noon)
  const office = await openBoxOffice({
    inMemory: !onDisk,
    random: dice.bytes,
    startsAt,
    sellsUntil: startsAt + dice.between(-5, 10) * minuteMs,
    lockLifeMs: (dice.chance(0.7) ? dice.between(10, 15) : dice.between(15, 60)) * minuteMs,
    between: store =>
      dyingStore(store, kind => {
        if (time.now() >= weather.healsAt || !dice.chance(weather.crash)) return 'lives'
        crashes += 1
        const fate: Fate = dice.pick(['dies before', 'dies after'])
        trace.push(`${fate} ${kind}`)
        return fate
      }),
  })
  const { time, cloud, payments } = office
  const note = (fault: string) => {
    faults.push(fault)
    trace.push(`${time.now() - noon} ${fault}`)
  }
  letItRain({ dice, weather, time, cloud, payments, note })
  const shown = new Map<string, string>()

  /** One step of the world; a process that died is started again. */
  const step = async <R>(act: () => Promise<R>): Promise<R | undefined> => {
    try {
      return await act()
    } catch (error) {
      if (error instanceof Problem) trace.push(`problem ${error.code}`)
      else if (error instanceof Died) await rise(office, dice)
      else throw error
      return undefined
    }
  }
  const lookAround = async () => {
    for (const order of await everyOrder(office)) {
      const view = await step(() => office.engine.find(order.id))
      if (view?.pickup !== undefined) shown.set(order.id, view.pickup.code)
    }
  }

  await visit({ dice, office, step, trace })
  const end = startsAt + 28 * 60 * minuteMs
  for (let turn = 0; turn < 4_000; turn++) {
    const ran = await step(async () => ({ nextAt: await office.engine.runDue() }))
    await lookAround()
    if (ran === undefined) continue
    if (ran.nextAt !== undefined && ran.nextAt > end) break
    if (ran.nextAt === undefined && time.nextAt() === undefined) break
    const goal = Math.min(ran.nextAt ?? Number.POSITIVE_INFINITY, time.nextAt() ?? Number.POSITIVE_INFINITY)
    time.goTo(Number.isFinite(goal) ? Math.max(goal, time.now() + 1) : time.now() + 10_000)
  }

  const records = await everyOrder(office)
  for (const record of traced ? records : [])
    for (const line of await office.store.history(record.id))
      trace.push(`${line.at - noon} ${line.kind} ${JSON.stringify(line.detail)}`)
  const violations = await findViolations({ office, records, shown })
  await office.close()
  return {
    seed,
    ends: records.map(record => record.state),
    faults,
    crashes,
    violations,
    livedMs: time.now() - noon,
    trace,
  }
}

async function rise(office: BoxOffice, dice: Dice): Promise<void> {
  office.time.pass(dice.between(1, 300) * 1_000)
  try {
    await office.restart()
  } catch (error) {
    if (!(error instanceof Died)) throw error
    await rise(office, dice)
  }
}

async function everyOrder(office: BoxOffice) {
  const records = await Promise.all(office.intents.map(intent => office.store.byIntent(intent)))
  return records.filter(record => record !== undefined)
}
