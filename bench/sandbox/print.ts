import { hundredths, table, whole } from '../table.ts'
import type { SandboxFigures } from './sandbox-bench.ts'

/** The figures as docs/performance.md has them. */
export function printed({ rows, startUpMs }: SandboxFigures): string {
  const { fresh, again, freshAlone, againAlone } = startUpMs
  const lines = rows.map(({ name, sandbox, bare, commitsPerSecond }) => [
    name,
    whole(sandbox.callsPerSecond),
    hundredths(sandbox.medianMs),
    hundredths(sandbox.p99Ms),
    whole(bare.callsPerSecond),
    hundredths(sandbox.callsPerSecond / bare.callsPerSecond),
    commitsPerSecond === undefined ? '' : whole(commitsPerSecond),
    commitsPerSecond === undefined ? '' : hundredths(sandbox.callsPerSecond / commitsPerSecond),
  ])
  const heads = ['kind', 'calls/s', 'median ms', 'p99 ms', 'bare HTTP/s', 'ratio', 'bare commits/s', 'ratio']
  return `${table(heads, lines)}

Start until the address is said: ${whole(fresh)} ms with the data made, ${whole(again)} ms with data that are there;
of it the sandbox's own ${whole(freshAlone)} ms and ${whole(againAlone)} ms, the rest is Node's and the reading of the sources.
`
}
