import type { Hall } from '#contract/hall.ts'
import { judgeSeats } from '#contract/judge-seats.ts'
import { seatGround } from '#contract/seat-ground.ts'
import { bestSeats } from '#src/features/seating/best-seats.ts'
import { layoutOf } from '#src/features/seating/layout/hall-layout.ts'
import { median } from '../load.ts'
import { hundredths, table, whole } from '../table.ts'
import { benchHall, type Sold, soldIn } from './halls.ts'

const seatCounts = [1_000, 20_000, 100_000]

interface Question {
  readonly name: string
  readonly sold: Sold
  ask(hall: Hall, taken: ReadonlySet<number>): unknown
}

const suggest =
  (size: number, wheelchair = false) =>
  (hall: Hall, taken: ReadonlySet<number>) =>
    bestSeats(layoutOf(hall), { size, wheelchair }, taken)

const questions: readonly Question[] = [
  { name: 'best seats for 2', sold: 'a third', ask: suggest(2) },
  { name: 'best seats for 8', sold: 'a third', ask: suggest(8) },
  { name: 'best seats for 3 and a wheelchair', sold: 'a third', ask: suggest(4, true) },
  { name: 'best seats for 2, none together', sold: 'every other seat', ask: suggest(2) },
  { name: 'best seats for 5, none together', sold: 'every other seat', ask: suggest(5) },
  { name: 'a gap and its repair', sold: 'a third', ask: (hall, taken) => judgeGap(hall, taken) },
]

/** Two seats with one between: always a gap, repaired in their row or beyond it. */
function judgeGap(hall: Hall, taken: ReadonlySet<number>) {
  const ground = seatGround(hall, taken)
  const middle = Math.floor(hall.seats.id.length / 2)
  const first = hall.seats.id.findIndex(
    (_, seat) => seat > middle && [0, 1, 2].every(k => ground.isFree(seat + k)),
  )
  return judgeSeats(ground, [first, first + 2])
}

/**
 * Measures the rules and the best seats in memory. Beside each figure: one look at every seat of the hall, which is
 * the least that a search through all of it could take.
 */
export async function seatingRulesBench(effort: { seconds: number; repetitions: number }): Promise<string> {
  const rows = seatCounts.flatMap(count => {
    const hall = benchHall(count)
    layoutOf(hall)
    return questions.map(({ name, sold, ask }) => {
      const taken = soldIn(hall, sold)
      const asked = measure(() => ask(hall, taken), effort)
      const look = measure(() => lookAtAll(hall, taken), effort)
      return [`${whole(count)} seats: ${name}`, hundredths(asked), hundredths(look), hundredths(asked / look)]
    })
  })
  return `${table(['question', 'ms', 'one look ms', 'ratio'], rows)}\n`
}

function lookAtAll(hall: Hall, taken: ReadonlySet<number>): number {
  const { isFree } = seatGround(hall, taken)
  let free = 0
  for (let seat = 0; seat < hall.seats.id.length; seat++) if (isFree(seat)) free += 1
  return free
}

/** Median milliseconds of one run, over as many runs as fit the time, at least the repetitions. */
function measure(
  run: () => unknown,
  { seconds, repetitions }: { seconds: number; repetitions: number },
): number {
  run()
  const times: number[] = []
  const until = performance.now() + (seconds * 1000) / 4
  while (times.length < repetitions || performance.now() < until) {
    const from = performance.now()
    run()
    times.push(performance.now() - from)
  }
  return median(times)
}
