import { connect, type Socket } from 'node:net'

/** One answer as it stood on the wire. */
export interface Reply {
  status: number
  /** By lower-case name. */
  headers: ReadonlyMap<string, string>
  body: Buffer
}

/** Longer nobody is kept waiting for an answer; the sandbox gives up a slow request after ten seconds. */
const patienceMs = 20_000

/** The sandbox tells the length of whatever it says; only Node's own answers come in chunks, and they are empty. */
const emptyChunk = '0\r\n\r\n'

export type Wire = Awaited<ReturnType<typeof openWire>>

/** A connection that writes whatever bytes it is given, right or wrong, and reads answers one after the other. */
export async function openWire(port: number) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
  let received: Buffer = Buffer.alloc(0)
  let ended = false
  let timedOut = false
  let wake = (): void => undefined
  socket.setTimeout(patienceMs, () => {
    timedOut = true
    socket.destroy()
  })
  socket.on('data', chunk => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    wake()
  })
  const end = () => {
    ended = true
    wake()
  }
  // The other side may reset the connection whenever it likes: then there are no more answers.
  for (const event of ['end', 'close', 'error'] as const) socket.on(event, end)
  await connected(socket)

  return {
    write: (bytes: Buffer): void => void socket.write(bytes),
    /** Says that nothing more will come, and still listens. */
    halfClose: (): void => void socket.end(),
    reset: (): void => void socket.resetAndDestroy(),
    close: (): void => void socket.destroy(),
    isOpen: (): boolean => !ended && !socket.destroyed,
    timedOut: (): boolean => timedOut,
    /** The next answer; undefined when the connection ended without one. */
    async reply(toHead: boolean): Promise<Reply | undefined> {
      for (;;) {
        const read = readReply(received, { toHead, ended })
        if (read) received = received.subarray(read.length)
        if (read && read.reply.status >= 200) return read.reply
        if (read) continue
        if (ended) return undefined
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    },
  }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
}

/** The first answer among the bytes; undefined while it is not whole. @throws Error when it is no HTTP */
function readReply(bytes: Buffer, { toHead, ended }: { toHead: boolean; ended: boolean }) {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const [first = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1])
  if (!status) throw new Error(`no HTTP: ${first.slice(0, 100)}`)
  const headers = new Map(
    lines.map(line => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  const from = headEnd + 4
  const length = toHead || status < 200 ? 0 : bodyLength(headers, bytes.subarray(from), ended)
  if (length === undefined || bytes.length < from + length) return undefined
  return { reply: { status, headers, body: bytes.subarray(from, from + length) }, length: from + length }
}

/** Undefined while nobody can say: an answer that does not tell its length ends with its connection. */
function bodyLength(headers: ReadonlyMap<string, string>, come: Buffer, ended: boolean): number | undefined {
  const told = headers.get('content-length')
  if (told !== undefined) return Number(told)
  if (headers.get('transfer-encoding') !== 'chunked') return ended ? come.length : undefined
  const last = come.indexOf(emptyChunk)
  return last < 0 ? undefined : last + emptyChunk.length
}
