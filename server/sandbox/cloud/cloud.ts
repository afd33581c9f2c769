import { addDays, businessDay } from '#contract/time.ts'
import type { Clock } from '../../kernel/clock.ts'
import { programmeOf } from '../world/programme.ts'
import { buildWorld, type World } from '../world/world.ts'
import { benefitCardsIn } from './benefit-cards.ts'
import { cardEntriesIn } from './card-entries.ts'
import { cardNumbersIn } from './card-numbers.ts'
import { cardOrdersIn } from './card-orders.ts'
import { beginAnew, type Db, firstDayOf } from './database.ts'
import { goodsHeldIn } from './goods-held.ts'
import { goodsOrdersIn } from './goods-orders.ts'
import { locksIn } from './locks.ts'
import { memberCardsIn } from './member-cards.ts'
import { numbersIn } from './numbers.ts'
import { ordersIn } from './orders.ts'
import { addDay, showsIn } from './shows.ts'
import { takenSeatsIn } from './taken-seats.ts'

const daysShown = 7
/** How long the seats sold to the crowd are kept after a show; orders stay for ever. */
const crowdKeptDays = 3

/** Everything the Movie Cloud knows. The interfaces work on it, each call in a transaction of its own. */
export interface Cloud {
  readonly clock: Clock
  /** How long a lock holds, ms. */
  readonly lockMs: number
  readonly world: World
  readonly shows: ReturnType<typeof showsIn>
  readonly takenSeats: ReturnType<typeof takenSeatsIn>
  readonly locks: ReturnType<typeof locksIn>
  readonly orders: ReturnType<typeof ordersIn>
  readonly goodsOrders: ReturnType<typeof goodsOrdersIn>
  readonly goodsHeld: ReturnType<typeof goodsHeldIn>
  readonly memberCards: ReturnType<typeof memberCardsIn>
  readonly cardEntries: ReturnType<typeof cardEntriesIn>
  readonly cardOrders: ReturnType<typeof cardOrdersIn>
  readonly cardNumbers: ReturnType<typeof cardNumbersIn>
  readonly benefitCards: ReturnType<typeof benefitCardsIn>
  readonly numbers: ReturnType<typeof numbersIn>
  /** Runs all of it or, when it throws, nothing of it. */
  inTransaction<T>(work: () => T): T
  /** Makes sure that the programme reaches a week ahead of the clock; cheap when it does. */
  keepProgramme(): void
  /** Back to the seed's data, without orders, as of the clock's today. */
  reset(): void
}

export function openCloud(db: Db, options: { seed: number; clock: Clock; lockMs: number }): Cloud {
  const { seed, clock } = options
  const today = () => businessDay(clock.now())
  let firstDay = firstDayOf(db, seed)
  if (firstDay === undefined) firstDay = start()
  let world = buildWorld(firstDay)
  let programmeFrom: string | undefined

  function start(): string {
    const day = today()
    db.transaction(() => {
      beginAnew(db, seed, day)
      memberCardsIn(db).seed(day)
      benefitCardsIn(db).seed(day)
    }).immediate()
    return day
  }

  const known = db.prepare<[string]>('SELECT 1 FROM programme_day WHERE day = ?')
  const dropCrowd = db.prepare<[string]>(
    `DELETE FROM taken_seat WHERE lock_order_id IS NULL
       AND schedule_id IN (SELECT schedule_id FROM show WHERE day < ?)`,
  )
  const extend = db.transaction((from: string) => {
    for (let ahead = 0; ahead < daysShown; ahead++) {
      const day = addDays(from, ahead)
      if (known.get(day) === undefined) addDay(db, day, programmeOf(seed, world, day))
    }
    dropCrowd.run(addDays(from, -crowdKeptDays))
  })
  function keepProgramme(): void {
    const from = today()
    if (from === programmeFrom) return
    extend.immediate(from)
    programmeFrom = from
  }
  keepProgramme()

  return {
    clock,
    lockMs: options.lockMs,
    get world() {
      return world
    },
    shows: showsIn(db),
    takenSeats: takenSeatsIn(db),
    locks: locksIn(db),
    orders: ordersIn(db),
    goodsOrders: goodsOrdersIn(db),
    goodsHeld: goodsHeldIn(db),
    memberCards: memberCardsIn(db),
    cardEntries: cardEntriesIn(db),
    cardOrders: cardOrdersIn(db),
    cardNumbers: cardNumbersIn(db),
    benefitCards: benefitCardsIn(db),
    numbers: numbersIn(db, seed),
    inTransaction: work => db.transaction(work).immediate(),
    keepProgramme,
    reset() {
      world = buildWorld(start())
      programmeFrom = undefined
      keepProgramme()
    },
  }
}
