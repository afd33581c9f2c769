import { connect, type Socket } from 'node:net'

/** A screen that counts the changes it is told; it costs next to nothing, so that the server is what is measured. */
export interface Screen {
  readonly changes: number
  /** Fulfils with the time at which this many changes have been told, by performance.now(). */
  told(changes: number): Promise<number>
  close(): void
}

const change = 'event: delta'
let nthAddress = 0

/** As many addresses as a crowd comes from: what the house remembers of each is not what is measured. */
const addresses = 250

/** Opens a stream. */
export function openScreen(url: string, path: string): Promise<Screen> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  nthAddress = (nthAddress + 1) % addresses
  const from = `10.1.0.${nthAddress}`
  socket.write(
    `GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\nx-forwarded-for: ${from}\r\naccept: text/event-stream\r\n\r\n`,
  )
  return new Promise((resolve, reject) => {
    const screen = listen(socket)
    socket.once('data', head => {
      if (head.toString('latin1', 0, 15).includes(' 200 ')) resolve(screen)
      else reject(new Error(`a stream was refused: ${head.toString().slice(0, 300)}`))
    })
    socket.once('error', reject)
  })
}

function listen(socket: Socket): Screen {
  const times: number[] = []
  let waiting: { changes: number; resolve: (at: number) => void }[] = []
  /** What may be the beginning of the word for a change. */
  let rest = ''
  socket.on('data', chunk => {
    const text = rest + chunk.toString('latin1')
    const found = text.split(change).length - 1
    rest = text.slice(Math.max(text.lastIndexOf(change) + 1, text.length - change.length + 1))
    if (found === 0) return
    const at = performance.now()
    for (let nth = 0; nth < found; nth++) times.push(at)
    waiting = waiting.filter(one => {
      if (one.changes > times.length) return true
      one.resolve(at)
      return false
    })
  })
  socket.on('error', () => undefined)
  return {
    get changes() {
      return times.length
    },
    told(changes) {
      const at = times[changes - 1]
      if (at !== undefined) return Promise.resolve(at)
      return new Promise(resolve => waiting.push({ changes, resolve }))
    },
    close: () => void socket.destroy(),
  }
}
