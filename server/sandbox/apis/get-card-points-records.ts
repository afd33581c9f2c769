import { yuan } from '#contract/money.ts'
import type { CardEntry } from '../cloud/card-entries.ts'
import type { Api } from './api.ts'
import { recordPeriod, signedDecimal } from './card-arguments.ts'
import { issuedCardOf } from './card-lookups.ts'
import { beijingTime } from './formats.ts'

/** 7.14 How a card got and lost points, the latest first; at most ninety days. */
export const getCardPointsRecords: Api = {
  name: 'ykse.partner.card.getCardPointsRecords',
  handle(call) {
    const { card } = issuedCardOf(call)
    const { fromMs, toMs } = recordPeriod(call)
    const entries = call.cloud.cardEntries.between(card.cardNumber, fromMs, toMs)
    return {
      dataList: entries.map(entry => ({
        getPointsCinemaLinkId: entry.cinemaLinkId,
        getPoints: signedDecimal(entry.points),
        getPointsMode: modeOf(entry),
        refundPoints: yuan(entry.givenBackAt !== null && entry.givenBackAt <= call.now ? entry.points : 0),
        getPointsDateTime: beijingTime(entry.at),
      })),
    }
  },
}

/** There are three ways and no more (7.14.4); points that a partner adds count as added with money. */
function modeOf({ kind, points }: CardEntry): string {
  if (kind === 'consume') return '消费'
  return points < 0 ? '积分消费' : '充值'
}
