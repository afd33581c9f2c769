import { parseArgs } from 'node:util'
import { systemClock } from '../../kernel/clock.ts'
import { Pace, pacedClock } from '../../kernel/pace.ts'
import { startSandbox } from '../../sandbox/sandbox.ts'

/* The sandbox cloud as a process of its own, by the same quicker time as the houses that it serves. */

const { values } = parseArgs({
  options: { pace: { type: 'string', default: '' }, seed: { type: 'string', default: '1' } },
})
const sandbox = await startSandbox({
  seed: Number(values.seed),
  clock: pacedClock(systemClock, Pace.parse(JSON.parse(values.pace))),
  limits: 'none',
  magic: false,
})
process.on('disconnect', () => process.exit(0))
process.send?.({ url: sandbox.url })
