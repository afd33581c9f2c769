import { connect } from 'node:net'

/** One keep-alive connection that sends requests as they are and waits for each answer. */
export interface Line {
  /** @returns the answer's body, as it came */
  send(request: Buffer): Promise<Buffer>
  close(): void
}

/**
 * A client that costs next to nothing, so that the server is what is measured: it reads the length of an answer and
 * nothing else of it. Every answer has to have a content-length.
 */
export async function openLine(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let received: Buffer[] = []
  let length = 0
  /** Bytes of the whole answer; unknown until its head has come. */
  let wanted: number | undefined
  let bodyFrom = 0
  let settle: { resolve(body: Buffer): void; reject(error: Error): void } | undefined

  socket.on('data', chunk => {
    received.push(chunk)
    length += chunk.length
    if (wanted === undefined) {
      const all = received.length === 1 ? chunk : Buffer.concat(received)
      received = [all]
      const headEnd = all.indexOf('\r\n\r\n')
      if (headEnd < 0) return
      bodyFrom = headEnd + 4
      wanted = bodyFrom + Number(/content-length: (\d+)/i.exec(all.toString('latin1', 0, headEnd))?.[1])
    }
    if (length < wanted) return
    const body = Buffer.concat(received).subarray(bodyFrom)
    received = []
    length = 0
    wanted = undefined
    settle?.resolve(body)
  })
  const lost = () => settle?.reject(new Error('the connection ended'))
  socket.on('error', lost).on('close', lost)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject)
  })

  return {
    send: request =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject }
        socket.write(request)
      }),
    close: () => void socket.destroy(),
  }
}
