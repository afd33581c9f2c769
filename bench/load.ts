import { type Line, openLine } from './line.ts'

/** What came of some seconds of load. */
export interface Measured {
  callsPerSecond: number
  medianMs: number
  p99Ms: number
}

/** What one connection does over and over; each `send` is a call that is timed. */
export type Turn = (send: Line['send']) => Promise<void>

/**
 * Lets `connections` take turns at once, each on a connection of its own, for `seconds`.
 *
 * @param turnOf makes what one connection does, so that it can hold something of its own
 */
export async function load(
  port: number,
  turnOf: (connection: number) => Turn,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Measured> {
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(port)))
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    lines.map(async (line, connection) => {
      const turn = turnOf(connection)
      const timed = async (request: Buffer): Promise<Buffer> => {
        const sent = performance.now()
        const body = await line.send(request)
        times.push(performance.now() - sent)
        return body
      }
      while (performance.now() < until) await turn(timed)
      line.close()
    }),
  )
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  return { callsPerSecond: times.length / took, medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99) }
}

/** Of sorted numbers; 0 when there are none. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export const median = (numbers: readonly number[]): number =>
  quantile(
    [...numbers].sort((a, b) => a - b),
    0.5,
  )
