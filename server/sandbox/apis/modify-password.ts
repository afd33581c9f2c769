import type { Api } from './api.ts'
import { passwordOf } from './card-arguments.ts'
import { checkPassword, checkUsable, issuedCardOf } from './card-lookups.ts'

/** 7.5 Gives a card another password; the old one has to be right. */
export const modifyPassword: Api = {
  name: 'ykse.partner.card.modifyPassword',
  handle(call) {
    const { card } = issuedCardOf(call)
    const password = passwordOf(call, 'newPassword')
    checkPassword(call, card, 'oldPassword', 'CARD_OLD_PASSWORD_ERROR')
    checkUsable(card, call.now)
    call.cloud.memberCards.save({ ...card, password })
    return { bizCode: 'SUCCESS' }
  },
}
