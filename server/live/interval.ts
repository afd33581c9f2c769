/** What decides when a watched show is looked at again. All instants are epoch ms. */
export interface Watched {
  now: number
  startsAt: number
  sellsUntil: number
  /** When its seats were last seen to change; undefined: not while it was watched. */
  changedAt: number | undefined
  /** Looks in a row that the cloud did not answer. */
  failures: number
}

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/** Where seats are going they go on going: within this time of a change a show is looked at most often. */
const busyForMs = 30 * secondMs
const livelyForMs = 5 * minuteMs
/** Shows further off than this sell slowly. */
const farOffMs = 24 * hourMs

const busyMs = 1_600
const livelyMs = 2_000
const calmMs = 2_500
const closedMs = 15 * secondMs
const slowestMs = minuteMs
/** Looks are spread, so that shows that were opened together are not asked for together ever after. */
const spread = 0.25

/**
 * Milliseconds until the next look. How many screens watch does not count: a screen more must cost the cloud nothing.
 *
 * @param chance from 0 to 1
 */
export function untilNextLook(watched: Watched, chance: number): number {
  const base = watched.failures === 0 ? whenAnswered(watched) : whenSilent(watched)
  return Math.round(base * (1 + spread * chance))
}

/** A silence is found out as fast for every show on sale, however seldom it is looked at otherwise. */
function whenSilent({ now, sellsUntil, failures }: Watched): number {
  const first = now >= sellsUntil ? closedMs : calmMs
  return Math.min(slowestMs, first * 2 ** (failures - 1))
}

function whenAnswered({ now, startsAt, sellsUntil, changedAt }: Watched): number {
  if (now >= sellsUntil) return closedMs
  const farther = startsAt - now > farOffMs ? 2 : 1
  if (changedAt === undefined || now - changedAt >= livelyForMs) return calmMs * farther
  return now - changedAt < busyForMs ? busyMs : livelyMs * farther
}
