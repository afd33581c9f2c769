import { describe, expect, it } from 'vitest'
import { createDoorkeeper } from './doorkeeper.ts'

const limits = { perClient: 2, inAll: 3 }

/** Who is let in, in this order; `-name` is the first of that name who leaves again. */
function admitted(visits: readonly string[]): string[] {
  const door = createDoorkeeper(limits)
  const inside = new Map<string, (() => void)[]>()
  return visits.filter(visit => {
    if (visit.startsWith('-')) {
      const leave = inside.get(visit.slice(1))?.shift()
      // Whoever leaves twice has left once.
      leave?.()
      leave?.()
      return false
    }
    try {
      const leave = door.admit(visit)
      inside.set(visit, [...(inside.get(visit) ?? []), leave])
      return true
    } catch {
      return false
    }
  })
}

describe('the door', () => {
  it.each<[string, string[], string[]]>([
    ['lets so many in from one address', ['a', 'a', 'a'], ['a', 'a']],
    ['and so many in all', ['a', 'a', 'b', 'c'], ['a', 'a', 'b']],
    ['lets the next one in when one leaves', ['a', 'a', '-a', 'a', 'a'], ['a', 'a', 'a']],
    ['also from elsewhere', ['a', 'a', 'b', '-a', 'c', 'c'], ['a', 'a', 'b', 'c']],
    ['forgets an address that nobody comes from any more', ['a', '-a', 'a', 'a', 'a'], ['a', 'a', 'a']],
  ])('%s', (_, visits, expected) => {
    expect(admitted(visits)).toEqual(expected)
  })

  it('says why, and when to come back', () => {
    const door = createDoorkeeper({ perClient: 0, inAll: 1 })
    expect(() => door.admit('a')).toThrow(
      expect.objectContaining({ code: 'too-many-streams', retryAfterSeconds: 60 }),
    )
  })
})
