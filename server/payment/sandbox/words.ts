import type { Language, Text } from '#contract/language.ts'
import type { Mishap, Payable } from './counter.ts'

/** What the phone page says in each of its states. */
export const words = {
  payee: { zh: '收款方', en: 'Payee' },
  amount: { zh: '金额', en: 'Amount' },
  pay: { zh: '确认付款', en: 'Pay now' },
  decline: { zh: '不付了', en: 'Decline' },
  until: { zh: '请在 {time} 前付款', en: 'Please pay before {time}' },
  otherLanguage: { zh: 'English', en: '中文' },
  sandbox: { zh: '演示支付，不会扣款', en: 'Sandbox payment: no real money moves' },
  amiss: { zh: '测试：让付款出点差错', en: 'For testers: pay, and let something go wrong' },
  unknownTitle: { zh: '找不到这笔付款', en: 'This payment does not exist' },
  unknownText: {
    zh: '二维码可能不完整，请在屏幕上重新扫描。',
    en: 'The code may be incomplete. Please scan the screen again.',
  },
} as const satisfies Record<string, Text>

export const mishapWords: Record<Mishap, Text> = {
  'pay-short': { zh: '少付一分钱', en: 'Pay one fen too little' },
  'pay-late': { zh: '过时以后付款', en: 'Pay after the time is over' },
  'pay-silent': { zh: '付款，但通知丢失', en: 'Pay, and lose the message about it' },
  'pay-slow-news': { zh: '付款，通知晚到两分钟', en: 'Pay, with the message two minutes late' },
  'pay-echo': { zh: '付款，同一通知来三次', en: 'Pay, with the message three times over' },
}

export const stateWords: Record<Payable['status'], { title: Text; text: Text }> = {
  payable: {
    title: { zh: '确认付款', en: 'Confirm payment' },
    text: { zh: '付款后，影票会出现在屏幕上。', en: 'Your tickets appear on the screen once you have paid.' },
  },
  declined: {
    title: { zh: '您没有付款', en: 'You did not pay' },
    text: {
      zh: '座位仍为您保留，改变主意可以继续付款。',
      en: 'Your seats are still held, so you can still pay.',
    },
  },
  paid: {
    title: { zh: '付款成功', en: 'Paid' },
    text: {
      zh: '请看屏幕取票，可以关闭此页面。',
      en: 'Please look at the screen for your tickets. You can close this page.',
    },
  },
  expired: {
    title: { zh: '付款时间已过', en: 'The time to pay is over' },
    text: {
      zh: '座位已不再保留，没有扣款。请重新选座。',
      en: 'The seats are no longer held and nothing was charged. Please choose again.',
    },
  },
  closed: {
    title: { zh: '这笔付款已关闭', en: 'This payment was closed' },
    text: {
      zh: '没有扣款。如需购票，请重新选座。',
      en: 'Nothing was charged. To buy tickets, please choose seats again.',
    },
  },
}

/** `?lang=` wins, then the phone's own language; Chinese when neither says. */
export function chooseLanguage(asked: string | undefined, acceptLanguage: string | undefined): Language {
  if (asked === 'zh' || asked === 'en') return asked
  const first = /\b(zh|en)\b/i.exec(acceptLanguage?.slice(0, 200) ?? '')
  return first?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh'
}
