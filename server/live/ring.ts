import type { SeatChanges } from './seat-changes.ts'

/** One step in a show's line of changes, as it is sent. */
export interface Step extends Readonly<SeatChanges> {
  readonly from: number
  readonly seq: number
  readonly atMs: number
}

/** The latest steps of a show: who has missed a few is told those, who has missed more gets the whole anew. */
export interface Ring {
  add(step: Step): void
  /** The step that leads on from `seq`; undefined when it is no longer there, or never was. */
  after(seq: number): Step | undefined
  clear(): void
}

const stepsMax = 256
/** Beyond this the steps would be more than a whole hall's seats. */
const seatsMax = 20_000

export function createRing(): Ring {
  const steps = new Map<number, Step>()
  let seats = 0
  const sizeOf = ({ taken, freed }: Step) => taken.length + freed.length
  return {
    add(step) {
      steps.set(step.from, step)
      seats += sizeOf(step)
      for (const [from, oldest] of steps) {
        if (steps.size <= stepsMax && seats <= seatsMax) break
        steps.delete(from)
        seats -= sizeOf(oldest)
      }
    },
    after: seq => steps.get(seq),
    clear() {
      steps.clear()
      seats = 0
    },
  }
}
