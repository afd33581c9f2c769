import { spawn } from 'node:child_process'

export interface Count {
  passed: number
  failed: number
  skipped: number
}

export const onePassed: Count = { passed: 1, failed: 0, skipped: 0 }
export const oneFailed: Count = { passed: 0, failed: 1, skipped: 0 }

/** Runs one step under its heading and says how it went. A step that throws has failed. */
export async function step(name: string, run: () => Promise<Count>): Promise<Count> {
  process.stdout.write(`\n== ${name}\n`)
  const began = performance.now()
  const count = await run().catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return oneFailed
  })
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const verdict = count.failed === 0 ? 'ok' : 'FAILED'
  process.stdout.write(
    `-- ${name}: ${verdict}, ${count.passed} passed, ${count.failed} failed, ${seconds} s\n`,
  )
  return count
}

/** A command that is one check: it passes when it ends with 0. */
export async function command(program: string, parameters: string[], env = process.env): Promise<Count> {
  return (await exitCode(program, parameters, env)) === 0 ? onePassed : oneFailed
}

/** Runs a program with our output; resolves with its exit code, 1 when it was killed or could not start. */
export function exitCode(program: string, parameters: string[], env = process.env): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(program, parameters, { stdio: ['ignore', 'inherit', 'inherit'], env })
    child.on('error', error => {
      process.stdout.write(`${program} could not be started: ${error.message}\n`)
      resolve(1)
    })
    child.on('exit', code => resolve(code ?? 1))
  })
}
