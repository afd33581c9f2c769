import type { Sandbox } from '../../sandbox/sandbox.ts'
import { rules } from '../chapters.ts'
import { type Report, reportOf } from '../report.ts'
import { apiNames } from '../rules/tables.ts'
import { type RunMeans, type RunOptions, run } from '../run.ts'

/** A Monday evening: some shows have stopped selling, some are too near for refunds, others are still to come. */
export const evening = Date.parse('2026-11-23T19:00:00+08:00')

let seed = 0
/** Other numbers for every run, and the same ones for every test run. */
const random = () => {
  seed = (seed * 16807 + 12345) % 2147483647
  return seed / 2147483647
}

/** One run of the kit against an address that stands for the sandbox. */
export async function runAgainst(
  sandbox: Sandbox,
  url: string,
  options: Partial<RunOptions> = {},
  means: Partial<RunMeans> = {},
): Promise<Report> {
  const all: RunOptions = {
    url,
    channel: sandbox.channel,
    secret: sandbox.secret,
    cardKey: sandbox.cardKey,
    mode: 'full',
    answers: 'strict',
    timeoutMs: 5_000,
    memberCard: { cardNumber: '68116100001', password: '123456' },
    benefitCardNumber: '160527947000000002',
    ...options,
  }
  const found = await run(all, {
    rules,
    clock: { now: () => evening },
    random,
    pause: async () => undefined,
    ...means,
  })
  return reportOf(found, all, { apiNames, ruleCount: rules.length })
}

export const withVerdict = (report: Report, verdict: Report['rules'][number]['verdict']): string[] =>
  report.rules.filter(rule => rule.verdict === verdict).map(({ id }) => id)
