import { createServer, type OutgoingHttpHeaders } from 'node:http'
import { z } from 'zod'

/*
 * The limit that a server can come near to: node:http that answers every request with the same bytes, made before.
 * It is told what to answer by its parent.
 */

const Said = z.object({ headers: z.record(z.string(), z.string()), body: z.string() })

let headers: OutgoingHttpHeaders = {}
let body: Buffer = Buffer.alloc(0)

const server = createServer((request, response) => {
  // A form has to be read, here as there.
  request.resume().on('end', () => {
    response.writeHead(200, headers)
    response.end(body)
  })
})
process.on('message', message => {
  const said = Said.parse(message)
  headers = said.headers
  body = Buffer.from(said.body, 'base64')
  process.send?.({})
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
})
