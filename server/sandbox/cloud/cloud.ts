import { addDays, businessDay } from '#contract/time.ts'
import type { Clock } from '../../kernel/clock.ts'
import { programmeOf } from '../world/programme.ts'
import { buildWorld, type World } from '../world/world.ts'
import { benefitCardsIn } from './benefit-cards.ts'
import { booksIn } from './books.ts'
import { type Buyers, createBuyers } from './buyers.ts'
import { cardEntriesIn } from './card-entries.ts'
import { cardNumbersIn } from './card-numbers.ts'
import { cardOrdersIn } from './card-orders.ts'
import { beginAnew, type Db, firstDayOf } from './database.ts'
import { createForwardClock, type ForwardClock } from './forward-clock.ts'
import { goodsHeldIn } from './goods-held.ts'
import { goodsOrdersIn } from './goods-orders.ts'
import { locksIn } from './locks.ts'
import { memberCardsIn } from './member-cards.ts'
import { numbersIn } from './numbers.ts'
import { ordersIn } from './orders.ts'
import { settingsIn } from './settings.ts'
import { addDay, showsIn } from './shows.ts'
import { takenSeatsIn } from './taken-seats.ts'

const daysShown = 7
/** How long the seats sold to the crowd are kept after a show; orders stay for ever. */
const crowdKeptDays = 3

/** Everything the Movie Cloud knows. The interfaces work on it, each call in a transaction of its own. */
export interface Cloud {
  readonly clock: ForwardClock
  readonly seed: number
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
  readonly buyers: Buyers
  readonly books: ReturnType<typeof booksIn>
  /** Runs all of it or, when it throws, nothing of it. */
  inTransaction<T>(work: () => T): T
  /** Brings it up to the clock: a programme for a week ahead, and whoever has bought meanwhile. Cheap when it is. */
  keepUp(): void
  /** Back to the seed's data, without orders, and to the clock that it was given. */
  reset(): void
}

export function openCloud(db: Db, options: { seed: number; clock: Clock; lockMs: number }): Cloud {
  const { seed } = options
  const settings = settingsIn(db)
  const clock = createForwardClock(options.clock, settings)
  const today = () => businessDay(clock.now())
  let firstDay = firstDayOf(db, seed)
  if (firstDay === undefined) firstDay = start()
  let world = buildWorld(firstDay)
  let programmeFrom: string | undefined

  /** The time that was jumped over is over: the seed's data begins at the machine's own today. */
  function start(): string {
    const day = businessDay(options.clock.now())
    db.transaction(() => {
      beginAnew(db, seed, day)
      memberCardsIn(db).seed(day)
      benefitCardsIn(db).seed(day)
    }).immediate()
    clock.reread()
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

  const shows = showsIn(db)
  const takenSeats = takenSeatsIn(db)
  const inTransaction = <T>(work: () => T): T => db.transaction(work).immediate()
  const buyers = createBuyers({ seed, settings, shows, takenSeats, inTransaction, world: () => world })

  return {
    clock,
    seed,
    lockMs: options.lockMs,
    get world() {
      return world
    },
    shows,
    takenSeats,
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
    buyers,
    books: booksIn(db),
    inTransaction,
    keepUp() {
      keepProgramme()
      buyers.comeUntil(clock.now())
    },
    reset() {
      world = buildWorld(start())
      buyers.reread()
      programmeFrom = undefined
      keepProgramme()
    },
  }
}
