import { yuan } from '#contract/money.ts'
import type { ReconciliationSums } from '#contract/reconciliation.ts'
import { toInstant } from '#contract/time.ts'
import { shortIdLength } from '../journal/order-list.ts'
import type { Finding, Reconciled } from './ledgers.ts'
import { viewFinding } from './words.ts'

/** The report of a day for a terminal: counts, sums in yuan, and each finding with what to do. */
export function reportText({ day, runAt, verdict, sums, unread, findings }: Reconciled): string {
  return [
    `Ledgers of ${day}, compared at ${toInstant(runAt)}`,
    '',
    ...table(sums),
    `cloud: asked about ${sums.asked}, of these with good tickets ${sums.ticketed}`,
    ...unread.map(({ ledger, which, reason }) => `not read: ${ledger} ${which}: ${reason}`),
    '',
    ...findings.flatMap(describe),
    conclusions[verdict](findings.length),
  ].join('\n')
}

const conclusions: Record<Reconciled['verdict'], (count: number) => string> = {
  agrees: () => 'The ledgers agree.',
  differs: count => `${count} ${count === 1 ? 'difference' : 'differences'}.`,
  unreadable: count =>
    `A ledger could not be read whole, so that nobody can say${count === 0 ? '.' : `; ${count} found in the rest.`}`,
}

function table(sums: ReconciliationSums): string[] {
  const row = (name: string, journal: [number, number], bill: [number, number]) =>
    [
      name.padEnd(12),
      `${journal[0]}`.padStart(6),
      yuan(journal[1]).padStart(14),
      `${bill[0]}`.padStart(8),
      yuan(bill[1]).padStart(14),
    ].join(' ')
  return [
    `${' '.repeat(12)} journal          yuan     bill           yuan`,
    row('payments', [sums.payments, sums.paidFen], [sums.billedPayments, sums.billedFen]),
    row('refunds', [sums.refunds, sums.refundedFen], [sums.billedRefunds, sums.billedBackFen]),
  ]
}

function describe(finding: Finding): string[] {
  const { kind, subject, orderId, expectedFen, foundFen, means, remedy } = viewFinding(finding)
  const order = orderId?.slice(0, shortIdLength)
  const amounts = [
    ...(expectedFen === undefined ? [] : [`expected ${yuan(expectedFen)}`]),
    ...(foundFen === undefined ? [] : [`found ${yuan(foundFen)}`]),
  ].join(', ')
  return [
    `${kind}  ${subject}${order === undefined || order === subject ? '' : `  (order ${order})`}`,
    ...(amounts === '' ? [] : [`  ${amounts} yuan`]),
    `  ${means.en} ${means.zh}`,
    `  ${remedy.en}`,
    `  ${remedy.zh}`,
    '',
  ]
}
