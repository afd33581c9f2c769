import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'

export interface ReadEvent {
  name: string
  id: string | undefined
  data: unknown
}

/** A browser's EventSource as a test sees it: every event in order, and the connection's end. */
export interface EventReader {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** The next event of this name; those before it are passed over. @throws Error when the stream ends before it */
  next(name: string): Promise<ReadEvent>
  /** The whole body of an answer that is no stream. */
  body(): Promise<string>
  /** Fulfils when the server has ended it. */
  ended: Promise<void>
  /** Reads nothing more, and lets the network fill up. */
  stopReading(): void
  close(): void
}

/** Opens a stream at this address, on a connection of its own. */
export async function readEvents(url: string, headers: Record<string, string> = {}): Promise<EventReader> {
  const outgoing = request(url, { headers: { accept: 'text/event-stream', ...headers }, agent: false })
  outgoing.end()
  const [answer]: IncomingMessage[] = await once(outgoing, 'response')
  if (answer === undefined) throw new Error('no answer')
  // A connection that the test closes itself is no failure.
  outgoing.on('error', () => undefined)
  answer.on('error', () => undefined)

  const events: ReadEvent[] = []
  let text = ''
  let body = ''
  let over = false
  let wake: () => void = () => undefined
  const ended = new Promise<void>(resolve => {
    answer.on('close', () => {
      over = true
      wake()
      resolve()
    })
  })
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    body += chunk
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      events.push(parse(text.slice(0, end)))
      text = text.slice(end + 2)
    }
    wake()
  })

  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    ended,
    async next(name) {
      for (;;) {
        for (let event = events.shift(); event !== undefined; event = events.shift())
          if (event.name === name) return event
        if (over) throw new Error(`the stream ended before ${name}`)
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    },
    async body() {
      await ended
      return body
    },
    stopReading: () => void answer.pause(),
    close: () => void outgoing.destroy(),
  }
}

function parse(text: string): ReadEvent {
  const fields = new Map(
    text.split('\n').map(line => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon), line.slice(colon + 2)] as const
    }),
  )
  return {
    name: fields.get('event') ?? 'message',
    id: fields.get('id'),
    data: JSON.parse(fields.get('data') ?? 'null'),
  }
}
