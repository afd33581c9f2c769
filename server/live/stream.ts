/** Where a stream's bytes go: an HTTP answer, as far as a stream needs it. */
export interface Sink {
  /** @returns whether it takes more at once; if not, `drain` says when it does */
  write(bytes: Buffer): boolean
  on(event: 'drain' | 'close' | 'error', listener: () => void): unknown
  end(): unknown
  destroy(): unknown
}

/** What a stream tells, asked only when its reader can take more: nothing waits for a slow one but its own place. */
export interface Feed {
  /** The next event, as the stream's reader stands; undefined: none now. */
  next(): Buffer | undefined
  beat(): Buffer
}

/** One connection that is told things. */
export interface Stream {
  /** There may be something new. */
  wake(): void
  /** Nothing else was told for a while. */
  beat(): void
  end(): void
}

/** A reader who has taken nothing for so long is gone, whatever the network says. */
const stuckMs = 30_000

/** @param onClose called once, however the connection ended */
export function openStream(
  sink: Sink,
  feed: Feed,
  parts: { now: () => number; onClose: () => void },
): Stream {
  const { now, onClose } = parts
  let blockedSince: number | undefined
  let closed = false

  const write = (bytes: Buffer) => {
    if (!sink.write(bytes)) blockedSince = now()
  }
  const wake = () => {
    while (!closed && blockedSince === undefined) {
      const bytes = feed.next()
      if (bytes === undefined) return
      write(bytes)
    }
  }
  const close = () => {
    if (closed) return
    closed = true
    onClose()
  }
  sink.on('drain', () => {
    blockedSince = undefined
    wake()
  })
  sink.on('close', close)
  // What broke is closed next; without somebody who hears it, it would end the process.
  sink.on('error', () => undefined)

  return {
    wake,
    beat() {
      if (closed) return
      if (blockedSince === undefined) write(feed.beat())
      else if (now() - blockedSince >= stuckMs) sink.destroy()
    },
    end() {
      if (!closed) sink.end()
    },
  }
}
