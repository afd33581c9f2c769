import { declare, nothing } from '../declare.ts'
import { cipherText, dayText, parameters, required, upTo } from '../params.ts'

/** 7.6 Changes what is known of a card's owner; what is absent stays. */
export const modifyInformation = declare({
  name: 'card.modifyInformation',
  section: '7.6',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'none',
  params: parameters({
    cinemaLinkId: required,
    cardNumber: required,
    cardPassword: cipherText,
    mobile: required.optional(),
    cardUserName: upTo(20).optional(),
    idCard: upTo(25).optional(),
    address: upTo(25).optional(),
    birthdate: dayText.optional(),
    email: upTo(25).optional(),
    gender: upTo(3).optional(),
  }),
  result: nothing,
})
