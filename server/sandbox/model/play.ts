import { startTestCloud } from '../test-cloud.ts'
import { audit, type Totals } from './audit.ts'
import { emptyBooks } from './books.ts'
import { businessDayAt, daysAfter } from './calendar.ts'
import { Census } from './census.ts'
import { makeUp } from './commands/commands.ts'
import { cipherInto, type Desk, type ModelChannel, type Wish } from './commands/desk.ts'
import { waitingMs } from './commands/waiting.ts'
import { type Deeds, deedsIn } from './deeds.ts'
import { type Dice, diceFor } from './dice.ts'
import { learn } from './learn.ts'
import { learnShows, saleHasBegun } from './learn-shows.ts'
import { lockMs } from './rules/rules.ts'
import type { Run } from './run.ts'
import { tryOut } from './try-out.ts'

const channels: readonly [ModelChannel, ModelChannel] = [
  { channelCode: 'MODEL', secret: 'model-secret', cardKey: 'model-card-key' },
  { channelCode: 'RIVAL', secret: 'rival-secret', cardKey: 'rival-card-key' },
]

/** How many of the latest calls may be sent again. */
const remembered = 40
/** After so many steps, and at the end, everything is counted. */
const auditEvery = 250

export interface Played {
  census: Census
  totals: Totals
  deeds: Deeds
}

/**
 * Plays steps of a seed against a sandbox of its own, with the model beside it: the clock moves, somebody calls, and
 * what the sandbox answers has to be what the model expects.
 *
 * @throws Disagreement at the first answer that is not
 */
export async function play(seed: number, steps: readonly number[]): Promise<Played> {
  const [first, second] = channels
  const cloud = await startTestCloud({
    seed,
    lockMs,
    channel: first.channelCode,
    secret: first.secret,
    cardKey: first.cardKey,
    otherChannels: [{ ...second, name: '另一家' }],
    // The clock stands still between jumps: no cinema would ever get its breath back.
    limits: 'none',
    magic: false,
  })
  try {
    const run: Run = { cloud, books: emptyBooks(), census: new Census(), story: [], begun: 0 }
    await learn(run)
    const history: Wish[] = []
    for (const step of steps) {
      run.begun += 1
      const dice = diceFor(seed, step)
      if (dice.percent(12)) wait(run, dice)
      await keepProgramme(run)
      const wish = choose(run, dice, step, history)
      if (wish) {
        history.push(wish)
        if (history.length > remembered) history.shift()
        await tryOut(run, { channel: first, slowMs: 0, ...wish }, step)
      }
      if (run.begun % auditEvery === 0) await audit(run, channels)
    }
    const totals = await audit(run, channels)
    return { census: run.census, totals, deeds: deedsIn(run.books) }
  } finally {
    await cloud.close()
  }
}

function wait({ cloud, books, story }: Run, dice: Dice): void {
  const ms = waitingMs(books, cloud.clock.now(), dice)
  cloud.clock.time += ms
  story.push(`      ${Math.round(ms / 1000)} s later`)
}

/** The same call again now and then, as it was or with another telephone number; else a new one. */
function choose({ books, cloud }: Run, dice: Dice, step: number, history: readonly Wish[]): Wish | undefined {
  const again = dice.percent(9) ? dice.pick(history) : undefined
  if (again) {
    const mobile = again.data['mobile'] === undefined || dice.percent(70) ? {} : { mobile: '13700137001' }
    return { ...again, slowMs: 0, data: { ...again.data, ...mobile } }
  }
  let used = 0
  const desk: Desk = {
    books,
    now: cloud.clock.now(),
    dice,
    channels,
    fresh: letter => `${letter}${step}-${++used}`,
    cipher: cipherInto(books, channels[0]),
  }
  return makeUp(desk)
}

/** Shows of today and tomorrow to sell from; and of a day that one cinema does not sell yet. */
async function keepProgramme({ cloud, books }: Run): Promise<void> {
  const now = cloud.clock.now()
  const today = businessDayAt(now)
  for (const { cinemaLinkId, unspoken } of books.houses.values()) {
    const met = [...books.shows.values()].filter(show => show.cinemaLinkId === cinemaLinkId)
    const days = [today, daysAfter(today, 1)]
    if (unspoken.presaleDays === 4 && met.length === 0) days.push(daysAfter(today, 6))
    for (const day of days)
      if (!met.some(show => show.day === day) && saleHasBegun(books, cinemaLinkId, today, now))
        await learnShows(cloud, books, cinemaLinkId, day)
  }
}
