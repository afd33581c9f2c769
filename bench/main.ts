import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { ordersBench } from './orders/orders-bench.ts'
import { printed } from './sandbox/print.ts'
import { type Effort, measureSandbox } from './sandbox/sandbox-bench.ts'

const usage = 'npm run bench -- [name ...] [--seconds 1] [--repetitions 5]\n'

/** Every bench answers a text of its own; what it compares with runs in the same minute on the same machine. */
const benches: Readonly<Record<string, (effort: Effort) => Promise<string>>> = {
  sandbox: async effort => printed(await measureSandbox(effort)),
  orders: ordersBench,
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '1' },
      repetitions: { type: 'string', default: '5' },
    },
  })
  const names = positionals.length === 0 ? Object.keys(benches) : positionals
  const effort = { seconds: Number(values.seconds), repetitions: Number(values.repetitions) }
  const [cpu] = cpus()
  process.stdout.write(`Node ${process.version}, ${cpus().length} x ${cpu?.model ?? 'unknown'}\n`)
  for (const name of names) {
    const bench = benches[name]
    if (!bench) throw new Error(`no bench ${name}: ${Object.keys(benches).join(', ')}`)
    process.stdout.write(`\n${name}\n\n${await bench(effort)}`)
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n${usage}`)
  process.exitCode = 1
})
