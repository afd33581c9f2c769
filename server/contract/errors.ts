import { z } from 'zod'
import { counterErrors } from './counter-errors.ts'
import type { Text } from './language.ts'
import { Retry } from './retry.ts'
import { SeatRule } from './seat-rule.ts'
import { staffErrors } from './staff-errors.ts'

/** Every error that our API can answer: HTTP status, the action to offer, and the guest's sentence. */
export const errors = {
  'invalid-request': {
    status: 400,
    retry: undefined,
    text: {
      zh: '请求有误，请检查后再试。',
      en: 'Something in the request is not right. Please check and try again.',
    },
  },
  'not-found': {
    status: 404,
    retry: undefined,
    text: { zh: '没有找到您要的内容。', en: 'We could not find what you asked for.' },
  },
  'show-not-found': {
    status: 404,
    retry: 'choose-again',
    text: {
      zh: '这一场已不在排片中，请另选一场。',
      en: 'This show is no longer in the programme. Please choose another.',
    },
  },
  'show-changed': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '影院刚刚调整了这一场，请重新选择。',
      en: 'The cinema has just changed this show. Please choose again.',
    },
  },
  'show-not-on-sale': {
    status: 409,
    retry: 'choose-again',
    text: { zh: '这一场目前不售票，请另选一场。', en: 'This show is not on sale. Please choose another.' },
  },
  'sales-ended': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '这一场已停止售票，请另选一场。',
      en: 'Ticket sales for this show have ended. Please choose another.',
    },
  },
  'seats-taken': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '您选的座位刚刚被别人买走，请另选座位。',
      en: 'A seat you chose has just been taken. Please choose others.',
    },
  },
  'seat-not-for-sale': {
    status: 400,
    retry: 'choose-again',
    text: {
      zh: '所选座位不对外出售，请另选座位。',
      en: 'A seat you chose is not for sale. Please choose others.',
    },
  },
  'couple-seat-split': {
    status: 400,
    retry: 'choose-again',
    text: { zh: '情侣座须两座一起购买。', en: 'A couple seat is sold as a pair.' },
  },
  'single-gap': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '请不要留下单个空座，请调整所选座位。',
      en: 'Please do not leave a single seat empty. Choose other seats.',
    },
  },
  'companion-seat': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '轮椅席旁的座位请留给轮椅观众的同伴，请另选座位。',
      en: 'The seat beside a wheelchair place is kept for a companion. Please choose others.',
    },
  },
  'seats-apart': {
    status: 400,
    retry: 'choose-again',
    text: {
      zh: '一单的座位须在同一区域，请调整所选座位。',
      en: 'The seats of one order have to be in the same part of the hall. Choose other seats.',
    },
  },
  'too-many-seats': {
    status: 400,
    retry: 'choose-again',
    text: { zh: '一次购买的座位数超过了上限。', en: 'That is more seats than one order may have.' },
  },
  'hold-expired': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '座位保留时间已到，请重新选座。',
      en: 'The time to hold your seats is over. Please choose again.',
    },
  },
  'intent-reused': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '这次操作与之前的不一致，请重新选座。',
      en: 'This does not match what was asked before. Please choose again.',
    },
  },
  'quote-changed': {
    status: 409,
    retry: 'now',
    text: {
      zh: '价格刚刚有变动，请确认新的金额。',
      en: 'The price has just changed. Please check the new total.',
    },
  },
  'order-not-found': {
    status: 404,
    retry: 'choose-again',
    text: { zh: '没有找到这笔订单。', en: 'We could not find this order.' },
  },
  'order-already-paid': {
    status: 409,
    retry: undefined,
    text: { zh: '这笔订单已经付款。', en: 'This order has already been paid.' },
  },
  'order-not-payable': {
    status: 409,
    retry: 'choose-again',
    text: {
      zh: '这笔订单已不能付款，请重新选座。',
      en: 'This order can no longer be paid. Please choose again.',
    },
  },
  'return-not-allowed': {
    status: 409,
    retry: 'ask-staff',
    text: {
      zh: '这笔订单现在不能退票。',
      en: 'The tickets of this order cannot be returned now.',
    },
  },
  'cash-not-due': {
    status: 409,
    retry: undefined,
    text: {
      zh: '这笔订单目前没有待收或待退的现金。',
      en: 'There is no cash to take or to hand out for this order now.',
    },
  },
  'payment-open': {
    status: 409,
    retry: undefined,
    text: {
      zh: '这笔订单正在支付，现在不能更改。请先完成支付，或取消订单。',
      en: 'This order is being paid and cannot be changed now. Finish the payment, or cancel the order.',
    },
  },
  'payment-closing': {
    status: 409,
    retry: 'later',
    text: { zh: '正在关闭上一次付款，请稍候。', en: 'The last payment is being closed. One moment, please.' },
  },
  'payment-unavailable': {
    status: 503,
    retry: 'later',
    text: {
      zh: '暂时无法发起付款，请稍后再试。',
      en: 'Payment is not available right now. Please try again shortly.',
    },
  },
  'pickup-not-found': {
    status: 404,
    retry: 'now',
    text: {
      zh: '没有找到对应的票，请核对取票码和后四位。',
      en: 'No ticket matches. Please check the pickup code and the four digits.',
    },
  },
  'too-many-attempts': {
    status: 429,
    retry: 'later',
    text: {
      zh: '尝试次数过多，请稍后再试或联系工作人员。',
      en: 'Too many attempts. Please wait a little or ask our staff.',
    },
  },
  'too-many-streams': {
    status: 429,
    retry: 'later',
    text: {
      zh: '同时打开的页面过多，座位和订单的更新会稍慢一些。',
      en: 'Too many pages are open at once. Seats and orders are shown with a short delay.',
    },
  },
  'cinema-unavailable': {
    status: 503,
    retry: 'later',
    text: {
      zh: '影院系统暂时没有回应，请稍后再试。',
      en: 'The cinema is not answering right now. Please try again shortly.',
    },
  },
  'selling-paused': {
    status: 503,
    retry: 'later',
    text: {
      zh: '售票暂停中，请稍后再试或联系工作人员。',
      en: 'Ticket sales are paused. Please try again shortly or ask our staff.',
    },
  },
  'cinema-refused': {
    status: 409,
    retry: 'ask-staff',
    text: {
      zh: '影院没有接受这次操作，请联系工作人员。',
      en: 'The cinema did not accept this. Please ask our staff.',
    },
  },
  ...counterErrors,
  ...staffErrors,
  internal: {
    status: 500,
    retry: 'later',
    text: {
      zh: '出了点问题，请稍后再试或联系工作人员。',
      en: 'Something went wrong. Please try again shortly or ask our staff.',
    },
  },
} as const satisfies Record<string, { status: number; retry: Retry | undefined; text: Text }>

export type ErrorCode = keyof typeof errors
export const errorCodes = Object.keys(errors) as ErrorCode[]

/** The one shape of an error answer. */
export const ApiError = z.object({
  code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]),
  /** In the guest's language (`Accept-Language`). */
  message: z.string(),
  /** The request's field that broke a rule, as a path: `seatIds.2`. */
  field: z.string().optional(),
  /** What the screen should offer. */
  retry: Retry.optional(),
  /** The seats that the error is about. */
  seatIds: z.array(z.string()).optional(),
  /** The rule that the seats broke: with them it makes the sentence that the seat map says. */
  rule: SeatRule.optional(),
  /** Seconds to wait before trying again. */
  retryAfterSeconds: z.int().optional(),
})
export type ApiError = z.infer<typeof ApiError>
