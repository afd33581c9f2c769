import pg from 'pg'

/** A connection of its own on which PostgreSQL tells what other nodes have said (LISTEN). */
export interface NewsLine {
  close(): Promise<void>
}

const secondMs = 1000
/** A connection that broke unnoticed is found out by asking something now and then. */
const askEveryMs = 10 * secondMs
const answerMaxMs = 5 * secondMs
const tryAgainMs = 500

/**
 * Listens to a channel until it is closed, connecting again whenever the connection breaks.
 *
 * @param parts.onAgain it listens again after it did not: what was said meanwhile was not heard
 * @throws Error when it cannot listen at the start
 */
export async function listenTo(parts: {
  url: string
  channel: string
  onNews: (payload: string) => void
  onAgain: () => void
  onError: (error: Error) => void
  after: (ms: number, run: () => void) => () => void
  /** From 0 to 1. */
  chance: () => number
}): Promise<NewsLine> {
  const { url, channel, onNews, onAgain, onError, after, chance } = parts
  let client: pg.Client | undefined
  let closed = false
  let cancel: () => void = () => undefined

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: answerMaxMs,
      query_timeout: answerMaxMs,
      keepAlive: true,
      application_name: 'foyer-live',
    })
    fresh.on('error', onError)
    fresh.on('notification', ({ payload }) => onNews(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${channel}`)
    } catch (error) {
      await fresh.end().catch(() => undefined)
      throw error
    }
    fresh.once('end', () => lost(fresh))
    client = fresh
    if (closed) await fresh.end()
    else cancel = after(askEveryMs, () => ask(fresh))
  }

  function ask(asked: pg.Client): void {
    asked.query('SELECT 1').then(
      () => {
        if (!closed && client === asked) cancel = after(askEveryMs, () => ask(asked))
      },
      () => lost(asked),
    )
  }

  function lost(broken: pg.Client): void {
    if (client !== broken) return
    client = undefined
    cancel()
    void broken.end().catch(() => undefined)
    again()
  }

  function again(): void {
    if (closed) return
    cancel = after(tryAgainMs * (1 + chance()), () => {
      connect().then(onAgain, error => {
        onError(error)
        again()
      })
    })
  }

  await connect()
  return {
    async close() {
      closed = true
      cancel()
      const last = client
      client = undefined
      await last?.end()
    },
  }
}
