import { Fault, type FaultInput, type SetFault } from '#contract/sandbox-faults.ts'
import { shortApi } from './fault-words.ts'

/** What the presets are aimed at; the person at the page chooses it once for all of them. */
export interface PresetAim {
  /** The interface by which the client under test confirms. */
  confirm: string
  /** One cinema, or all when absent. */
  cinemaLinkId?: string
}

const secondMs = 1_000
const minuteMs = 60 * secondMs

/** The mishaps that everybody tries first, each one press away; in the order of the page. */
export const presets = {
  loseConfirmAnswer: ({ confirm }) => ({ kind: 'lose-answer', api: confirm }),
  loseConfirm: ({ confirm }) => ({ kind: 'lose-request', api: confirm }),
  resetConfirm: ({ confirm }) => ({ kind: 'reset', api: confirm }),
  lyingRetry: ({ confirm }) => ({
    kind: 'deny',
    code: 'ORDER_SEAT_ERROR',
    api: confirm,
    repeatedOnly: true,
    times: 'always',
  }),
  slowTickets: ({ confirm }) => ({
    kind: 'slow-tickets',
    delayMs: 2 * minuteMs,
    api: confirm,
    times: 'always',
  }),
  failTickets: ({ confirm }) => ({
    kind: 'fail-tickets',
    delayMs: 30 * secondMs,
    api: confirm,
    times: 'always',
  }),
  outage: () => ({ kind: 'lose-request', forMs: minuteMs }),
  slowAnswers: () => ({
    kind: 'delay-answer',
    delayMs: 2 * secondMs,
    spreadMs: 3 * secondMs,
    times: 'always',
  }),
  badGateway: () => ({ kind: 'bad-gateway', probability: 0.1, times: 'always' }),
  rateLimit: () => ({
    kind: 'refuse',
    code: 'CINEMA_RATE_LIMIT_EXCEEDED',
    probability: 0.3,
    times: 'always',
  }),
  seatsGone: () => ({ kind: 'refuse', code: 'LOCK_SEAT_ERROR', api: 'seat.lockSeats' }),
  skew: () => ({ kind: 'skew', skewMs: 10 * minuteMs, times: 'always' }),
  offline: () => ({ kind: 'trouble', trouble: 'offline', times: 'always' }),
  dongle: () => ({ kind: 'trouble', trouble: 'no-dongle', times: 'always' }),
  ticketsClosed: () => ({ kind: 'trouble', trouble: 'tickets-closed', times: 'always' }),
  goodsClosed: () => ({ kind: 'trouble', trouble: 'goods-closed', times: 'always' }),
  accountEmpty: () => ({ kind: 'trouble', trouble: 'account-empty', times: 'always' }),
  looseTypes: () => ({ kind: 'quirk', quirk: 'loose-types', times: 'always' }),
} as const satisfies Record<string, (aim: PresetAim) => FaultInput>

export type PresetName = keyof typeof presets
export const presetNames = Object.keys(presets) as PresetName[]

/** The fault of a preset, with the cinema that was chosen for all of them. */
export function presetFault(name: PresetName, aim: PresetAim): FaultInput {
  const { cinemaLinkId } = aim
  return { ...presets[name](aim), ...(cinemaLinkId !== undefined && { cinemaLinkId }) }
}

/** The standing fault that is just this one, whoever set it. */
export function standing(fault: FaultInput, faults: readonly SetFault[]): SetFault | undefined {
  const sought = fingerprint(Fault.parse(fault))
  return faults.find(one => fingerprint(one.fault) === sought)
}

function fingerprint(fault: Fault): string {
  const entries = Object.entries({ ...fault, api: shortApi(fault.api) })
  return JSON.stringify(entries.filter(([, value]) => value !== undefined).sort())
}

/** What has to be set again to have a removed fault back: no more calls and no more time than it had left. */
export function asItStood({ fault, left, until }: SetFault, now: number): FaultInput {
  return {
    ...fault,
    ...(left !== undefined && { times: left }),
    ...(until !== undefined && { forMs: Math.max(1, until - now) }),
  }
}

/** The same with curl, for a script. */
export function curlFor(fault: FaultInput, origin: string): string {
  const body = JSON.stringify(fault).replaceAll("'", "'\\''")
  return `curl -s ${origin}/control/faults -H 'content-type: application/json' -d '${body}'`
}
