import { businessDay } from '#contract/time.ts'
import type { Cloud } from './cloud/cloud.ts'
import type { Outcome } from './protocol/answer.ts'
import type { Packed } from './protocol/packed.ts'

/** Enough for the programme and the halls of every cinema; what was asked for longest ago goes first. */
const mostBytesKept = 32 * 2 ** 20

/** A question as a channel put it. */
export interface Question {
  channelCode: string
  api: string
  /** The business parameters as they were sent. */
  data: string
}

/** An answer that stands: what came of the call, without its data, and the bytes that tell it. */
export interface StandingAnswer {
  outcome: Outcome
  packed: Packed
}

/**
 * The answers of interfaces that say the same all day (`Api.sameAllDay`). A question of another business day is
 * another question, wherever the clock has jumped, and a cloud that was reset has another world and starts empty.
 */
export function createAnswerCache(mostBytes = mostBytesKept) {
  const standing = new Map<string, StandingAnswer & { bytes: number }>()
  let bytes = 0
  let world: Cloud['world'] | undefined

  const keyOf = ({ channelCode, api, data }: Question, now: number) =>
    [businessDay(now), channelCode, api, data].join('\0')
  function forget(key: string): void {
    bytes -= standing.get(key)?.bytes ?? 0
    standing.delete(key)
  }
  function startAnewAfterReset(cloud: Cloud): void {
    if (cloud.world === world) return
    world = cloud.world
    standing.clear()
    bytes = 0
  }

  return {
    find(question: Question, cloud: Cloud): StandingAnswer | undefined {
      startAnewAfterReset(cloud)
      const key = keyOf(question, cloud.clock.now())
      const found = standing.get(key)
      if (!found) return undefined
      // Last in the map is last to go.
      standing.delete(key)
      standing.set(key, found)
      return found
    },
    keep(question: Question, cloud: Cloud, answer: StandingAnswer): void {
      startAnewAfterReset(cloud)
      const key = keyOf(question, cloud.clock.now())
      forget(key)
      // The compressed form comes later, and is never longer than the plain one; text is two bytes a letter.
      const size = 2 * (answer.packed.plain.length + key.length)
      standing.set(key, { ...answer, bytes: size })
      bytes += size
      for (const oldest of standing.keys()) {
        if (bytes <= mostBytes) break
        forget(oldest)
      }
    },
    /** What is kept now, bytes. */
    size: (): number => bytes,
  }
}

export type AnswerCache = ReturnType<typeof createAnswerCache>
