import { parseArgs } from 'node:util'
import { startSandbox } from './sandbox.ts'

/*
 * A sandbox as a process of its own, whose clock stands still where it is told: what kills it, what it prints and
 * what it holds in memory are seen from outside. It is started by `startSandboxProcess`.
 */

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: ':memory:' },
    seed: { type: 'string', default: '1' },
    now: { type: 'string', default: '0' },
  },
})
const now = Number(values.now)
// There are limits, so that what they remember is seen too, but nobody ever comes to them.
const boundless = { perSecond: 1e9, burst: 1e9 }
const began = performance.now()
const sandbox = await startSandbox({
  dataDir: values.data,
  seed: Number(values.seed),
  clock: { now: () => now },
  limits: { channel: boundless, cinema: boundless },
})

process.on('message', () => {
  // Once for what is garbage, once more for what its finalizers let go.
  globalThis.gc?.()
  globalThis.gc?.()
  process.send?.({ heapBytes: process.memoryUsage().heapUsed, residentBytes: process.memoryUsage.rss() })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ url: sandbox.url, openMs: performance.now() - began })
