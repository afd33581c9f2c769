import type { CinemaId } from '#contract/ids.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { MovieCloud, ShowRef } from '../moviecloud/gateway-types.ts'

/** What everybody's calls tell by the way: whether the cloud answers, and what has changed there. */
export interface CloudWatch {
  /** The same cloud, watched. */
  cloud: MovieCloud
  health(): 'up' | 'down'
  /** Called when the cloud says that what we know of a cinema's show is out of date. */
  onShowChanged(listener: (cinemaId: CinemaId) => void): void
  /** Called when seats of a show were locked, or could not be: what was known of its sold seats is old. */
  onSeatsMoved(listener: (show: ShowRef) => void): void
}

/** Unanswered calls in a row that make the cloud count as down. One lost answer can happen to anybody. */
const downAfter = 2
const outdated = new Set(['SCHEDULE_HAS_CHANGED', 'SCHEDULE_NOT_FOUND'])

export function watchCloud(cloud: MovieCloud): CloudWatch {
  let unanswered = 0
  let tellShowChanged: (cinemaId: CinemaId) => void = () => undefined
  let tellSeatsMoved: (show: ShowRef) => void = () => undefined

  async function watch<T>(answer: Promise<Outcome<T>>, cinemaId?: CinemaId): Promise<Outcome<T>> {
    const outcome = await answer
    if (outcome.kind === 'done' || outcome.kind === 'refused') unanswered = 0
    // Nothing was sent: nobody is there at all.
    else unanswered += outcome.kind === 'not-sent' ? downAfter : 1
    if (outcome.kind === 'refused' && cinemaId !== undefined && outdated.has(outcome.code))
      tellShowChanged(cinemaId)
    return outcome
  }

  return {
    health: () => (unanswered >= downAfter ? 'down' : 'up'),
    onShowChanged(listener) {
      tellShowChanged = listener
    },
    onSeatsMoved(listener) {
      tellSeatsMoved = listener
    },
    cloud: {
      cinemas: () => watch(cloud.cinemas()),
      shows: q => watch(cloud.shows(q)),
      hallPlans: q => watch(cloud.hallPlans(q)),
      showAreas: show => watch(cloud.showAreas(show), show.cinemaId),
      soldSeats: (show, sectionId) => watch(cloud.soldSeats(show, sectionId), show.cinemaId),
      async lockSeats(show, lock) {
        const outcome = await watch(cloud.lockSeats(show, lock), show.cinemaId)
        tellSeatsMoved(show)
        return outcome
      },
      releaseSeats: q => watch(cloud.releaseSeats(q)),
      freezeConfirm: confirm => cloud.freezeConfirm(confirm),
      confirmOrder: frozen => watch(cloud.confirmOrder(frozen)),
      order: q => watch(cloud.order(q)),
      ticket: q => watch(cloud.ticket(q)),
      reverseOrder: q => watch(cloud.reverseOrder(q)),
    },
  }
}
