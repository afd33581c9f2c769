import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { liveBench } from './live/live-bench.ts'
import { ordersBench } from './orders/orders-bench.ts'
import { recoveryBench } from './recovery/recovery-bench.ts'
import { printed } from './sandbox/print.ts'
import { type Effort, measureSandbox } from './sandbox/sandbox-bench.ts'
import { seatingRulesBench } from './seating-rules/seating-rules-bench.ts'
import { type SeatmapWish, seatmapBench } from './seatmap/seatmap-bench.ts'

const usage = `npm run bench -- [name ...] [--seconds 1] [--repetitions 5]
npm run bench -- live [--repetitions 5] [--minutes 1]
npm run bench -- seatmap [--seats 300,2000,20000,100000] [--slow 4] [--only ours,raw] [--rounds 3] [--minutes 10]
  [--markdown] [--json file] [--pictures folder]
`

/** Every bench answers a text of its own; what it compares with runs in the same minute on the same machine. */
const benches: Readonly<
  Record<string, (effort: Effort, wish: SeatmapWish & { soakMinutes: number }) => Promise<string>>
> = {
  sandbox: async effort => printed(await measureSandbox(effort)),
  orders: ordersBench,
  live: ({ repetitions }, { soakMinutes }) => liveBench({ repetitions, minutes: soakMinutes }),
  recovery: recoveryBench,
  seatmap: (_, wish) => seatmapBench(wish),
  'seating-rules': seatingRulesBench,
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '1' },
      repetitions: { type: 'string', default: '5' },
      seats: { type: 'string', default: '300,2000,20000,100000' },
      slow: { type: 'string', default: '4' },
      only: { type: 'string', default: '' },
      rounds: { type: 'string', default: '3' },
      minutes: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      json: { type: 'string', default: 'node_modules/.cache/foyer-bench/seatmap.json' },
      pictures: { type: 'string' },
    },
  })
  const names = positionals.length === 0 ? Object.keys(benches) : positionals
  const effort = { seconds: Number(values.seconds), repetitions: Number(values.repetitions) }
  const seatmap = {
    seats: listOf(values.seats).map(Number),
    slow: Number(values.slow),
    only: listOf(values.only),
    rounds: Number(values.rounds),
    minutes: Number(values.minutes ?? '10'),
    soakMinutes: Number(values.minutes ?? '1'),
    markdown: values.markdown,
    json: values.json,
    pictures: values.pictures,
  }
  const [cpu] = cpus()
  if (!values.markdown)
    process.stdout.write(`Node ${process.version}, ${cpus().length} x ${cpu?.model ?? 'unknown'}\n`)
  for (const name of names) {
    const bench = benches[name]
    if (!bench) throw new Error(`no bench ${name}: ${Object.keys(benches).join(', ')}`)
    if (!values.markdown) process.stdout.write(`\n${name}\n\n`)
    process.stdout.write(await bench(effort, seatmap))
  }
}

const listOf = (text: string): string[] => text.split(',').filter(word => word !== '')

main().catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n${usage}`)
  process.exitCode = 1
})
