import { request } from 'undici'

/** One message to a merchant; signed anew at each try, as providers do. */
export interface Notice {
  outTradeNo: string
  url: string
  make(): { headers: Record<string, string>; body: string }
  /** Whether the merchant's answer counts as taken. */
  taken(status: number, body: string): boolean
}

/** How messages go out: at once and again until taken, or never. */
export type NoticeMode = 'send' | 'lose'

export interface Notices {
  mode: NoticeMode
  /** The HTTP status of every try so far; 0 for none. */
  tries: { outTradeNo: string; status: number }[]
  /** Fulfils after the first try; further ones follow by the provider's timetable. */
  deliver(notice: Notice): Promise<void>
  stop(): void
}

/** @param backOffMs the waits between tries; after the last the message is given up */
export function createNotices(backOffMs: readonly number[]): Notices {
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false

  async function attempt(notice: Notice, tried: number): Promise<void> {
    const { status, text } = await post(notice)
    notices.tries.push({ outTradeNo: notice.outTradeNo, status })
    const wait = backOffMs[tried]
    if (stopped || notice.taken(status, text) || wait === undefined) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      void attempt(notice, tried + 1)
    }, wait)
    timer.unref()
    timers.add(timer)
  }

  const notices: Notices = {
    mode: 'send',
    tries: [],
    async deliver(notice) {
      if (notices.mode === 'send') await attempt(notice, 0)
    },
    stop() {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
  return notices
}

async function post(notice: Notice): Promise<{ status: number; text: string }> {
  try {
    const { headers, body } = notice.make()
    const answer = await request(notice.url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(5_000),
    })
    return { status: answer.statusCode, text: await answer.body.text() }
  } catch {
    return { status: 0, text: '' }
  }
}
