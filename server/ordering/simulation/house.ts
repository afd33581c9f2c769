import type { OrderRecord } from '../../journal/record.ts'
import { type Node, openNode } from './node.ts'
import type { World } from './world.ts'

/** Our processes: they are started, work, die and are started again. */
export interface House {
  /** One that lives. @throws Error when none does */
  pick(): Node
  /** Lets whoever is free take up what is due; `dueAt`: when something will be. */
  work(): { began: boolean; dueAt: number | undefined }
  crashes(): number
}

interface Place {
  node: Node
  busy: boolean
  restsUntil: number
}

export function createHouse(world: World, size: number): House {
  const { dice, time, audit, trace } = world
  let crashes = 0
  let born = 0

  const open = (place: () => Place): Node => {
    born += 1
    return openNode(world, `node ${born}`, why => {
      crashes += 1
      trace(`${place().node.name} dies: ${why}`)
      time.after(dice.between(1, 300) * 1_000, () => void rise(place()))
    })
  }
  const rise = async (place: Place) => {
    if (size === 1) await audit.store.dropLeases()
    Object.assign(place, { node: open(() => place), busy: false, restsUntil: time.now() })
    trace(`${place.node.name} is up`)
  }
  const places: Place[] = Array.from({ length: size }, () => {
    const place: Place = { node: open(() => place), busy: false, restsUntil: 0 }
    return place
  })

  const run = (place: Place) => {
    const { node } = place
    place.busy = true
    const over = (restMs: number) => {
      if (place.node !== node) return
      place.busy = false
      place.restsUntil = time.now() + restMs
    }
    node.engine.runDue().then(
      () => over(1),
      (error: unknown) => {
        trace(`${node.name}: ${error}`)
        if (/circles/.test(String(error))) audit.found.add(String(error))
        over(5_000)
      },
    )
  }
  strike(world, places)

  return {
    pick() {
      const living = places.filter(place => place.node.alive())
      const [first, ...rest] = living
      if (first === undefined) throw new Error('nobody answers')
      return dice.pick([first, ...rest]).node
    },
    work() {
      const now = time.now()
      const dueAt = earliest([...audit.orders.values()], world.skewMs)
      if (dueAt === undefined) return { began: false, dueAt }
      const free = places.filter(place => place.node.alive() && !place.busy)
      const ready = dueAt <= now ? free.filter(place => place.restsUntil <= now) : []
      for (const place of ready) run(place)
      const freeAt = Math.min(...free.map(place => Math.max(place.restsUntil, dueAt)))
      return { began: ready.length > 0, dueAt: Number.isFinite(freeAt) ? freeAt : undefined }
    },
    crashes: () => crashes,
  }
}

/** When the next order comes due that nobody holds, in true time. */
function earliest(orders: readonly OrderRecord[], skewMs: number): number | undefined {
  let soonest: number | undefined
  for (const { nextRunAt, lease } of orders) {
    if (nextRunAt === undefined) continue
    const at = Math.max(nextRunAt, lease?.until ?? 0) - skewMs
    soonest = Math.min(soonest ?? at, at)
  }
  return soonest
}

/** Kills and pauses at odd moments. */
function strike(world: World, places: readonly Place[]): void {
  const { dice, time, weather, note } = world
  const bad = () => time.now() < weather.healsAt
  const somewhere = () => dice.between(0, 45 * 60) * 1_000
  const one = () => dice.pick([places[0], ...places.slice(1)])?.node
  for (let kills = dice.chance(0.3) ? dice.between(1, 4) : 0; kills > 0; kills--)
    time.after(somewhere(), () => {
      const node = one()
      if (node?.alive() !== true || !bad()) return
      note('crash anywhere')
      node.kill('crash anywhere')
    })
  for (let pauses = dice.chance(0.2) ? dice.between(1, 3) : 0; pauses > 0; pauses--)
    time.after(somewhere(), () => {
      const node = one()
      if (node?.alive() !== true || !bad()) return
      note('pause beyond the lease')
      world.bent.paused = true
      node.pause(dice.between(76, 600) * 1_000)
    })
}
