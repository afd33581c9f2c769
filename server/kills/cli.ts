import { parseArgs } from 'node:util'
import { obtainPostgres, startPostgres } from '../test-support/postgres.ts'
import { buildPrograms } from './build.ts'
import { missed } from './killer.ts'
import { describeRun } from './report.ts'
import { run } from './run.ts'

/*
 * npm run kills -- [--store sqlite|postgres|both] [--kills 300] [--nodes 3] [--guests 40] [--times 40] [--seed S]
 * [--provider alipay|wechat]: kills real servers amid sales, then compares three ledgers; ends with 1 on a difference,
 * and when a named crash point was never struck.
 */

const say = (text: string) => process.stdout.write(`${text}\n`)

function whole(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= 1) return Number(text)
  process.stderr.write(`--${name} needs a whole number from 1 on.\n`)
  process.exit(2)
}

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'both' },
    kills: { type: 'string', default: '300' },
    nodes: { type: 'string', default: '3' },
    guests: { type: 'string', default: '40' },
    times: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    provider: { type: 'string' },
  },
})
const seed = whole('seed', values.seed)
const kills = whole('kills', values.kills)
const nodes = { sqlite: 1, postgres: whole('nodes', values.nodes) }
const stores = (['sqlite', 'postgres'] as const).filter(
  one => values.store === one || values.store === 'both',
)
if (stores.length === 0) {
  process.stderr.write('--store has to be sqlite, postgres or both.\n')
  process.exit(2)
}

/** Every house dies as often as another, on whichever store. */
const houses = stores.reduce((sum, store) => sum + nodes[store], 0)
const programs = await buildPrograms()
const common = {
  programs,
  seed,
  guests: whole('guests', values.guests),
  times: whole('times', values.times),
}
/** Kills on one store; whether all was well. */
async function killOn(store: (typeof stores)[number]): Promise<boolean> {
  if (store === 'postgres') say(obtainPostgres(say))
  const postgres = store === 'postgres' ? await startPostgres() : undefined
  try {
    const usual = store === 'sqlite' ? 'wechat' : 'alipay'
    const provider = values.provider === 'alipay' || values.provider === 'wechat' ? values.provider : usual
    const result = await run({
      ...common,
      provider,
      nodes: nodes[store],
      kills: Math.ceil((kills * nodes[store]) / houses),
      databaseUrl: await postgres?.newDatabase(),
      say: line => say(`${store}: ${line}`),
    })
    say(describeRun(`${store}, ${provider}, seed ${seed}`, result))
    const points = missed(result.toll)
    for (const point of points) say(`NEVER KILLED at: ${point}`)
    if (result.differences.length === 0 && points.length === 0) return true
    say(`again: npm run kills -- --store ${store} --kills ${result.toll.kills} --seed ${seed}`)
    say(result.complaints.join('').slice(-4_000))
    return false
  } finally {
    await postgres?.stop()
  }
}

// A run that breaks off does not take the other one with it: both close what they have started.
const ended = await Promise.allSettled(stores.map(killOn))
for (const one of ended) if (one.status === 'rejected') process.stderr.write(`${one.reason}\n`)
process.exitCode = ended.every(one => one.status === 'fulfilled' && one.value) ? 0 : 1
