import type { Report, ReportedApi, ReportedRule } from './report.ts'

/** What a full run is about to do, told before it does it. */
export const intentOf = (cinemaLinkId: string, channel: string): string =>
  `This run buys. As channel ${channel} at cinema ${cinemaLinkId} it will
  lock seats of shows in the next days, and release them
  buy up to seven orders of tickets and two of goods, and give them back, but for one that is printed and one
  that it buys too late to give it back
  register up to three member cards and a benefit card, fill one up and empty it again
  pay with the cards that --member-card and --benefit-card name, if they do, and give those orders back
It touches no other order and no other card, and says at the end what it could not take away.
`

/** The report for people: by interface, then what is broken with the sentence and the proof, then a closing line. */
export function textOf(report: Report): string {
  const broken = report.rules.filter(({ verdict }) => verdict === 'broken')
  const unclear = report.rules.filter(({ verdict }) => verdict === 'unclear')
  const skipped = report.rules.filter(({ verdict }) => verdict === 'not-applicable')
  return [
    headOf(report),
    tableOf(report.apis),
    ...(broken.length > 0 ? [`BROKEN\n\n${broken.map(brokenOf).join('\n\n')}`] : []),
    ...(unclear.length > 0
      ? [`UNCLEAR: could not be tried, or nobody can tell\n\n${byReason(unclear)}`]
      : []),
    ...(skipped.length > 0 ? [`NOT APPLICABLE\n\n${byReason(skipped)}`] : []),
    ...(report.left.length > 0 ? [`LEFT BEHIND\n\n${report.left.map(line => `  ${line}`).join('\n')}`] : []),
    closingOf(report),
  ].join('\n\n')
}

const headOf = ({ specification, url, channel, cinemaLinkId, mode, answers, calls }: Report) =>
  `Conformance with the Movie Cloud specification ${specification}
  cloud    ${url} as channel ${channel}
  cinema   ${cinemaLinkId}
  mode     ${mode}, answers held ${answers === 'strict' ? 'strictly' : 'tolerantly'} against their tables
  calls    ${calls}`

const nameWidth = 40
const columns = ['held', 'broken', 'n/a', 'unclear', 'calls', 'slowest'] as const

function tableOf(apis: readonly ReportedApi[]): string {
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(nameWidth)}${cells.map(cell => cell.padStart(9)).join('')}`
  const rows = apis.map(({ api, held, broken, notApplicable, unclear, calls, slowestMs }) =>
    line(api, [
      ...[held, broken, notApplicable, unclear, calls].map(count => (count === 0 ? '.' : String(count))),
      calls === 0 ? '.' : `${slowestMs} ms`,
    ]),
  )
  return [line('interface', columns), ...rows].join('\n')
}

const brokenOf = ({ id, section, sentence, detail, sent, came }: ReportedRule) =>
  [
    `  ${id}  (specification ${section})`,
    `    rule   ${sentence}`,
    `    found  ${detail}`,
    ...(sent === undefined ? [] : [`    sent   ${sent}`]),
    ...(came === undefined ? [] : [`    came   ${came}`]),
  ].join('\n')

/** One reason may keep dozens of rules from being tried: each is told once, with the rules below it. */
function byReason(rules: readonly ReportedRule[]): string {
  const groups = new Map<string, string[]>()
  for (const { id, detail = '' } of rules) groups.set(detail, [...(groups.get(detail) ?? []), id])
  return [...groups].map(([reason, ids]) => `  ${reason}\n${wrapped(ids)}`).join('\n')
}

const lineWidth = 110

function wrapped(ids: readonly string[]): string {
  const lines: string[] = []
  let line = '     '
  for (const id of ids) {
    if (line.length + 1 + id.length > lineWidth) {
      lines.push(line)
      line = '     '
    }
    line += ` ${id}`
  }
  return [...lines, line].join('\n')
}

function closingOf({ held, broken, notApplicable, unclear, leftOut, mode }: Report): string {
  const counts = `${held} held, ${broken} broken, ${notApplicable} not applicable, ${unclear} unclear`
  const rest = mode === 'full' ? '' : `; ${leftOut} more are tried by --mode full`
  const verdict =
    broken > 0 ? 'NOT CONFORMANT' : unclear > 0 ? 'UNCLEAR' : 'CONFORMANT as far as it was looked at'
  return `${verdict}: ${counts}${rest}.`
}
