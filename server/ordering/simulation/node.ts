import { createMovieCloud } from '../../moviecloud/gateway.ts'
import type { PayingCard } from '../../moviecloud/gateway-types.ts'
import { createOrdering, type OrderEngine } from '../engine.ts'
import { cinemaId, makeOfferAt } from '../test-support/offer.ts'
import { createDisk } from './disk.ts'
import type { FaultName } from './faults.ts'
import { createLine } from './line.ts'
import { createProvider } from './provider.ts'
import type { Asked, World } from './world.ts'

/** The process that ran an engine is no more. */
export class Died extends Error {}

/** One process of ours: it can be killed, and it can be held still for longer than its leases. */
export interface Node {
  readonly name: string
  readonly engine: OrderEngine
  alive(): boolean
  kill(why: FaultName): void
  pause(ms: number): void
  /** What the engine answers, or rejects with `Died` when the process does. */
  ask<T>(act: (engine: OrderEngine) => Promise<T>): Promise<T>
}

/** The number of a guest who gives none. */
export const contactMobile = '13800138000'
/** A guest's card, its password as it would be sealed. */
export const memberCard: PayingCard = {
  kind: 'member',
  number: '6810000001',
  password: 'sEaLeD+secret',
  cinemaId,
}
/** An answer counts as outstanding for so long: then the engine goes on without it. */
const outstandingMs = 50_000

export function openNode(world: World, name: string, onDeath: (why: FaultName) => void): Node {
  const { time, dice, audit } = world
  let alive = true
  let wakesAt = 0
  let mourn: (error: Died) => void = () => undefined
  const death = new Promise<never>((_resolve, reject) => {
    mourn = reject
  })
  death.catch(() => undefined)

  /** Runs `act` once this process may run: not while it is paused, never when it is dead. */
  const whenAwake = (act: () => void): void => {
    if (!alive) return
    const restMs = wakesAt - time.now()
    if (restMs <= 0) act()
    else time.after(restMs, () => whenAwake(act))
  }
  const through = <T>(result: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      result.then(
        value => whenAwake(() => resolve(value)),
        error => whenAwake(() => reject(error)),
      )
    })
  const kill = (why: FaultName) => {
    if (!alive) return
    alive = false
    world.bent.lossy = true
    mourn(new Died(why))
    onDeath(why)
  }

  /** At most one call at a time about an order, as long as nobody else may work on it. */
  const underWay = new Map<string, number>()
  const onSend = (asked: Asked) => {
    const { call, lockId } = asked
    world.sent.push({ ...asked, at: time.now(), node: name })
    world.trace(`${name} sends ${call} ${lockId}`)
    const order = audit.orderOfLock(lockId)
    if (lockId === '' || order === undefined) return () => undefined
    const key = `${lockId} ${order.fence}`
    const until = underWay.get(key)
    if (until !== undefined && until > time.now()) audit.found.add('two calls about one order at a time')
    underWay.set(key, time.now() + outstandingMs)
    return () => underWay.delete(key)
  }

  const engine = createOrdering({
    store: createDisk(world, { alive: () => alive, kill, through }),
    cloud: createMovieCloud(createLine(world, { send: onSend, through, alive: () => alive }), {
      cardKey: 'simulated',
      iv: () => '0123456789abcdef',
    }),
    payments: {
      qr: createProvider(world, { alive: () => alive, through }),
      cash: createProvider(world, { alive: () => alive, through }, world.cash),
    },
    counter: {
      price: async (_cinemaId, wishes) =>
        wishes.map(wish => ({ ...wish, name: '爆米花', isPackage: false, unitFen: 1250 })),
      cinema: async cinemaId => ({ cinemaId, cinemaName: '星光影城' }),
    },
    priceWithCard: async ({ quote }) => ({
      lines: [...quote.lines],
      card: { ...memberCard, payableFen: quote.totalFen },
    }),
    makeOffer: makeOfferAt({ startsAtMs: world.startsAt, sellsUntilMs: world.sellsUntil }),
    clock: { now: () => time.now() + world.skewMs },
    after: (ms, run) => time.after(ms, () => whenAwake(run)),
    random: dice.bytes,
    owner: name,
    contactMobile: () => contactMobile,
    log: line => world.logged.push(JSON.stringify({ ...line, error: String(line.error) })),
    onFatal: () => kill('database full'),
  })
  return {
    name,
    engine,
    alive: () => alive,
    kill,
    pause(ms) {
      wakesAt = time.now() + ms
    },
    ask: act => Promise.race([act(engine), death]),
  }
}
