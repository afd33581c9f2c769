import { CinemaId, SeatId, ShowId } from '#contract/ids.ts'
import { toInstant } from '#contract/time.ts'
import type { MakeOffer, Offer } from '../../pricing/offer.ts'

export const cinemaId = CinemaId.parse('681')
export const showId = ShowId.parse('681~18206')
export const seat = (label: string) => SeatId.parse(label)

/** An offer for `seatIds` ("A-05" sits in row A, column 05) at 45 yuan and 3 yuan fee each. */
export function offerFor(
  seatIds: readonly SeatId[],
  times: { startsAtMs: number; sellsUntilMs: number },
): Offer {
  const lines = seatIds.map(seatId => {
    const [row = '', column = ''] = seatId.split('-')
    return { seatId, row, column, sectionName: 'Hall', ticketFen: 4500, feeFen: 300 }
  })
  const total = (pick: (line: (typeof lines)[number]) => number) =>
    lines.reduce((sum, line) => sum + pick(line), 0)
  const ticketsFen = total(line => line.ticketFen)
  const feesFen = total(line => line.feeFen)
  return {
    ref: { cinemaId, scheduleId: '18206', scheduleKey: 'KEY' },
    show: {
      id: showId,
      cinemaId,
      cinemaName: '星光影城',
      hallName: '1号厅',
      filmCode: '051400832015',
      filmName: '火星救援',
      language: '英语',
      dimension: '3D',
      startsAt: toInstant(times.startsAtMs),
      endsAt: toInstant(times.startsAtMs + 7_200_000),
    },
    quote: {
      lines,
      ticketsFen,
      feesFen,
      goods: [],
      goodsFen: 0,
      totalFen: ticketsFen + feesFen,
      feeKind: 'ticket',
      hash: `quote of ${seatIds.join(' ')}`,
    },
    refund: { kind: 'until', minutesBeforeShow: 5 },
    ...times,
  }
}

export const makeOfferAt =
  (times: { startsAtMs: number; sellsUntilMs: number }): MakeOffer =>
  async (_showId, seatIds) =>
    offerFor(seatIds, times)
