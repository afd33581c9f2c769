import type { Bus, News, Seen } from '../bus.ts'

export type Heard = News | ({ kind: 'seen' } & Seen) | { kind: 'missed' }

/** Somebody at a bus who remembers what was said, in order. */
export function listenAt(bus: Bus) {
  const heard: Heard[] = []
  let wake: () => void = () => undefined
  const hear = (what: Heard) => {
    heard.push(what)
    wake()
  }
  const stop = bus.listen({
    news: hear,
    seen: seen => hear({ kind: 'seen', ...seen }),
    missed: () => hear({ kind: 'missed' }),
  })
  return {
    heard,
    stop,
    /** The next thing of this kind; those before it are passed over. */
    async next<K extends Heard['kind']>(kind: K): Promise<Extract<Heard, { kind: K }>> {
      for (;;) {
        for (let what = heard.shift(); what !== undefined; what = heard.shift())
          if (isOf(what, kind)) return what
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    },
  }
}

function isOf<K extends Heard['kind']>(what: Heard, kind: K): what is Extract<Heard, { kind: K }> {
  return what.kind === kind
}
