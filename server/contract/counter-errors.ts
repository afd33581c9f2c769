import type { Text } from './language.ts'
import type { Retry } from './retry.ts'

/** What can go wrong with goods and cards. */
export const counterErrors = {
  'goods-not-available': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '所选的小食已售完或下架，请另选。',
      en: 'An item you chose is no longer available. Please choose another.',
    },
  },
  'too-many-goods': {
    status: 400,
    retry: 'choose-again',
    text: {
      zh: '同一种小食一次不能买这么多，请减少数量。',
      en: 'That is more of one item than an order may have. Please choose fewer.',
    },
  },
  'card-not-found': {
    status: 404,
    retry: 'now',
    text: {
      zh: '没有找到这张卡，请核对卡号。',
      en: 'We could not find this card. Please check its number.',
    },
  },
  'card-password-wrong': {
    status: 403,
    retry: 'now',
    text: {
      zh: '卡密码不正确，请重新输入。',
      en: 'The card’s password is not right. Please enter it again.',
    },
  },
  'card-not-usable': {
    status: 409,
    retry: 'ask-staff',
    text: {
      zh: '这张卡不能使用，请联系工作人员。',
      en: 'This card cannot be used. Please ask our staff.',
    },
  },
  'card-balance-low': {
    status: 409,
    retry: 'now',
    text: {
      zh: '卡内余额或次数不足，请换一种付款方式。',
      en: 'There is not enough left on this card. Please choose another way to pay.',
    },
  },
  'card-not-for-show': {
    status: 409,
    retry: 'now',
    text: {
      zh: '这张卡不适用于这一场，请换一种付款方式。',
      en: 'This card is not good for this show. Please choose another way to pay.',
    },
  },
  'card-not-for-seats': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '分区座位不能使用联名卡优惠，请另选座位或付款方式。',
      en: 'Area-priced seats cannot be bought with a benefit card. Please choose other seats or another way to pay.',
    },
  },
  'benefit-used-up': {
    status: 409,
    retry: 'now',
    text: {
      zh: '这张卡的优惠票数已用完。',
      en: 'This card’s discounted tickets are used up.',
    },
  },
  'card-refused': {
    status: 409,
    retry: 'now',
    text: {
      zh: '这张卡不能这样使用，请检查后再试。',
      en: 'The card cannot be used this way. Please check and try again.',
    },
  },
} as const satisfies Record<string, { status: number; retry: Retry | undefined; text: Text }>
