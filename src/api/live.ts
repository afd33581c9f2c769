import type { z } from 'zod'
import { beatEveryMs } from '#contract/live.ts'

/** What is watched by one stream of server-sent events. */
export interface LiveSubject<T extends object> {
  path: string
  /** The events' schemas, by name. */
  events: { readonly [N in keyof T]: z.ZodType<T[N]> }
  /** Takes each event in; false: something before it is missing, so that the whole has to be told anew. */
  hear: { [N in keyof T]: (data: T[N]) => boolean }
  /** Whether the stream is there: until it is, and after it broke, whoever watches has to ask for himself. */
  onLive: (isLive: boolean) => void
}

/** All that a stream needs of its surroundings: the browser's, unless a test brings others. */
export interface Surroundings {
  open(address: string): Source
  /** Calls `run` after `ms`; the answer cancels it. */
  after(ms: number, run: () => void): () => void
  /** From 0 to 1. */
  chance(): number
  isHidden(): boolean
  /** Calls `changed` whenever the page is hidden or shown; the answer ends that. */
  onVisibility(changed: () => void): () => void
}

/** An EventSource, as far as it is used. */
export interface Source {
  addEventListener(name: string, heard: (event: Event) => void): void
  close(): void
}

const secondMs = 1000
/** A stream that has said nothing for so long is dead, even if the network has not noticed. */
const silenceMs = 2.5 * beatEveryMs
const firstEventMs = 10 * secondMs
/** A page that nobody sees gives its connection back after this. */
const hiddenMs = 30 * secondMs
const longestPauseMs = 30 * secondMs

/**
 * Watches a stream until it is closed. A stream that breaks, goes silent or skips something is opened again after a
 * pause that grows and is never the same for two screens; it goes on where it had come to.
 *
 * @returns what closes it
 */
export function openLive<T extends object>(
  subject: LiveSubject<T>,
  around: Surroundings = inBrowser,
): () => void {
  const { events, hear, path } = subject
  let source: Source | undefined
  /** How far the stream has come, in the server's own words. */
  let place = ''
  let failures = 0
  let isLive = false
  let cancelWaiting: () => void = () => undefined
  let cancelHiding: () => void = () => undefined

  const setLive = (next: boolean) => {
    if (isLive === next) return
    isLive = next
    subject.onLive(next)
  }
  const wait = (ms: number, run: () => void) => {
    cancelWaiting()
    cancelWaiting = around.after(ms, run)
  }
  const leave = () => {
    cancelWaiting()
    source?.close()
    source = undefined
    setLive(false)
  }
  const broken = () => {
    leave()
    failures += 1
    const pauseMs = Math.min(longestPauseMs, secondMs * 2 ** (failures - 1))
    wait(pauseMs * (0.5 + around.chance()), connect)
  }

  function listen<N extends keyof T & string>(opened: Source, name: N): void {
    opened.addEventListener(name, event => {
      if (opened !== source || !('data' in event)) return
      const read = events[name].safeParse(parsed(event.data))
      if (!read.success || !hear[name](read.data)) {
        place = ''
        return broken()
      }
      if ('lastEventId' in event && typeof event.lastEventId === 'string' && event.lastEventId !== '')
        place = event.lastEventId
      failures = 0
      wait(silenceMs, broken)
      setLive(true)
    })
  }

  function connect(): void {
    const opened = around.open(place === '' ? path : `${path}?after=${encodeURIComponent(place)}`)
    source = opened
    for (const name in events) listen(opened, name)
    opened.addEventListener('error', () => {
      if (opened === source) broken()
    })
    wait(firstEventMs, broken)
  }

  const stopSeeing = around.onVisibility(() => {
    cancelHiding()
    if (around.isHidden()) cancelHiding = around.after(hiddenMs, leave)
    else if (source === undefined) connect()
  })
  connect()
  return () => {
    stopSeeing()
    cancelHiding()
    leave()
  }
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return undefined
  }
}

const inBrowser: Surroundings = {
  open: address => new EventSource(address),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  chance: Math.random,
  isHidden: () => document.hidden,
  onVisibility(changed) {
    document.addEventListener('visibilitychange', changed)
    return () => document.removeEventListener('visibilitychange', changed)
  },
}
