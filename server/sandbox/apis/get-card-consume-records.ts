import { yuan } from '#contract/money.ts'
import type { CardEntry } from '../cloud/card-entries.ts'
import type { Api } from './api.ts'
import { recordPeriod } from './card-arguments.ts'
import { issuedCardOf } from './card-lookups.ts'
import { beijingTime } from './formats.ts'

/** 7.12 What a card paid for, the latest first; at most ninety days. */
export const getCardConsumeRecords: Api = {
  name: 'ykse.partner.card.getCardConsumeRecords',
  handle(call) {
    const { card } = issuedCardOf(call)
    const { fromMs, toMs } = recordPeriod(call)
    const entries = call.cloud.cardEntries.between(card.cardNumber, fromMs, toMs)
    return {
      dataList: entries.filter(({ kind }) => kind === 'consume').map(entry => asRecord(entry, call.now)),
    }
  },
}

function asRecord(entry: CardEntry, now: number) {
  const givenBack = entry.givenBackAt !== null && entry.givenBackAt <= now
  return {
    bookingId: entry.bookingId,
    consumeCinemaLinkId: entry.cinemaLinkId,
    consumeAmount: yuan(entry.amountFen),
    refundAmount: yuan(givenBack ? entry.amountFen : 0),
    beforeBalance: yuan(entry.beforeFen),
    afterBalance: yuan(entry.afterFen),
    seats: entry.seats,
    refundSeats: givenBack ? entry.seats : 0,
    ...(entry.timesPerTicket === null ? {} : { calculatePerTicketTimes: entry.timesPerTicket }),
    description: entry.seats > 0 ? `购票 ${entry.seats} 张` : '购买卖品',
    consumeDateTime: beijingTime(entry.at),
    ...(entry.filmCode === null ? {} : { filmCode: entry.filmCode }),
    ...(entry.shortName === null ? {} : { shortName: entry.shortName }),
    getPoints: yuan(entry.points),
    refundPoints: yuan(givenBack ? entry.points : 0),
  }
}
