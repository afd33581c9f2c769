import type { CloudInProcess, Fault, OrderCall } from '../test-support/cloud-in-process.ts'
import type { PaymentFault, PaymentsInProcess } from '../test-support/payments-in-process.ts'
import type { VirtualTime } from '../test-support/virtual-time.ts'
import type { Dice } from './dice.ts'

/** How bad this world is; every seed draws its own. Chances are per call. */
export interface Weather {
  lostRequest: number
  lostAnswer: number
  notSent: number
  lateRequest: number
  lateReversal: number
  slowTicket: number
  lie: number
  refusal: number
  paymentTrouble: number
  crash: number
  /** After this instant nothing goes wrong any more. */
  healsAt: number
}

const minuteMs = 60_000

export function drawWeather(dice: Dice, start: number): Weather {
  const chance = (most: number) => (dice.chance(0.5) ? dice.next() * most : 0)
  return {
    lostRequest: chance(0.5),
    lostAnswer: chance(0.5),
    notSent: chance(0.5),
    lateRequest: chance(0.3),
    lateReversal: chance(0.9),
    slowTicket: chance(1),
    lie: chance(0.3),
    refusal: chance(0.3),
    paymentTrouble: chance(0.5),
    crash: chance(0.1),
    healsAt: start + dice.between(0, 180) * minuteMs,
  }
}

const lies: Record<OrderCall, readonly [string, ...string[]]> = {
  lockSeats: ['SYSTEM_ERROR', 'CINEMA_CONNECTION_ERROR'],
  releaseSeats: ['UN_LOCK_SEAT_UNSUCCESS'],
  confirmOrder: ['ORDER_SEAT_ERROR', 'LOCK_SEAT_UNSUCCESS'],
  order: ['ORDER_NOT_FOUND', 'SYSTEM_ERROR', '40002'],
  returnTickets: ['CINEMA_CONNECTION_ERROR', 'SYSTEM_ERROR', '10001'],
  reverseOrder: ['REVERSE_TICKET_NO_TIME_YET', 'REVERSE_TICKET_FAILED', 'TICKET_ORDER_CLOSE_ERROR'],
}
const refusals: readonly [string, ...string[]] = [
  'TICKET_PRICE_ERROR',
  'ORDER_TICKET_TIME_END',
  '30003',
  'SYSTEM_ERROR',
  'CINEMA_CONNECTION_ERROR',
  'ORDER_PROCESSING',
  'SETTLEACCOUNT_PAY_FAIL',
  'UNHEARD_OF',
]

const returnRefusals: readonly [string, ...string[]] = [
  'CANCEL_TIME_ERROR',
  'TICKET_HAS_PRINT',
  'OVER_REFUND_UPPER_LIMIT',
  '30004',
  'TICKET_ORDER_CLOSE_ERROR',
]

/** Lets it rain on the cloud and the provider. `note` gets one word per fault. */
export function letItRain(world: {
  dice: Dice
  weather: Weather
  time: VirtualTime
  cloud: CloudInProcess
  payments: PaymentsInProcess
  note: (fault: string) => void
}): void {
  const { dice, weather, time, cloud, payments, note } = world
  const healed = () => time.now() >= weather.healsAt

  const troubleOnTheWay = (call: OrderCall): Fault | undefined => {
    if (dice.chance(weather.lostRequest)) return { kind: 'before' }
    if (dice.chance(weather.lostAnswer)) return { kind: 'after' }
    if (dice.chance(weather.notSent)) return { kind: 'not-sent' }
    const late = call === 'reverseOrder' ? weather.lateReversal : weather.lateRequest
    return dice.chance(late) ? { kind: 'later', afterMs: dice.between(1, 25 * 60) * 1_000 } : undefined
  }
  const troubleAtTheCinema = (call: OrderCall): Fault | undefined => {
    const confirm = call === 'confirmOrder'
    if ((confirm || call === 'returnTickets') && dice.chance(weather.slowTicket)) return { kind: 'wait' }
    if (call === 'returnTickets' && dice.chance(weather.refusal))
      return { kind: 'answer', code: dice.pick(returnRefusals) }
    if (confirm && dice.chance(weather.refusal)) return { kind: 'answer', code: dice.pick(refusals) }
    // A negative lie is told on a retry only: on a lone first attempt it would be the truth.
    const retry = cloud.calls.filter(one => one.call === call).length > 1
    return (retry || !confirm) && dice.chance(weather.lie)
      ? { kind: 'answer', code: dice.pick(lies[call]) }
      : undefined
  }
  const faultOf = (call: OrderCall): Fault | undefined => {
    time.pass(dice.between(1, 3_000))
    // Most locks succeed, or few worlds would ever see money.
    if (healed() || (call === 'lockSeats' && dice.chance(0.85))) return undefined
    return troubleOnTheWay(call) ?? troubleAtTheCinema(call)
  }
  cloud.fault = call => {
    const fault = faultOf(call)
    if (fault !== undefined) note(`${call}: ${fault.kind}${fault.kind === 'answer' ? ` ${fault.code}` : ''}`)
    return fault
  }
  cloud.onWait = lockId => {
    // Often just when reversals begin: there the traps are.
    const seconds = dice.chance(0.5) ? dice.between(12 * 60, 18 * 60) : dice.between(30, 40 * 60)
    const good = dice.chance(0.7)
    const giving = cloud.orders.get(lockId)?.status === 'refunding'
    const status = giving
      ? good
        ? 'refund_success'
        : 'refund_failed'
      : good
        ? 'ticket_success'
        : 'ticket_failed'
    if (dice.chance(0.8)) time.after(seconds * 1_000, () => cloud.settle(lockId, status))
  }
  payments.fault = call => {
    time.pass(dice.between(1, 500))
    if (healed() || !dice.chance(weather.paymentTrouble)) return undefined
    const kinds: readonly [PaymentFault['kind'], ...PaymentFault['kind'][]] =
      call === 'refund' ? ['before', 'after', 'not-sent', 'refused'] : ['before', 'after', 'not-sent']
    const kind = dice.pick(kinds)
    note(`${call}: ${kind}`)
    return { kind }
  }
}
