import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/** What stands before the houses: guests and the provider know only its address. */
export interface Front {
  url: string
  /** Fulfils when the first house listens. */
  opened: Promise<void>
  /** A house listens at `http://127.0.0.1:40123`. */
  admit(house: string): void
  /** It listens no more. */
  dismiss(house: string): void
  /** How many requests it has answered whole. */
  answeredBy(house: string): number
  close(): Promise<void>
}

/** A house that is stopped answers nothing; whoever asked it is told so after this long, ms. */
const patienceMs = 4_000

/** A balancer that hands each request to the next house, adds who asked, and answers 502 when the house breaks off. */
export async function openFront(): Promise<Front> {
  const houses = new Map<string, number>()
  let turn = 0
  let open: () => void = () => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })

  function hand(asked: IncomingMessage, answer: ServerResponse): void {
    const house = [...houses.keys()][turn++ % houses.size]
    const fail = () => {
      if (!answer.headersSent) answer.writeHead(502)
      answer.destroy()
    }
    if (house === undefined) {
      fail()
      return
    }
    const { method, url, headers } = asked
    const onward = request(`${house}${url}`, { method, headers, timeout: patienceMs }, told => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.on('error', fail)
      told.on('end', () => {
        const answered = houses.get(house)
        if (answered !== undefined) houses.set(house, answered + 1)
      })
      told.pipe(answer)
    })
    onward.on('timeout', () => onward.destroy())
    onward.on('error', fail)
    answer.on('error', () => onward.destroy())
    asked.pipe(onward)
  }

  const server = createServer(hand).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the front has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    opened,
    admit(house) {
      houses.set(house, 0)
      open()
    },
    dismiss: house => void houses.delete(house),
    answeredBy: house => houses.get(house) ?? 0,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
