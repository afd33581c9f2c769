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

/** What somebody who reads the log wants to know of the cloud. */
export interface CloudNews {
  /** A call was refused, or not answered while the cloud still counted as up; an outage is not told call by call. */
  onTrouble(trouble: { call: keyof MovieCloud; kind: 'refused' | 'not-sent' | 'unknown'; why: string }): void
  /** It answers after it counted as down. */
  onRecovery(): void
}

export function watchCloud(cloud: MovieCloud, news: CloudNews): CloudWatch {
  let unanswered = 0
  let tellShowChanged: (cinemaId: CinemaId) => void = () => undefined
  let tellSeatsMoved: (show: ShowRef) => void = () => undefined

  async function watch<T>(
    call: keyof MovieCloud,
    answer: Promise<Outcome<T>>,
    cinemaId?: CinemaId,
  ): Promise<Outcome<T>> {
    const outcome = await answer
    const { kind } = outcome
    if (kind === 'done' || kind === 'refused') {
      if (unanswered >= downAfter) news.onRecovery()
      unanswered = 0
    }
    if (kind === 'refused') news.onTrouble({ call, kind, why: outcome.code })
    if (kind === 'not-sent' || kind === 'unknown') {
      if (unanswered < downAfter) news.onTrouble({ call, kind, why: outcome.reason })
      // Nothing was sent: nobody is there at all.
      unanswered += kind === 'not-sent' ? downAfter : 1
    }
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
      cinemas: () => watch('cinemas', cloud.cinemas()),
      shows: q => watch('shows', cloud.shows(q)),
      hallPlans: q => watch('hallPlans', cloud.hallPlans(q)),
      showAreas: show => watch('showAreas', cloud.showAreas(show), show.cinemaId),
      soldSeats: (show, sectionId) => watch('soldSeats', cloud.soldSeats(show, sectionId), show.cinemaId),
      async lockSeats(show, lock) {
        const outcome = await watch('lockSeats', cloud.lockSeats(show, lock), show.cinemaId)
        tellSeatsMoved(show)
        return outcome
      },
      releaseSeats: q => watch('releaseSeats', cloud.releaseSeats(q)),
      freezeConfirm: confirm => cloud.freezeConfirm(confirm),
      confirm: frozen => watch('confirm', cloud.confirm(frozen)),
      order: q => watch('order', cloud.order(q)),
      goodsOrder: q => watch('goodsOrder', cloud.goodsOrder(q)),
      ticket: q => watch('ticket', cloud.ticket(q)),
      reverse: q => watch('reverse', cloud.reverse(q)),
      giveBack: q => watch('giveBack', cloud.giveBack(q)),
      goods: q => watch('goods', cloud.goods(q)),
      cardCharges: q => watch('cardCharges', cloud.cardCharges(q)),
      memberCard: q => watch('memberCard', cloud.memberCard(q)),
      cardBalance: q => watch('cardBalance', cloud.cardBalance(q)),
      cardPrice: (show, q) => watch('cardPrice', cloud.cardPrice(show, q), show.cinemaId),
      cardAllowance: (show, q) => watch('cardAllowance', cloud.cardAllowance(show, q), show.cinemaId),
      benefitCard: q => watch('benefitCard', cloud.benefitCard(q)),
      sealCardPassword: digits => cloud.sealCardPassword(digits),
    },
  }
}
