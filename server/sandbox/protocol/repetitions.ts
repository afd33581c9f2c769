import { createHash } from 'node:crypto'

/** How many calls are remembered; the oldest are forgotten. */
const remembered = 20_000

/** Knows which calls are sent again: same channel, interface and parameters, whatever their time and signature. */
export function createRepetitions() {
  const seen = new Set<string>()
  return {
    /** Whether the call was noted before. */
    note(call: { api: string; channelCode: string; data: string }): boolean {
      const mark = createHash('md5')
        .update([call.channelCode, call.api, call.data].join('\0'))
        .digest('base64')
      if (seen.has(mark)) return true
      seen.add(mark)
      const [oldest] = seen
      if (seen.size > remembered && oldest !== undefined) seen.delete(oldest)
      return false
    },
    clear: () => seen.clear(),
  }
}

export type Repetitions = ReturnType<typeof createRepetitions>
