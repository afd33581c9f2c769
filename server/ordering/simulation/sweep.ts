import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { add, emptyTally, type Tally } from './tally.ts'

/** Seeds `from` to `to`, both included. */
export interface Stretch {
  from: number
  to: number
  onDisk: boolean
}

const Counts = z.record(z.string(), z.number())
const Part = z.object({
  seeds: z.number(),
  faults: Counts,
  crashes: z.number(),
  livedMs: z.number(),
  ends: Counts,
  kinds: Counts,
  ways: Counts,
  broken: z.array(z.object({ seed: z.number(), onDisk: z.boolean(), rules: z.array(z.string()) })),
})

/** Few enough that no core idles at the end, many enough that handing them out costs nothing. */
const atOnce = 40
const file = fileURLToPath(new URL('./sweeper.ts', import.meta.url))

/**
 * Lives through all seeds of the stretches, on as many processes as asked for.
 *
 * @param onPart after each part with all that is known by then; `stop` hands out no more
 * @throws Error when a process ends before its work is done
 */
export async function sweep(
  stretches: readonly Stretch[],
  processes: number,
  onPart: (sum: Tally, stop: () => void) => void = () => undefined,
): Promise<Tally> {
  const sum = emptyTally()
  const work = parts(stretches)
  let stopped = false
  const stop = () => {
    stopped = true
  }
  const labour = async () => {
    const child = fork(file, { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
    try {
      for (let part = work.next(); !stopped && !part.done; part = work.next()) {
        add(sum, await livedBy(child, part.value))
        onPart(sum, stop)
      }
    } finally {
      child.kill()
    }
  }
  await Promise.all(Array.from({ length: processes }, labour))
  return sum
}

function* parts(stretches: readonly Stretch[]): Generator<Stretch> {
  for (const { from, to, onDisk } of stretches)
    for (let start = from; start <= to; start += atOnce)
      yield { from: start, to: Math.min(to, start + atOnce - 1), onDisk }
}

function livedBy(child: ChildProcess, stretch: Stretch): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`A process of the simulation ended with ${code}.`))
    child.once('exit', ended)
    child.once('message', message => {
      child.off('exit', ended)
      resolve(Part.parse(message))
    })
    child.send(stretch)
  })
}
