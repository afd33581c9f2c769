import { declare } from '../declare.ts'
import { day, fen, flag, record, text, whole } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 7.7 A member card and its owner. */
export const getCardDetail = declare({
  name: 'card.getCardDetail',
  section: '7.7',
  kind: 'read',
  answer: 'object',
  params: parameters({ cinemaLinkId: required, cardNumber: required }),
  result: record({
    cardNumber: text.optional(),
    cinemaLinkId: text.optional(),
    gradeId: text.optional(),
    gradeDesc: text.optional(),
    gradeType: text.optional(),
    cardStatus: text.optional(),
    chargeType: text.optional(),
    minAmountFen: fen.optional(),
    minReChargeTimes: whole.optional(),
    validateDate: day.optional(),
    cardUserName: text.optional(),
    mobile: text.optional(),
    idCard: text.optional(),
    idType: text.optional(),
    address: text.optional(),
    avaiFlag: flag.optional(),
    birthdate: day.optional(),
    email: text.optional(),
    registerDate: day.optional(),
    gender: text.optional(),
    rechargeTimes: whole.optional(),
    consumptionTimes: whole.optional(),
  }),
})
