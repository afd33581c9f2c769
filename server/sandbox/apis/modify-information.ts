import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { optionalDay, optionalText } from './arguments.ts'
import { checkPassword, checkUsable, issuedCardOf } from './card-lookups.ts'
import { optionalMobile } from './confirm-checks.ts'

/** 7.6 Changes what is known of a card's owner; what is not given stays. */
export const modifyInformation: Api = {
  name: 'ykse.partner.card.modifyInformation',
  handle(call) {
    const { args, cloud, now } = call
    const { card } = issuedCardOf(call)
    const gender = optionalText(args, 'gender', 3)
    if (gender !== undefined && gender !== '男' && gender !== '女')
      throw new BizRefusal('FORMAT_ERROR', 'gender has to be 男 or 女')
    const changed = {
      ...card,
      mobile: optionalMobile(args) ?? card.mobile,
      userName: optionalText(args, 'cardUserName', 20) ?? card.userName,
      idCard: optionalText(args, 'idCard', 25) ?? card.idCard,
      address: optionalText(args, 'address', 25) ?? card.address,
      birthdate: optionalDay(args, 'birthdate') ?? card.birthdate,
      email: optionalText(args, 'email', 25) ?? card.email,
      gender: gender ?? card.gender,
    }
    checkPassword(call, card)
    checkUsable(card, now)
    cloud.memberCards.save(changed)
    return { bizCode: 'SUCCESS' }
  },
}
