import { apiNames } from '../protocol/api-names.ts'
import { play } from './play.ts'
import { shorten } from './shorten.ts'
import { Disagreement } from './try-out.ts'

const usage = `npx tsx server/sandbox/model/replay.ts <seed> [<steps>]

  <steps>  how many, "500"; or which, "3,17,240", as a failing run prints them
`

/** Plays one seed of the model's test again, or steps of it, and makes a failure as short as it can. */
async function main([seedText = '', stepsText = '500']: readonly string[]): Promise<void> {
  if (!/^\d+$/.test(seedText) || !/^\d+(,\d+)*$/.test(stepsText)) {
    process.stdout.write(usage)
    process.exitCode = 1
    return
  }
  const seed = Number(seedText)
  const steps = stepsText.includes(',')
    ? stepsText.split(',').map(Number)
    : Array.from({ length: Number(stepsText) }, (_, step) => step)
  try {
    const { census, totals } = await play(seed, steps)
    const names = apiNames.map(name => name.replace('ykse.partner.', ''))
    process.stdout.write(`${census.table(names)}\n${JSON.stringify(totals)}\n`)
  } catch (error) {
    if (!(error instanceof Disagreement)) throw error
    const shortest = await shorten(seed, steps, error)
    process.stdout.write(`${shortest.disagreement.message}\n\nsteps ${shortest.steps.join(',')}\n`)
    process.exitCode = 1
  }
}

await main(process.argv.slice(2))
