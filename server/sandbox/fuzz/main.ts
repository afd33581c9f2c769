import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'

const usage = 'npx tsx server/sandbox/fuzz/main.ts [--requests 100000] [--seed 1] [--only N]\n'
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1)

/** Sends malformed requests to a sandbox and says what became of them; ends with 1 when something should not have. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  })
  const began = performance.now()
  const { outcomes, failures, heapBytes, residentBytes } = await fuzz({
    seed: Number(values.seed),
    requests: Number(values.requests),
    ...(values.only === undefined ? {} : { only: Number(values.only) }),
    progress: sentence => void process.stderr.write(`${sentence}\n`),
  })
  const rows = [...outcomes].sort(([, a], [, b]) => b - a)
  process.stdout.write(`\n${rows.map(([outcome, count]) => `${String(count).padStart(8)}  ${outcome}`).join('\n')}\n
seed ${values.seed}, ${values.requests} requests, ${Math.round((performance.now() - began) / 1000)} s
heap ${heapBytes.map(megabytes).join(' MiB, then ')} MiB; resident ${megabytes(residentBytes)} MiB
${failures.length} failures
${failures.join('\n')}
`)
  process.exitCode = failures.length === 0 ? 0 : 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n${usage}`)
  process.exitCode = 1
})
