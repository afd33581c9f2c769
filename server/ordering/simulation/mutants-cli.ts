import { healthy, mutants } from './mutants.ts'
import { type Trial, tryMutant, type Verdict } from './mutants-run.ts'

/* npm run mutants: takes one rule after another out of the engine, and ends with 1 when nobody notices. */

const seeds = 3_000
const say = (line: string) => process.stdout.write(`${line}\n`)

function told(suite: string, verdict: Verdict | undefined): string {
  if (verdict === undefined) return ''
  const by = verdict.caught ? verdict.by.slice(0, 110) : 'did not notice'
  return `    ${suite.padEnd(10)} ${verdict.seconds.toFixed(1).padStart(5)} s  ${by}\n`
}

const caught = ({ tables, life }: Trial) => tables?.caught === true || life?.caught === true

const well = await tryMutant(healthy, { tables: true, seeds: 500 })
if (caught(well)) {
  process.stdout.write(
    `${healthy.name} is not green\n${told('tables', well.tables)}${told('simulation', well.life)}`,
  )
  process.exit(1)
}
let survivors = 0
for (const mutant of mutants) {
  try {
    const trial = await tryMutant(mutant, { tables: true, seeds })
    if (!caught(trial)) survivors += 1
    say(`${caught(trial) ? 'dead    ' : 'SURVIVES'} ${mutant.name}`)
    process.stdout.write(told('tables', trial.tables) + told('simulation', trial.life))
  } catch (error) {
    survivors += 1
    say(`BROKEN   ${mutant.name}: ${error instanceof Error ? error.message : error}`)
  }
}
say(`${mutants.length - survivors} of ${mutants.length} mutants were caught`)
process.exitCode = survivors > 0 ? 1 : 0
