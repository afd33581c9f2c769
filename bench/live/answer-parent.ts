import type { Footprint } from './child.ts'

/** Says where this process listens, and answers its parent until that one goes. */
export function answerParent(url: string, other: (message: unknown) => void = () => undefined): void {
  process.on('message', message => {
    if (message === 'footprint') process.send?.(footprint())
    else other(message)
  })
  process.on('disconnect', () => process.exit(0))
  process.on('SIGTERM', () => process.exit(0))
  process.send?.({ url })
}

function footprint(): Footprint {
  // Before the collection, which is not the program's own doing.
  const { user, system } = process.cpuUsage()
  // Once for what is garbage, once more for what its finalizers let go.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed: heapBytes, rss: residentBytes } = process.memoryUsage()
  return { heapBytes, residentBytes, cpuMs: (user + system) / 1000 }
}
