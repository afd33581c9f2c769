import { yuan } from '#contract/money.ts'
import type { Api } from './api.ts'
import { recordPeriod, signedDecimal } from './card-arguments.ts'
import { issuedCardOf } from './card-lookups.ts'
import { beijingTime } from './formats.ts'

/** 7.13 How a card was filled up, the latest first; at most ninety days. */
export const getCardRechargeRecords: Api = {
  name: 'ykse.partner.card.getCardRechargeRecords',
  handle(call) {
    const { card } = issuedCardOf(call)
    const { fromMs, toMs } = recordPeriod(call)
    const entries = call.cloud.cardEntries.between(card.cardNumber, fromMs, toMs)
    return {
      dataList: entries
        .filter(({ kind }) => kind === 'recharge')
        .map(entry => ({
          rechargeBookingId: entry.bookingId,
          rechargeCinemaLinkId: entry.cinemaLinkId,
          rechargeAmount: signedDecimal(entry.amountFen),
          afterBalance: yuan(entry.afterFen),
          beforeBalance: yuan(entry.beforeFen),
          getPoints: yuan(entry.points),
          rechargeDateTime: beijingTime(entry.at),
        })),
    }
  },
}
