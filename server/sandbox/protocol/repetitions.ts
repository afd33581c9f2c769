import { createHash } from 'node:crypto'

/** At least so many of the last calls are remembered, and never twice as many. */
const remembered = 10_000

/** Knows which calls are sent again: same channel, interface and parameters, whatever their time and signature. */
export function createRepetitions() {
  // Two generations, of which the older goes as a whole: taking the oldest out of one large set is slow.
  let younger = new Set<string>()
  let older = new Set<string>()
  return {
    /** Whether the call was noted before. */
    note(call: { api: string; channelCode: string; data: string }): boolean {
      const mark = createHash('md5')
        .update([call.channelCode, call.api, call.data].join('\0'))
        .digest('base64')
      const known = younger.has(mark) || older.has(mark)
      younger.add(mark)
      if (younger.size >= remembered) {
        older = younger
        younger = new Set()
      }
      return known
    },
    clear() {
      younger = new Set()
      older = new Set()
    },
  }
}

export type Repetitions = ReturnType<typeof createRepetitions>
