import type { SeatsDelta, SeatsSnapshot } from '#contract/live.ts'
import { toInstant } from '#contract/time.ts'
import type { Sight } from './bus.ts'
import type { Step } from './ring.ts'

/** One server-sent event as it goes over the wire. */
export function eventText(name: string, data: object, id?: string): Buffer {
  const line = id === undefined ? '' : `id: ${id}\n`
  return Buffer.from(`${line}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** The place in a show's line, as a browser sends it back. */
export const placeText = ({ epoch, seq }: Pick<Sight, 'epoch' | 'seq'>): string => `${epoch}.${seq}`

export function readPlace(text: string): Pick<Sight, 'epoch' | 'seq'> {
  const dot = text.lastIndexOf('.')
  return { epoch: text.slice(0, dot), seq: Number(text.slice(dot + 1)) }
}

const snapshots = new WeakMap<Sight, Buffer>()
const deltas = new WeakMap<Step, Buffer>()

/** However many screens are told a sight, it is written once. */
export function snapshotText(sight: Sight): Buffer {
  return once(snapshots, sight, () => {
    const { seq, hallVersion, unavailable, atMs } = sight
    const data: SeatsSnapshot = { seq, hallVersion, unavailable: [...unavailable], at: toInstant(atMs) }
    return eventText('snapshot', data, placeText(sight))
  })
}

export function deltaText(epoch: string, step: Step): Buffer {
  return once(deltas, step, () => {
    const { atMs, ...changes } = step
    const data: SeatsDelta = { ...changes, at: toInstant(atMs) }
    return eventText('delta', data, placeText({ epoch, seq: step.seq }))
  })
}

function once<K extends WeakKey>(known: WeakMap<K, Buffer>, key: K, make: () => Buffer): Buffer {
  const text = known.get(key) ?? make()
  known.set(key, text)
  return text
}
