import { crashPoints } from './crash-points.ts'
import { grouped } from './grouped.ts'
import type { RunResult } from './run.ts'

/** What a run came to, for people: figures first, then each difference with what the journal knows of its order. */
export function describeRun(
  name: string,
  { toll, ledgers, differences, histories, tookMs }: RunResult,
): string {
  const { journal, cloud, provider } = ledgers
  const state = (which: string) => journal.filter(order => order.state === which).length
  const named = [...toll.at.values()].reduce((sum, count) => sum + count, 0)
  const figures: [string, number][] = [
    ['kills', toll.kills],
    ['at named crash points', named],
    ['stops beyond the lease', toll.stops],
    ['orders', journal.length],
    ['paid', provider.trades.filter(trade => trade.state === 'paid').length],
    ['ticketed', state('TICKETED')],
    ['refunded', state('REFUNDED')],
    ['returned', state('RETURNED')],
    ['released or failed', state('RELEASED') + state('FAILED')],
    ['orders of the cloud', cloud.length],
    ['refunds of the provider', provider.refunds.filter(refund => refund.state === 'SUCCESS').length],
    ['in doubt', journal.filter(order => order.doubts.length > 0).length],
    ['differences', differences.length],
  ]
  const doubts = grouped(
    journal.flatMap(order => order.doubts),
    doubt => doubt,
  )
  return [
    `${name}, ${Math.round(tookMs / 1_000)} s`,
    ...figures.map(([what, count]) => `  ${String(count).padStart(6)}  ${what}`),
    ...[...doubts].map(([doubt, all]) => `          in doubt: ${doubt} (${all.length})`),
    '  kills at each point:',
    ...crashPoints.map(({ name: point }) => `  ${String(toll.at.get(point) ?? 0).padStart(6)}  ${point}`),
    ...differences.map(({ kind, orderId, detail }) => `DIFFERENCE ${kind}: ${orderId ?? ''} ${detail}`),
    ...histories.flatMap(({ orderId, lines }) => [
      `history of ${orderId}`,
      ...lines.map(line => `  ${line}`),
    ]),
    '',
  ].join('\n')
}
