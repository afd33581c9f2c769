import type { OrderStore } from '../../journal/store.ts'
import { createCloudInProcess } from '../test-support/cloud-in-process.ts'
import { createPaymentsInProcess } from '../test-support/payments-in-process.ts'
import { createVirtualTime } from '../test-support/virtual-time.ts'
import { auditStore } from './audit.ts'
import { createDice, type Dice } from './dice.ts'
import type { FaultName } from './faults.ts'
import { drawWeather } from './weather.ts'
import type { World } from './world.ts'

/** 2026-07-28 12:00 in Beijing. */
export const noon = Date.parse('2026-07-28T12:00:00+08:00')
const minuteMs = 60_000
export const hourMs = 60 * minuteMs

export interface Made {
  world: World
  /** How many processes of ours there are. */
  nodes: number
  guests: number
  faults: FaultName[]
  lines: string[]
}

/** A world as the seed makes it: when the film starts, how long a lock lives, how many of us there are. */
export function createWorld(seed: number, store: OrderStore, traced: boolean): Made {
  const dice = createDice(seed)
  const time = createVirtualTime(noon)
  const faults: FaultName[] = []
  const lines: string[] = []
  const trace = traced ? (line: string) => lines.push(`${time.now() - noon} ${line}`) : () => undefined
  const note = (fault: FaultName) => {
    faults.push(fault)
    trace(`fault: ${fault}`)
  }

  const startsAt = noon + dice.between(9, 300) * minuteMs
  const unknownExpiry = dice.chance(0.7)
  if (unknownExpiry) note('lock expiry unknown 10-15 min')
  const lockLifeMs = (unknownExpiry ? dice.between(10, 15) : dice.between(15, 60)) * minuteMs
  const noReversalBeforeMs = (dice.chance(0.5) ? 12 : dice.between(12, 15)) * minuteMs
  const filmMovedTo = dice.chance(0.1) ? startsAt - dice.between(1, 60) * minuteMs : undefined
  if (filmMovedTo !== undefined) note('film start moved earlier')
  const nodes = dice.chance(0.3) ? 2 : 1
  if (nodes > 1) note('two workers')

  const world: World = {
    dice,
    taste: createDice(seed ^ 0x5eed),
    weather: drawWeather(dice, noon),
    time,
    cloud: createCloudInProcess(time, lockLifeMs, noReversalBeforeMs),
    payments: createPaymentsInProcess(time),
    cash: createPaymentsInProcess(time, 'cash'),
    audit: auditStore({ ...store, shared: nodes > 1 }, time),
    note,
    trace,
    sent: [],
    logged: [],
    startsAt,
    sellsUntil: startsAt + dice.between(-5, 10) * minuteMs,
    filmMovedTo,
    skewMs: 0,
    bent: { slow: false, paused: false, skewed: false, lossy: false },
    heard: new Map(),
  }
  world.cloud.onWait = lockId => letCinemaDecide(world, lockId, dice)
  moveClocks(world, nodes)
  return { world, nodes, guests: dice.chance(0.15) ? 2 : 1, faults, lines }
}

/** A cinema that takes its time comes to a decision: often just when reversals begin, for there the traps are. */
function letCinemaDecide(world: World, lockId: string, dice: Dice): void {
  const { cloud, time, note } = world
  const giving = cloud.orders.get(lockId)?.status === 'refunding'
  if (giving) {
    const status = dice.chance(0.7) ? 'refund_success' : 'refund_failed'
    if (dice.chance(0.8)) time.after(dice.between(30, 1_200) * 1_000, () => cloud.settle(lockId, status))
    return
  }
  const at = (seconds: number, status: 'ticket_success' | 'ticket_failed', fault?: FaultName) =>
    time.after(seconds * 1_000, () => {
      if (fault !== undefined && cloud.orders.get(lockId)?.status === 'wait_ticket') note(fault)
      cloud.settle(lockId, status)
    })
  const draw = dice.next()
  if (draw < 0.15) at(11 * 60 + 59, 'ticket_success', 'success at 11:59')
  else if (draw < 0.3) at(12 * 60 + 1, 'ticket_success', 'success at 12:01')
  else if (draw < 0.5) at(dice.between(12 * 60, 18 * 60), 'ticket_success')
  else if (draw < 0.7) at(dice.between(30, 20 * 60), 'ticket_success')
  else if (draw < 0.85) at(dice.between(30, 40 * 60), 'ticket_failed', 'ticketing fails late')
}

/** Our clocks jump. Nodes on one database share its clock, which never goes back. */
function moveClocks(world: World, nodes: number): void {
  const { dice, time, weather, note } = world
  if (!dice.chance(0.15)) return
  for (let jump = dice.between(1, 2); jump > 0; jump--) {
    const byMs = dice.between(1, 600) * 1_000
    const back = nodes === 1 && dice.chance(0.5)
    time.after(dice.between(0, 40 * 60) * 1_000, () => {
      if (time.now() >= weather.healsAt) return
      world.skewMs += back ? -byMs : byMs
      world.bent.skewed = true
      note(back ? 'clock backward' : 'clock +-10 min')
    })
  }
}
