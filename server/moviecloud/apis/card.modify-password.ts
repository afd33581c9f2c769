import { declare, nothing } from '../declare.ts'
import { cipherText, parameters, required } from '../params.ts'

/** 7.5 Changes a card's password; both passwords are sent enciphered. */
export const modifyPassword = declare({
  name: 'card.modifyPassword',
  section: '7.5',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'none',
  params: parameters({
    cinemaLinkId: required,
    cardNumber: required,
    oldPassword: cipherText,
    newPassword: cipherText,
  }),
  result: nothing,
})
