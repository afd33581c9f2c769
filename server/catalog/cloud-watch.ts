import type { CinemaId } from '#contract/ids.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { MovieCloud } from '../moviecloud/gateway-types.ts'

/** Whether the cloud answers, learnt from everybody's calls, and a word when a show has changed there. */
export interface CloudWatch {
  /** The same cloud, watched. */
  cloud: MovieCloud
  health(): 'up' | 'down'
  /** Called when the cloud says that what we know of a cinema's show is out of date. */
  onShowChanged(listener: (cinemaId: CinemaId) => void): void
}

/** Unanswered calls in a row that make the cloud count as down. One lost answer can happen to anybody. */
const downAfter = 2
const outdated = new Set(['SCHEDULE_HAS_CHANGED', 'SCHEDULE_NOT_FOUND'])

export function watchCloud(cloud: MovieCloud): CloudWatch {
  let unanswered = 0
  let tell: (cinemaId: CinemaId) => void = () => undefined

  async function watch<T>(answer: Promise<Outcome<T>>, cinemaId?: CinemaId): Promise<Outcome<T>> {
    const outcome = await answer
    if (outcome.kind === 'done' || outcome.kind === 'refused') unanswered = 0
    // Nothing was sent: nobody is there at all.
    else unanswered += outcome.kind === 'not-sent' ? downAfter : 1
    if (outcome.kind === 'refused' && cinemaId !== undefined && outdated.has(outcome.code)) tell(cinemaId)
    return outcome
  }

  return {
    health: () => (unanswered >= downAfter ? 'down' : 'up'),
    onShowChanged(listener) {
      tell = listener
    },
    cloud: {
      cinemas: () => watch(cloud.cinemas()),
      shows: q => watch(cloud.shows(q)),
      hallPlans: q => watch(cloud.hallPlans(q)),
      showAreas: show => watch(cloud.showAreas(show), show.cinemaId),
      soldSeats: (show, sectionId) => watch(cloud.soldSeats(show, sectionId), show.cinemaId),
      lockSeats: (show, lock) => watch(cloud.lockSeats(show, lock), show.cinemaId),
      releaseSeats: q => watch(cloud.releaseSeats(q)),
      freezeConfirm: confirm => cloud.freezeConfirm(confirm),
      confirmOrder: frozen => watch(cloud.confirmOrder(frozen)),
      order: q => watch(cloud.order(q)),
      ticket: q => watch(cloud.ticket(q)),
      reverseOrder: q => watch(cloud.reverseOrder(q)),
    },
  }
}
