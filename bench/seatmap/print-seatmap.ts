import { median } from '../load.ts'
import { hundredths, table, whole } from '../table.ts'
import { yardstick } from './contestants.ts'
import type { Row, Setting } from './rows.ts'
import type { Figures } from './visit.ts'

const heads = [
  'contestant',
  'first paint',
  'frames p50/p95/p99',
  'late %',
  'main',
  'tap',
  '200 changes',
  'heap MB',
  'canvas MB',
  'code kB',
  '÷ raw',
  '÷ ours',
  'rounds',
]

/**
 * A table for every hall and speed. The ratios are those of first paint, main thread, tap and changes.
 *
 * @param scriptBytes of every contestant's page, compressed
 */
export function printed(rows: readonly Row[], scriptBytes: ReadonlyMap<string, number>): string {
  const settings = [...new Map(rows.map(({ setting }) => [JSON.stringify(setting), setting])).values()]
  return settings
    .map(setting => {
      const here = rows.filter(
        row => row.setting.seats === setting.seats && row.setting.slowdown === setting.slowdown,
      )
      return `${headingOf(setting)}\n\n${tableOf(here, scriptBytes)}\n${remarks(here)}`
    })
    .join('\n')
}

function headingOf({ seats, slowdown }: Setting): string {
  const speed = slowdown === 1 ? '' : `, main thread ${slowdown} times slower`
  return `#### ${whole(seats)} seats${speed}`
}

function tableOf(rows: readonly Row[], scriptBytes: ReadonlyMap<string, number>): string {
  const middles = new Map(rows.flatMap(row => (row.rounds.length > 0 ? [[row, middleOf(row.rounds)]] : [])))
  const of = (id: string) => [...middles].find(([row]) => row.contestant.id === id)?.[1]
  const raw = of(yardstick)
  const ours = of('ours')
  const floorBytes = scriptBytes.get('empty') ?? 0
  return table(
    heads,
    rows.map(row => {
      const figures = middles.get(row)
      const { id, name } = row.contestant
      if (!figures) return [name, row.failures.at(-1) ?? 'not visited', ...heads.slice(2).map(() => '')]
      const { frames } = figures
      return [
        name,
        tenths(figures.firstPaint),
        [frames.p50, frames.p95, frames.p99].map(count).join('/'),
        count(figures.latePercent),
        tenths(figures.main),
        tenths(figures.tap),
        tenths(figures.changes),
        tenths(figures.heapMb),
        tenths(figures.canvasMb),
        floorBytes === 0 ? '' : whole(((scriptBytes.get(id) ?? 0) - floorBytes) / 1000),
        ratios(figures, raw),
        ratios(figures, ours),
        String(row.rounds.length),
      ]
    }),
  )
}

/** What one has to know beside the figures. */
function remarks(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ contestant, rounds, failures }) => {
    const faults = new Map<string, number>()
    for (const fault of [...rounds.flatMap(each => each.faults), ...failures])
      faults.set(fault, (faults.get(fault) ?? 0) + 1)
    return [...faults].map(
      ([fault, times]) =>
        `- ${contestant.name}: ${fault} (${times} of ${Math.max(rounds.length, failures.length)})`,
    )
  })
  const spreads = rows
    .filter(({ rounds, contestant }) => rounds.length > 1 && ['ours', yardstick].includes(contestant.id))
    .map(({ contestant, rounds }) => `- spread of ${contestant.name}: ${spreadOf(rounds)}`)
  return (
    [...lines, ...spreads].map(line => `\n${line}`).join('') + (lines.length + spreads.length > 0 ? '\n' : '')
  )
}

const compared = ['firstPaint', 'main', 'tap', 'changes'] as const
const names = { firstPaint: 'first paint', main: 'main', tap: 'tap', changes: 'changes' }

function spreadOf(rounds: readonly Figures[]): string {
  return compared
    .map(key => {
      const values = rounds.map(round => round[key])
      return `${names[key]} ${tenths(Math.min(...values))}-${tenths(Math.max(...values))}`
    })
    .join(', ')
}

function ratios(figures: Figures, to: Figures | undefined): string {
  if (!to) return ''
  return compared.map(key => ratio(figures[key] / to[key])).join(' / ')
}

function middleOf(rounds: readonly Figures[]): Figures {
  const of = (figure: (round: Figures) => number) => median(rounds.map(figure))
  return {
    firstPaint: of(round => round.firstPaint),
    frames: {
      p50: of(round => round.frames.p50),
      p95: of(round => round.frames.p95),
      p99: of(round => round.frames.p99),
    },
    latePercent: of(round => round.latePercent),
    main: of(round => round.main),
    tap: of(round => round.tap),
    changes: of(round => round.changes),
    heapMb: of(round => round.heapMb),
    canvasMb: of(round => round.canvasMb),
    zoomed: of(round => round.zoomed),
    faults: rounds.flatMap(round => round.faults),
  }
}

const count = (value: number): string => (Number.isNaN(value) ? '-' : whole(value))
const tenths = (value: number): string =>
  Number.isNaN(value) ? '-' : value < 99.95 ? value.toFixed(1) : whole(value)
const ratio = (value: number): string =>
  !Number.isFinite(value) ? '-' : value < 9.95 ? hundredths(value) : whole(value)
