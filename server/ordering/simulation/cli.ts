import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { corpus } from './corpus.ts'
import { live } from './live.ts'
import { type Stretch, sweep } from './sweep.ts'
import { describeTally } from './tally.ts'

/*
 * npm run simulate -- [--seeds 20000] [--from 1] [--on-disk 20]: many sales in bad weather; ends with 1 when a rule is
 * broken. Ctrl-C stops it with all that is known by then; it ends with 130. With --seed S: one of them, with its trace.
 */

const say = (text: string) => process.stdout.write(`${text}\n`)

function whole(name: string, text: string, least: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text)
  process.stderr.write(`--${name} needs a whole number from ${least} on.\n`)
  process.exit(2)
}

async function replay(seed: number, onDisk: boolean): Promise<number> {
  const life = await live(seed, { onDisk, traced: true })
  say(life.trace.join('\n'))
  say(`seed ${seed}: ${life.ends.join(', ')}; ${life.faults.length} faults, ${life.crashes} crashes`)
  for (const rule of life.violations) say(`BROKEN: ${rule}`)
  return life.violations.length > 0 ? 1 : 0
}

async function many(seeds: number, from: number, onDisk: number): Promise<number> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1_000
  const stretches: Stretch[] = [
    ...corpus.map(({ seed }) => ({ from: seed, to: seed, onDisk: false })),
    { from, to: from + seeds - 1, onDisk: false },
    { from, to: from + onDisk - 1, onDisk: true },
  ]
  const all = corpus.length + seeds + onDisk
  let nextWord = 5
  let interrupted = false
  process.once('SIGINT', () => {
    interrupted = true
    say('Stopping: what is under way is lived to its end.')
  })
  const tally = await sweep(stretches, availableParallelism(), (sum, stop) => {
    if (sum.broken.length > 0 || interrupted) stop()
    if (seconds() < nextWord) return
    nextWord = seconds() + 5
    const speed = Math.round(sum.seeds / seconds())
    say(`${sum.seeds} of ${all} seeds, ${sum.crashes} crashes, ${sum.broken.length} broken, ${speed} seeds/s`)
  })
  say(describeTally(tally, seconds()))
  const [first] = tally.broken
  if (first === undefined) return interrupted ? 130 : 0
  say('')
  await replay(first.seed, first.onDisk)
  const again = `npm run simulate -- --seed ${first.seed}${first.onDisk ? ' --on-disk 1' : ''}`
  say(`\nBroken by seed ${tally.broken.map(one => one.seed).join(', ')}; again: ${again}`)
  return 1
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    'on-disk': { type: 'string', default: '0' },
  },
})
const onDisk = whole('on-disk', values['on-disk'], 0)
process.exitCode =
  values.seed === undefined
    ? await many(whole('seeds', values.seeds, 1), whole('from', values.from, 0), onDisk)
    : await replay(whole('seed', values.seed, 0), onDisk > 0)
