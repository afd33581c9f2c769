import type { LoggedCall } from './caller.ts'
import type { Exchange } from './cloud-client.ts'
import { maskedIn } from './mask.ts'
import type { Result, Run, RunOptions } from './run.ts'

export const specification = '1.2.26'

/** A rule in the report, as data. */
export interface ReportedRule {
  id: string
  section: string
  api: string
  sentence: string
  mode: 'read-only' | 'full'
  verdict: 'held' | 'broken' | 'not-applicable' | 'unclear'
  /** What was found, or why it was not tried. */
  detail?: string
  sent?: string
  came?: string
}

/** One interface in the report. */
export interface ReportedApi {
  api: string
  calls: number
  slowestMs: number
  held: number
  broken: number
  notApplicable: number
  unclear: number
}

export interface Report {
  specification: string
  url: string
  channel: string
  cinemaLinkId: string
  mode: 'read-only' | 'full'
  answers: 'strict' | 'tolerant'
  calls: number
  held: number
  broken: number
  notApplicable: number
  unclear: number
  /** Rules that this mode does not try. */
  leftOut: number
  apis: ReportedApi[]
  rules: ReportedRule[]
  /** What the run made and could not take away. */
  left: string[]
}

/** The run as data; secret, card key and whatever is a guest's own are masked. */
export function reportOf(
  { cinema, results, log, left }: Run,
  options: RunOptions,
  { apiNames, ruleCount }: { apiNames: readonly string[]; ruleCount: number },
): Report {
  const masked = maskedIn([options.secret, options.cardKey])
  // The cloud's words without what a terminal would take for a command.
  const mask = (text: string) => masked(text).replace(/\p{Cc}/gu, ' ')
  const rules = results.map(result => reported(result, mask))
  const apis = ['protocol', ...apiNames].map(api => ({ api, ...timesOf(api, log), ...countsOf(rules, api) }))
  return {
    specification,
    url: options.url,
    channel: options.channel,
    cinemaLinkId: cinema.cinemaLinkId,
    mode: options.mode,
    answers: options.answers,
    calls: log.length,
    ...countsOf(rules),
    leftOut: ruleCount - rules.length,
    apis,
    rules,
    left: left.map(mask),
  }
}

function reported({ rule, verdict }: Result, mask: (text: string) => string): ReportedRule {
  const { id, section, api, sentence, mode } = rule
  const told = { id, section, api, sentence, mode, verdict: verdict.kind }
  if (verdict.kind === 'held') return told
  if (verdict.kind !== 'broken') return { ...told, detail: mask(verdict.reason) }
  const { detail, exchange } = verdict
  return {
    ...told,
    detail: mask(detail),
    ...(exchange && { sent: mask(sentIn(exchange)), came: mask(cameIn(exchange)) }),
  }
}

function timesOf(api: string, log: readonly LoggedCall[]) {
  const calls = log.filter(call => api === call.api)
  return { calls: calls.length, slowestMs: Math.max(0, ...calls.map(({ ms }) => ms)) }
}

function countsOf(rules: readonly ReportedRule[], api?: string) {
  const count = (verdict: ReportedRule['verdict']) =>
    rules.filter(rule => rule.verdict === verdict && (api === undefined || rule.api === api)).length
  return {
    held: count('held'),
    broken: count('broken'),
    notApplicable: count('not-applicable'),
    unclear: count('unclear'),
  }
}

const sentIn = ({ method, parameters }: Exchange) =>
  `${method} /route ${Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}`

/** Longer bodies are cut: an answer of getSeats has hundreds of thousands of characters. */
const bodyShown = 2_000

const cameIn = ({ status, ms, body }: Exchange) =>
  `HTTP ${status} after ${ms} ms: ${body.length > bodyShown ? `${body.slice(0, bodyShown)}… (${body.length} characters)` : body}`
