import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { type Mutant, withMutant } from './mutants.ts'

/** How one suite took a mutant. */
export interface Verdict {
  caught: boolean
  /** The first thing that broke, or nothing. */
  by: string
  seconds: number
}

export interface Trial {
  mutant: Mutant
  tables: Verdict | undefined
  life: Verdict | undefined
}

/**
 * Tries a mutant in a copy of the source.
 *
 * @param suites which to run; `life` is the simulation with at most `seeds` seeds
 * @throws Error when the mutant no longer applies
 */
export function tryMutant(mutant: Mutant, suites: { tables: boolean; seeds: number }): Promise<Trial> {
  return withMutant(mutant, async folder => ({
    mutant,
    tables: suites.tables ? await tables(folder, mutant) : undefined,
    life: mutant.lives && suites.seeds > 0 ? await life(folder, suites.seeds) : undefined,
  }))
}

async function tables(folder: string, mutant: Mutant): Promise<Verdict> {
  const parameters = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', ...mutant.tables]
  const { code, text, seconds } = await run(folder, parameters)
  const by = /FAIL\s+(.* > .*)/.exec(text)?.[1] ?? ''
  // A suite that could not even be loaded has noticed nothing.
  if (code !== 0 && by === '') throw new Error(`the tests could not run:\n${text}`)
  return { caught: code !== 0, by, seconds }
}

async function life(folder: string, seeds: number): Promise<Verdict> {
  const parameters = ['--import', 'tsx', 'server/ordering/simulation/cli.ts', '--seeds', String(seeds)]
  const { code, text, seconds } = await run(folder, parameters)
  const by = /^BROKEN: (.*)/m.exec(text)?.[1] ?? ''
  if (code !== 0 && by === '') throw new Error(`the simulation could not run:\n${text}`)
  return { caught: code === 1, by, seconds }
}

function run(
  cwd: string,
  parameters: string[],
): Promise<{ code: number | null; text: string; seconds: number }> {
  const began = performance.now()
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, parameters, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    const keep = (chunk: Buffer) => {
      text += chunk.toString('utf8')
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', code =>
      fulfil({ code, text: stripVTControlCharacters(text), seconds: (performance.now() - began) / 1_000 }),
    )
  })
}
