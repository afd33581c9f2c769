import type { LoggedCall } from '#contract/sandbox-control.ts'

/** How many calls are kept; older ones are forgotten. */
const kept = 1000
/** Longer texts are cut: a log is read by people. */
const longestText = 4000

/** What the sandbox saw of the last calls. In memory: it is for whoever is looking now. */
export interface CallLog {
  add(call: Omit<LoggedCall, 'id' | 'data'> & { data: string }): void
  /** At most `limit` of those after the number `after`, the newest, oldest first. */
  after(after: number, limit: number): LoggedCall[]
  /** How many there have ever been. */
  count(): number
  clear(): void
}

export function createCallLog(): CallLog {
  let calls: LoggedCall[] = []
  let last = 0
  return {
    add(call) {
      last += 1
      calls.push({
        ...call,
        id: last,
        api: cut(call.api),
        channelCode: cut(call.channelCode),
        ...(call.cinemaLinkId === undefined ? {} : { cinemaLinkId: cut(call.cinemaLinkId) }),
        data: cut(covered(call.data)),
        ...(call.signedText === undefined ? {} : { signedText: cut(call.signedText) }),
        ...(call.message === undefined ? {} : { message: cut(call.message) }),
      })
      // Cut in one go now and then: moving the whole list for each call would cost more than the call.
      if (calls.length >= 2 * kept) calls = calls.slice(-kept)
    },
    after: (after, limit) => calls.filter(({ id }) => id > after).slice(-limit),
    count: () => last,
    clear() {
      calls = []
      last = 0
    },
  }
}

/** A copy: a slice would keep all of the text in memory that it is a part of. */
const cut = (text: string): string =>
  text.length <= longestText ? text : Buffer.from(text.slice(0, longestText)).toString('utf8')

/** Passwords are enciphered already, but a log shows not even that. */
const covered = (data: string): string =>
  data.replace(/("[A-Za-z]*[Pp]assword"\s*:\s*")(?:[^"\\]|\\.)*(")/g, '$1***$2')
