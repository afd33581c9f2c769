import { yuan } from '#contract/money.ts'
import { cardStateOn, gradeOfCard } from '../cloud/member-cards.ts'
import type { Api } from './api.ts'
import { beijingDay } from './card-arguments.ts'
import { issuedCardOf } from './card-lookups.ts'
import { given } from './formats.ts'

/** 7.7 A card and its owner; what is not known of her is absent. */
export const getCardDetail: Api = {
  name: 'ykse.partner.card.getCardDetail',
  handle(call) {
    const { card } = issuedCardOf(call)
    const grade = gradeOfCard(card)
    const state = cardStateOn(card, beijingDay(call.now))
    return {
      data: {
        cardNumber: card.cardNumber,
        cinemaLinkId: card.cinemaLinkId,
        gradeId: grade.gradeId,
        gradeDesc: grade.name,
        gradeType: grade.type,
        cardStatus: state,
        chargeType: grade.type === 'V' || grade.type === 'T' ? 'C' : 'B',
        minAmount: yuan(grade.leastFen),
        validateDate: card.validUntil,
        mobile: card.mobile,
        avaiFlag: state === 'N',
        registerDate: card.registeredOn,
        rechargeTimes: call.cloud.cardEntries.count(card.cardNumber, 'recharge'),
        consumptionTimes: call.cloud.cardEntries.count(card.cardNumber, 'consume'),
        ...given({
          minReChargeTimes: grade.timesForLeast,
          cardUserName: card.userName,
          idCard: card.idCard,
          idType: card.idCard === null ? null : '身份证',
          address: card.address,
          birthdate: card.birthdate,
          email: card.email,
          gender: card.gender,
        }),
      },
    }
  },
}
