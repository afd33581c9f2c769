/** Streams that several parts of a page watch at once: each is opened once, and closed when nobody watches it. */
export interface SharedStreams<K, C> {
  /** Watches until the answer is called; `changed` is told when the stream comes or goes. */
  watch(key: K, context: C, changed: () => void): () => void
  isLive(key: K): boolean
}

/** From one screen to the next a stream is kept, so that the guest's way does not open it again and again. */
const lingerMs = 1_500

/** @param open opens the stream of a key, with what its first watcher brings; the answer closes it */
export function shareStreams<K, C>(
  open: (key: K, context: C, onLive: (isLive: boolean) => void) => () => void,
): SharedStreams<K, C> {
  interface Shared {
    readonly watchers: Set<() => void>
    isLive: boolean
    close: () => void
    closing?: ReturnType<typeof setTimeout> | undefined
  }
  const streams = new Map<K, Shared>()

  function openShared(key: K, context: C): Shared {
    const shared: Shared = { watchers: new Set(), isLive: false, close: () => undefined }
    streams.set(key, shared)
    shared.close = open(key, context, isLive => {
      shared.isLive = isLive
      for (const changed of shared.watchers) changed()
    })
    return shared
  }

  return {
    watch(key, context, changed) {
      const shared = streams.get(key) ?? openShared(key, context)
      clearTimeout(shared.closing)
      shared.watchers.add(changed)
      return () => {
        shared.watchers.delete(changed)
        if (shared.watchers.size > 0) return
        shared.closing = setTimeout(() => {
          streams.delete(key)
          shared.close()
        }, lingerMs)
      }
    },
    isLive: key => streams.get(key)?.isLive ?? false,
  }
}
