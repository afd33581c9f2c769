import { Problem } from '#contract/problem.ts'

/** Counts who is connected, so that nobody takes all the room. */
export interface Doorkeeper {
  /** @returns what gives the place back. @throws Problem too-many-streams */
  admit(client: string): () => void
  readonly inside: number
}

/** A whole cinema of kiosks and guests' phones may come from one address. */
export const perClientMax = 300
export const inAllMax = 10_000
/** Who was turned away goes on by asking, and tries again after this. */
const retryAfterSeconds = 60

export function createDoorkeeper(limits = { perClient: perClientMax, inAll: inAllMax }): Doorkeeper {
  const counts = new Map<string, number>()
  let inside = 0
  return {
    get inside() {
      return inside
    },
    admit(client) {
      const count = counts.get(client) ?? 0
      if (count >= limits.perClient || inside >= limits.inAll)
        throw new Problem('too-many-streams', { retryAfterSeconds })
      counts.set(client, count + 1)
      inside += 1
      let left = false
      return () => {
        if (left) return
        left = true
        inside -= 1
        const rest = (counts.get(client) ?? 1) - 1
        if (rest === 0) counts.delete(client)
        else counts.set(client, rest)
      }
    },
  }
}
