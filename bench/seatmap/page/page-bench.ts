import { randomFrom } from '#src/lib/seeded.ts'
import { type BenchHall, benchHall } from './bench-hall.ts'
import type { Driver, Place, Prepared } from './driver.ts'
import { frameThatShows, watchFrames } from './frames.ts'
import { type Look, lookAt } from './looks.ts'

/** What the harness asks of a page; every page has it as `seatmapBench`. */
export interface PageBench {
  readonly zoom: Driver['zoom']
  /** Pitch in CSS pixels. */
  readonly tappable: number
  /** Makes the hall and the contestant's input of it. Not timed. */
  prepare(seats: number): void
  /** Shows the hall. @returns milliseconds until the end of the first frame that tells free from sold seats */
  show(): Promise<number>
  place(seat: number): Place | undefined
  /** Free seats that can be seen, nearest to the window's centre first. */
  freeSeats(count: number): number[]
  /** Pairs of a free and a sold seat of one area that can be seen, with their places. */
  pairs(count: number): { free: Place; sold: Place }[]
  /**
   * Lets others buy free seats and give back sold ones, `count` in all.
   *
   * @returns milliseconds until the end of the first frame that shows it
   */
  change(count: number): Promise<number>
  watchFrames(): void
  frameTimes(): number[]
  /** Waits for a seat to be tapped. To be called before the pointer goes down, when all is at rest. */
  watchTap(seat: number): void
  tapped(): Promise<Tapped>
  /** Resolves when the hall has stood still for a moment. */
  still(): Promise<void>
  canvasBytes(): number
}

export interface Tapped {
  /** From pointer up to the end of the first frame that shows the seat in another look. */
  readonly ms: number
  /** The seats that are chosen now and were not before. */
  readonly chose: readonly number[]
}

declare global {
  interface Window {
    seatmapBench: PageBench
  }
}

const patienceMs = 60_000
const tappablePitch = 20
const tapPatienceMs = 5_000
const stillMs = 150
/** A browser that has drawn nothing for so long starts its next frame at once instead of at the screen's next refresh. */
const restMs = 120
/** Of the pairs looked at, so many have to differ: some seats are hidden by a label or lie at the edge. */
const enough = 0.9
/** So many pairs, and so many changed seats, are looked at. */
const looksAt = 20

/** Puts a contestant at the harness's command. */
export function enter(driver: Driver): void {
  const canvases = countCanvases()
  let bench: BenchHall | undefined
  let prepared: Prepared | undefined
  let changesSoFar = 0
  let stopWatching: (() => number[]) | undefined
  let tap: Promise<Tapped> | undefined

  function ready(): { bench: BenchHall; prepared: Prepared } {
    if (!bench || !prepared) throw new Error('no hall has been prepared')
    return { bench, prepared }
  }
  function placeInWindow(seat: number): Place | undefined {
    const place = ready().prepared.place(seat)
    const inside =
      place && place.x > 2 && place.y > 2 && place.x < innerWidth - 2 && place.y < innerHeight - 2
    return inside ? place : undefined
  }
  function lookOf(seat: number): Look {
    const place = placeInWindow(seat)
    return place ? lookAt(place.x, place.y) : ''
  }

  window.seatmapBench = {
    zoom: driver.zoom,
    tappable: driver.tappable ?? tappablePitch,
    prepare(seats) {
      bench = benchHall(seats)
      prepared = driver.prepare(bench)
    },
    show() {
      const sample = samplePairs(ready().bench)
      const root = document.getElementById('root')
      if (!root) throw new Error('the page has no #root')
      const began = performance.now()
      ready().prepared.show(root)
      const told = () => {
        const visible = sample
          .filter(([free, sold]) => placeInWindow(free) && placeInWindow(sold))
          .slice(0, looksAt)
        const differing = visible.filter(([free, sold]) => lookOf(free) !== lookOf(sold))
        return visible.length > 4 && differing.length >= visible.length * enough
      }
      return frameThatShows(told, patienceMs).then(endedAt => endedAt - began)
    },
    place: seat => ready().prepared.place(seat),
    freeSeats(count) {
      const { hall, sold } = ready().bench
      const damaged = new Set(hall.seats.damaged)
      const seen: { seat: number; distance: number }[] = []
      hall.seats.id.forEach((_, seat) => {
        if (sold.has(seat) || damaged.has(seat)) return
        const place = placeInWindow(seat)
        if (!place) return
        seen.push({ seat, distance: Math.hypot(place.x - innerWidth / 2, place.y - innerHeight / 2) })
      })
      return seen
        .sort((a, b) => a.distance - b.distance)
        .slice(0, count)
        .map(({ seat }) => seat)
    },
    pairs(count) {
      return samplePairs(ready().bench)
        .flatMap(([free, sold]) => {
          const freePlace = placeInWindow(free)
          const soldPlace = placeInWindow(sold)
          return freePlace && soldPlace ? [{ free: freePlace, sold: soldPlace }] : []
        })
        .slice(0, count)
    },
    async change(count) {
      const { bench: now, prepared: contestant } = ready()
      const seats = saleableSeats(now, count, changesSoFar++)
      const watched = seats.filter(seat => placeInWindow(seat)).slice(0, looksAt)
      if (watched.length === 0) throw new Error('none of the seats that change can be seen')
      const before = watched.map(lookOf)
      const bought = seats.filter(seat => !now.sold.has(seat))
      const givenBack = seats.filter(seat => now.sold.has(seat))
      const back = new Set(givenBack)
      bench = { hall: now.hall, sold: new Set([...[...now.sold].filter(seat => !back.has(seat)), ...bought]) }
      const began = performance.now()
      contestant.change({ bought, givenBack })
      const changed = () =>
        watched.filter((seat, k) => lookOf(seat) !== before[k]).length >= watched.length * enough
      return (await frameThatShows(changed, patienceMs)) - began
    },
    watchFrames() {
      stopWatching = watchFrames()
    },
    frameTimes: () => stopWatching?.() ?? [],
    watchTap(seat) {
      const { prepared: contestant } = ready()
      const chosenBefore = new Set(contestant.chosen())
      const before = lookOf(seat)
      tap = new Promise((resolve, reject) => {
        const up = (event: Event) => {
          const chose = () => contestant.chosen().filter(each => !chosenBefore.has(each))
          const shown = () => {
            const [first] = chose()
            return first !== undefined && (first !== seat || lookOf(seat) !== before)
          }
          frameThatShows(shown, tapPatienceMs)
            .then(endedAt => resolve({ ms: endedAt - event.timeStamp, chose: chose() }))
            .catch(reject)
        }
        window.addEventListener('pointerup', up, { capture: true, once: true })
      })
      // Whoever asks for the tap later learns of its failure then.
      tap.catch(() => undefined)
    },
    tapped: () => tap ?? Promise.reject(new Error('no tap is watched')),
    async still() {
      await standsStill(() => ready().prepared.place(0))
      await new Promise(resolve => setTimeout(resolve, restMs))
    },
    canvasBytes: () => canvases().reduce((sum, { width, height }) => sum + width * height * 4, 0),
  }
}

/** Free and sold neighbours of one area, spread over the hall. */
function samplePairs({ hall, sold }: BenchHall): [free: number, sold: number][] {
  const damaged = new Set(hall.seats.damaged)
  const pairs: [number, number][] = []
  const { band, row } = hall.seats
  for (const seat of sold) {
    const free = seat + 1
    const neighbours = band[free] === band[seat] && row[free] === row[seat]
    if (neighbours && !sold.has(free) && !damaged.has(free)) pairs.push([free, seat])
  }
  const random = randomFrom(1)
  return shuffled(pairs, random.next).slice(0, 400)
}

function saleableSeats({ hall }: BenchHall, count: number, seed: number): number[] {
  const damaged = new Set(hall.seats.damaged)
  const saleable = hall.seats.id.flatMap((_, seat) => (damaged.has(seat) ? [] : [seat]))
  return shuffled(saleable, randomFrom(seed).next).slice(0, count)
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map(thing => ({ thing, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ thing }) => thing)
}

function standsStill(place: () => Place | undefined): Promise<void> {
  const began = performance.now()
  let last = ''
  let since = began
  return new Promise(resolve => {
    requestAnimationFrame(function look() {
      const now = performance.now()
      const at = JSON.stringify(place())
      if (at !== last) since = now
      last = at
      if (now - since > stillMs || now - began > tapPatienceMs) resolve()
      else requestAnimationFrame(look)
    })
  })
}

/** @returns every canvas that lives, in the page or only in memory */
function countCanvases(): () => HTMLCanvasElement[] {
  const made: WeakRef<HTMLCanvasElement>[] = []
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLCanvasElement) made.push(new WeakRef(element))
    return element
  }
  return () => made.flatMap(each => each.deref() ?? [])
}
