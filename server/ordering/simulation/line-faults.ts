import type { OrderCall } from '../test-support/cloud-in-process.ts'
import type { Said } from './bodies.ts'
import { strikes } from './strikes.ts'
import { during } from './weather.ts'
import type { Asked, World } from './world.ts'

/** A request that gets to the cloud, and what becomes of its answer. */
export interface Arrival {
  afterMs: number
  /** The cloud says this and does nothing. */
  instead?: Said
  /** The cinema takes its time with the tickets. */
  slow?: boolean
  backMs: number
  back?: 'lost' | 'reset' | 'HTTP 502' | 'truncated' | 'data as string' | 'missing envelope'
}

/** `refused`: no connection came about; `dropped`: sent, and never there. */
export function drawLineFault(world: World, asked: Asked): Arrival | 'refused' | 'dropped' {
  const { dice, weather, time, note } = world
  const plain: Arrival = { afterMs: dice.between(5, 1_500), backMs: dice.between(5, 1_500) }
  // Most locks succeed, or few worlds would ever see money.
  if (asked.call === 'lockSeats' && dice.chance(0.8)) return plain

  if (weather.outages.some(outage => during(outage, time.now()))) {
    note('outage 1-40 min')
    const kind = dice.pick<'refused' | 'dropped' | '502'>(['refused', 'dropped', '502'])
    return kind === '502' ? { ...plain, instead: { code: 'SUCCESS' }, back: 'HTTP 502' } : kind
  }
  if (during(weather.rotation, time.now())) {
    note('30003 after rotation')
    return { ...plain, instead: { code: '30003' } }
  }
  if (strikes(world, 'connection refused')) return 'refused'
  if (strikes(world, 'request dropped')) return 'dropped'
  const said = { ...plain, ...atTheCinema(world, asked) }
  if (asked.call === 'reverse' && strikes(world, 'late reversal'))
    return { ...said, afterMs: dice.between(1, 25 * 60) * 1_000, back: 'lost' }
  if (strikes(world, 'request delayed to 25 min'))
    return { ...said, afterMs: dice.between(1_000, 25 * 60_000) }
  return { ...said, ...onTheWayBack(world, asked) }
}

function onTheWayBack(world: World, asked: Asked): Partial<Arrival> {
  const { dice } = world
  if (asked.call === 'reverse' && strikes(world, 'reversal answer lost')) return { back: 'lost' }
  if (strikes(world, 'answer dropped')) return { back: 'lost' }
  if (strikes(world, 'answer delayed 1-200 s')) return { backMs: dice.between(1_000, 200_000) }
  if (strikes(world, 'reset mid-answer')) return { back: 'reset' }
  if (strikes(world, 'truncated JSON')) return { back: 'truncated' }
  // A proxy's page may stand before or behind what was asked of the cloud.
  if (strikes(world, 'HTTP 502'))
    return { back: 'HTTP 502', ...(dice.chance(0.5) && { instead: { code: 'SUCCESS' } }) }
  if (strikes(world, 'data as string')) return { back: 'data as string' }
  return strikes(world, 'missing envelope') ? { back: 'missing envelope' } : {}
}

const lies: Record<OrderCall, readonly [string, ...string[]]> = {
  lockSeats: ['SYSTEM_ERROR', 'CINEMA_CONNECTION_ERROR'],
  releaseSeats: ['UN_LOCK_SEAT_UNSUCCESS'],
  confirm: ['ORDER_SEAT_ERROR', 'LOCK_SEAT_UNSUCCESS', 'LOCKSEAT_UNMATCH'],
  order: ['SYSTEM_ERROR', '40002', 'CINEMA_RETURN_IS_NULL'],
  goodsOrder: ['SYSTEM_ERROR', '40002', 'ORDER_NOT_FOUND'],
  reverse: ['SYSTEM_ERROR', 'REQUEST_BUSY_ERROR'],
  giveBack: ['CINEMA_CONNECTION_ERROR', 'SYSTEM_ERROR', '10001'],
}
const refusals: readonly [string, ...string[]] = [
  'TICKET_PRICE_ERROR',
  'ORDER_TICKET_TIME_END',
  'ORDER_PROCESS_TIME_OUT',
  'SYSTEM_ERROR',
  'ORDER_PROCESSING',
  'SETTLEACCOUNT_PAY_FAIL',
]
const returnRefusals: readonly [string, ...string[]] = [
  'CANCEL_TIME_ERROR',
  'TICKET_HAS_PRINT',
  'OVER_REFUND_UPPER_LIMIT',
]

type Saying = Pick<Arrival, 'instead' | 'slow'>

/** What the cloud says instead of doing what it was asked, or that it does it slowly. */
function atTheCinema(world: World, asked: Asked): Saying {
  const { dice, weather, time, note } = world
  const { call } = asked
  const settles = call === 'confirm' || call === 'reverse' || call === 'giveBack'
  if (settles && during(weather.closed, time.now())) {
    note('interface closed')
    return { instead: { code: 'TICKET_ORDER_CLOSE_ERROR' } }
  }
  if (strikes(world, '30004')) return { instead: { code: '30004' } }
  if (strikes(world, 'unknown bizCode')) return { instead: { code: 'UNHEARD_OF' } }
  if (call === 'confirm') return aboutConfirm(world, asked.lockId)
  const own = aboutOthers(world, asked)
  if (own.instead !== undefined || own.slow === true) return own
  return call !== 'lockSeats' && strikes(world, 'lying negative on retry')
    ? { instead: { code: dice.pick(lies[call]) } }
    : {}
}

function aboutConfirm(world: World, lockId: string): Saying {
  const { dice, cloud, sent } = world
  const retry = sent.filter(one => one.call === 'confirm' && one.lockId === lockId).length > 1
  if (retry && strikes(world, 'lying negative on retry'))
    return { instead: { code: dice.pick(lies.confirm) } }
  if (!retry && strikes(world, 'a true refusal')) return { instead: { code: dice.pick(refusals) } }
  return !cloud.orders.has(lockId) && strikes(world, 'ticketing slow 30 s-20 min') ? { slow: true } : {}
}

function aboutOthers(world: World, { call, lockId }: Asked): Saying {
  if (call === 'order' && world.cloud.orders.has(lockId) && strikes(world, 'false ORDER_NOT_FOUND'))
    return { instead: { code: 'ORDER_NOT_FOUND' } }
  if (call === 'reverse' && strikes(world, 'REVERSE_TICKET_FAILED'))
    return { instead: { code: 'REVERSE_TICKET_FAILED' } }
  if (call !== 'giveBack') return {}
  if (strikes(world, 'a true refusal')) return { instead: { code: world.dice.pick(returnRefusals) } }
  return strikes(world, 'ticketing slow 30 s-20 min') ? { slow: true } : {}
}
