import type { Fault, Quirk, SetFault } from '#contract/sandbox-faults.ts'
import type { ApiName } from '../protocol/api-names.ts'
import { randomFor } from '../world/random.ts'
import { isHitBy, isWorkedOn } from './troubles.ts'

/** What a call is known by when it is decided whether a fault befalls it. */
export interface CallTraits {
  api: ApiName
  channelCode: string
  /** Absent where the call names none. */
  cinemaLinkId: string | undefined
  /** Whether the same channel made the same call before. */
  repeated: boolean
}

/** The faults that change what becomes of a call; a call suffers one of them at most. */
export type Mishap = Exclude<Fault, { kind: 'skew' | 'quirk' }>

/** Whether it is one that changes what becomes of a call; the others change how the cloud looks to it. */
export const isMishap = (fault: Fault): fault is Mishap => fault.kind !== 'skew' && fault.kind !== 'quirk'

/** What goes wrong, as it was asked for over the control interface. Kept in memory: a restart heals. */
export interface Faults {
  set(fault: Fault, now: number): void
  remove(id: number): void
  clear(): void
  /** Those that still stand, oldest first. */
  list(now: number): readonly SetFault[]
  /** Of the mishaps that are aimed at the call the oldest, used up by one. */
  mishap(call: CallTraits, now: number): Mishap | undefined
  /** How far off the clock is that the call sees, ms. */
  skewMs(call: CallTraits, now: number): number
  quirks(call: CallTraits, now: number): Quirk[]
}

/** A fault with what the draws of its probability come from: its number alone, so that a run can be repeated. */
interface Standing extends SetFault {
  draw: () => number
}

export function createFaults(seed: number): Faults {
  let standing: Standing[] = []
  let nextId = 1

  function hits({ fault, draw }: Standing, call: CallTraits): boolean {
    if (fault.api !== '*' && fault.api !== call.api) return false
    if (fault.cinemaLinkId !== undefined && fault.cinemaLinkId !== call.cinemaLinkId) return false
    if (fault.channelCode !== undefined && fault.channelCode !== call.channelCode) return false
    if (fault.repeatedOnly && !call.repeated) return false
    if (fault.kind === 'trouble' && !isHitBy(call.api, fault.trouble)) return false
    if ((fault.kind === 'slow-tickets' || fault.kind === 'fail-tickets') && !isWorkedOn(call.api))
      return false
    return draw() < fault.probability
  }
  function use(one: Standing): void {
    one.befell += 1
    if (one.left === undefined) return
    one.left -= 1
    if (one.left === 0) standing = standing.filter(other => other !== one)
  }
  function forget(now: number): void {
    if (standing.some(({ until }) => until !== undefined && now >= until))
      standing = standing.filter(({ until }) => until === undefined || now < until)
  }
  /** All that are of the wanted kind and hit, used up by one. */
  function take<K extends Fault['kind']>(
    kind: K,
    call: CallTraits,
    now: number,
  ): Extract<Fault, { kind: K }>[] {
    forget(now)
    const isKind = (fault: Fault): fault is Extract<Fault, { kind: K }> => fault.kind === kind
    return standing.flatMap(one => {
      if (!isKind(one.fault) || !hits(one, call)) return []
      use(one)
      return [one.fault]
    })
  }

  return {
    set(fault, now) {
      const id = nextId++
      const left = callsOf(fault)
      standing.push({
        id,
        fault,
        befell: 0,
        ...(left === undefined ? {} : { left }),
        ...(fault.forMs === undefined ? {} : { until: now + fault.forMs }),
        draw: randomFor(seed, 'fault', id),
      })
    },
    remove(id) {
      standing = standing.filter(one => one.id !== id)
    },
    clear() {
      standing = []
    },
    list(now) {
      forget(now)
      return standing.map(({ draw: _, ...fault }) => fault)
    },
    mishap(call, now) {
      forget(now)
      for (const one of standing) {
        const { fault } = one
        if (!isMishap(fault) || !hits(one, call)) continue
        use(one)
        return drawn(fault, one.draw)
      }
      return undefined
    },
    skewMs: (call, now) => take('skew', call, now).reduce((sum, { skewMs }) => sum + skewMs, 0),
    quirks: (call, now) => take('quirk', call, now).map(({ quirk }) => quirk),
  }
}

/** A delay that has its spread drawn. */
function drawn(fault: Mishap, draw: () => number): Mishap {
  if (fault.kind !== 'delay' && fault.kind !== 'delay-answer') return fault
  return { ...fault, delayMs: fault.delayMs + Math.round(draw() * fault.spreadMs) }
}

/** How many calls it is for; undefined: no matter how many. A fault that says nothing of when it ends is for one. */
function callsOf({ times, probability, forMs }: Fault): number | undefined {
  if (times === 'always') return undefined
  if (times !== undefined) return times
  return probability === 1 && forMs === undefined ? 1 : undefined
}
