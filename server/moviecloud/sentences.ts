import type { Text } from '#contract/language.ts'

/** What a guest is told, however many of the cloud's codes come down to it. Never the cloud's own words. */
const say = (zh: string, en: string): Text => ({ zh, en })

export const sentences = {
  done: say('操作成功。', 'Done.'),
  tryAgain: say(
    '影院系统暂时没有回应，请稍后再试。',
    'The cinema is not answering right now. Please try again shortly.',
  ),
  busy: say(
    '现在购票的人很多，请稍等片刻再试。',
    'Many people are buying right now. Please try again in a moment.',
  ),
  paused: say(
    '这里暂时不能售票，请联系工作人员。',
    'Tickets cannot be sold here right now. Please ask our staff.',
  ),
  staff: say(
    '影院没有接受这次操作，请联系工作人员。',
    'The cinema did not accept this. Please ask our staff.',
  ),
  ourFault: say(
    '出了点问题，我们正在处理，请联系工作人员。',
    'Something went wrong on our side. Please ask our staff.',
  ),
  processing: say(
    '订单正在处理中，请稍候，无需再次付款。',
    'Your order is being processed. Please wait; there is no need to pay again.',
  ),
  showGone: say(
    '这一场已不在排片中，请另选一场。',
    'This show is no longer in the programme. Please choose another.',
  ),
  showChanged: say(
    '影院刚刚调整了这一场，请重新选择。',
    'The cinema has just changed this show. Please choose again.',
  ),
  showClosed: say('这一场目前不售票，请另选一场。', 'This show is not on sale. Please choose another.'),
  salesEnded: say(
    '这一场已停止售票，请另选一场。',
    'Ticket sales for this show have ended. Please choose another.',
  ),
  tooEarly: say(
    '这一天还没有开始售票，请选择更近的日期。',
    'Sales for that day have not opened yet. Please choose an earlier day.',
  ),
  seatsTaken: say(
    '您选的座位刚刚被别人买走，请另选座位。',
    'A seat you chose has just been taken. Please choose others.',
  ),
  seatWrong: say(
    '所选座位已不在座位图中，请重新选座。',
    'A seat you chose is not on the plan any more. Please choose again.',
  ),
  holdOver: say(
    '座位保留时间已到，请重新选座。',
    'The time to hold your seats is over. Please choose again.',
  ),
  tooMany: say(
    '一次购买的座位数超过了影院的上限。',
    'That is more seats than the cinema allows in one order.',
  ),
  priceChanged: say(
    '影院刚刚调整了票价，请确认新的金额。',
    'The cinema has just changed the price. Please check the new total.',
  ),
  payMethod: say(
    '这里不接受这种付款方式，请换一种。',
    'This way of paying is not accepted here. Please use another.',
  ),
  orderGone: say('没有找到这笔订单。', 'We could not find this order.'),
  noRefund: say('这张票不能退。', 'This ticket cannot be refunded.'),
  refundLate: say('已过退票时间，这张票不能再退。', 'It is too late to refund this ticket.'),
  refundLimit: say(
    '这一场的退票次数已满，请联系工作人员。',
    'No more refunds are possible for this show. Please ask our staff.',
  ),
  refunded: say('这张票已经退过了。', 'This ticket has already been refunded.'),
  printed: say(
    '票已经打印过了，如需补打请联系工作人员。',
    'These tickets have been printed already. For a reprint, please ask our staff.',
  ),
  pickupWrong: say('没有找到对应的票，请核对取票码。', 'No ticket matches. Please check the pickup code.'),
  goodsGone: say(
    '所选的小食已售完或下架，请另选。',
    'An item you chose is no longer available. Please choose another.',
  ),
  goodsPrice: say(
    '小食的价格刚刚有变动，请确认新的金额。',
    'The price of an item has just changed. Please check the new total.',
  ),
  goodsFailed: say(
    '小食订单没有成功，请联系工作人员。',
    'The snack order did not go through. Please ask our staff.',
  ),
  cardUnknown: say('没有找到这张卡，请核对卡号。', 'We could not find this card. Please check its number.'),
  cardPassword: say('卡密码不正确，请重新输入。', 'The card’s password is not right. Please enter it again.'),
  cardUnusable: say('这张卡不能使用，请联系工作人员。', 'This card cannot be used. Please ask our staff.'),
  cardNoTopUp: say('这种卡不能充值。', 'This kind of card cannot be topped up.'),
  cardTopUpStep: say(
    '次卡的充值金额须是起充金额的整数倍。',
    'A card of visits is topped up in multiples of its smallest amount.',
  ),
  cardSoldOut: say(
    '这种会员卡暂时没有了，请另选。',
    'This membership card is not available now. Please choose another.',
  ),
  cardFee: say('办卡费用有变动，请确认新的金额。', 'The card’s fee has changed. Please check the new total.'),
  benefitExpired: say(
    '这张联名卡已过期，可以续费后再用。',
    'This benefit card has expired. You can renew it.',
  ),
  benefitGone: say(
    '这种联名卡已不再办理，请另选。',
    'This benefit card is no longer offered. Please choose another.',
  ),
  benefitMobile: say('手机号码不正确，请核对。', 'The phone number is not right. Please check it.'),
  benefitMobileTaken: say('这个手机号已经办过联名卡。', 'This phone number already has a benefit card.'),
  benefitNoRenew: say('这张联名卡不能续费。', 'This benefit card cannot be renewed.'),
  benefitUsedUp: say('这张卡的优惠票数已用完。', 'This card’s discounted tickets are used up.'),
  benefitNotHere: say('这张卡的优惠不适用于这一场。', 'This card’s benefit does not apply to this show.'),
  benefitNotArea: say(
    '分区座位不能使用联名卡优惠，请另选座位或付款方式。',
    'Area-priced seats cannot be paid with a benefit card. Please choose other seats or another way to pay.',
  ),
} as const satisfies Record<string, Text>

export type Sentence = keyof typeof sentences
