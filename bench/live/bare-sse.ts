import { createServer, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { answerParent } from './answer-parent.ts'

/*
 * The limit that a stream can come near to: node:http that writes the same bytes to everybody who is connected, as
 * soon as its parent says so, and knows nothing of seats.
 */

const Say = z.object({ say: z.string() })

const screens = new Set<ServerResponse>()
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.flushHeaders()
  screens.add(response)
  response.on('close', () => screens.delete(response))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  answerParent(`http://127.0.0.1:${port}`, message => {
    const bytes = Buffer.from(Say.parse(message).say)
    for (const screen of screens) screen.write(bytes)
  })
})
