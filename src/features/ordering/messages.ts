import { defineMessages } from '#src/i18n/messages.ts'

export const orderingMessages = defineMessages(
  {
    seat: (row: string, column: string) => `${row}排${column}座`,
    seatNames: (seats: string) => seats,
    listGlue: '、',

    basket: '订单明细',
    ticketPrice: '票价',
    fee: '服务费',
    feePerTicket: '服务费（每张）',
    feePerOrder: '服务费（每单）',
    tickets: (n: number) => `${n} 张票`,
    total: '合计',

    seatsHeld: '座位保留',
    payBy: '付款剩余',

    refundTitle: '退票规则',
    refundNone: '本场影票售出后不退不换。',
    refundOver: (minutes: number) => `退票须在开场前 ${minutes} 分钟以前，本场现已不可退票。`,
    refundUntil: (minutes: number, time: string) => `退票：开场前 ${minutes} 分钟（${time} 前）可退。`,
    refundLimit: (n: number) => `每场最多可退 ${n} 次。`,

    phone: '手机号',
    phoneOptional: '留下手机号（选填）',
    phoneWhyOptional: '取票时可用手机号后四位。不留也能购票，票上会给您四位取票密码。',
    phoneWhyRequired: '影院用它登记影票；取票时须核对后四位。不作他用。',
    phoneInvalid: '请输入 11 位手机号，例如 13800138000。',
    phoneRemove: '不留手机号',

    payTitle: '扫码付款',
    payHint: '用手机扫一扫，付款后本页自动出票',
    payQr: '付款二维码',
    amount: '应付',
    paymentWaiting: '等待付款…',
    paymentCreating: '正在生成付款码…',
    paymentDeclined: '付款没有成功，未扣款。请换一种方式再扫一次。',
    paymentClosing: '正在关闭付款。如果您刚刚付过，款项不会丢失：本页会显示出票或退款。',
    paymentPaid: '已收到付款',
    paymentExpired: '付款时间已到',
    sandboxTitle: '演示环境，不会真的扣款',
    sandboxLink: '打开模拟手机付款页',

    issuingTitle: '付款成功，正在出票',
    issuingHint: '通常几秒钟就好，请稍候。',
    issuingSlow: '影院回应较慢，我们一直在处理，您不用做任何事。',
    issuingPromise: '结果只有两种：出票，或全额退款。关掉本页也不影响。',
    issuingReference: '订单凭据',

    refundingTitle: '没有出票，正在全额退款',
    refundingHint: (amount: string) => `${amount} 将原路退回您的付款账户，无需操作。`,
    refundedTitle: '已全额退款',
    refundedHint: (amount: string) => `${amount} 已原路退回，到账时间以您的付款方式为准。`,

    ticket: '电影票',
    hall: '影厅',
    date: '日期',
    time: '开场',
    seats: '座位',
    pickupCode: '取票码',
    pin: '后四位',
    pickupQr: '取票二维码',
    ticketHint: '请拍下此票，凭二维码或取票码和后四位取票。',
    pinOfPhone: (phone: string) => `后四位即手机 ${phone} 的末四位`,

    expiredTitle: '座位保留时间已到',
    expiredHint: '座位已放回，没有扣款。您可以重新选座，先前选的座位若仍空着会为您保留选择。',
    cancelledTitle: '订单已取消',
    cancelledHint: '座位已放回，没有扣款。',
    failedTitle: '没能留住座位',
    failedHint: '没有扣款，请另选座位。',
    salesEndedTitle: '这一场已停止售票',
    salesEndedHint: '没有扣款，请另选一场。',
    cloudTitle: '影院系统暂时没有回应',
    cloudHint: '没有扣款，请稍后再试。',
    chooseAgain: '重新选座',

    reasons: '原因',
    reasonSeatsTaken: '座位已被他人买走。',
    reasonLate: '付款到账时座位保留已结束。',
    reasonMismatch: '付款金额与订单不符。',
    reasonRefused: '影院没有接受这笔订单。',
    reasonSalesEnded: '这一场已停止售票。',
    reasonUnavailable: '影院系统没有回应。',

    takenTitle: '座位刚刚被买走',
    taken: (seats: string) => `${seats}刚刚被别人买走，其余座位仍为您选着。`,
    again: '再试一次',
  },
  {
    seat: (row, column) => `Row ${row} Seat ${column}`,
    seatNames: seats => seats,
    listGlue: ', ',

    basket: 'Your order',
    ticketPrice: 'Ticket',
    fee: 'Service fee',
    feePerTicket: 'Service fee (per ticket)',
    feePerOrder: 'Service fee (per order)',
    tickets: n => (n === 1 ? '1 ticket' : `${n} tickets`),
    total: 'Total',

    seatsHeld: 'Seats held for',
    payBy: 'Pay within',

    refundTitle: 'Refunds',
    refundNone: 'Tickets for this show cannot be refunded or exchanged.',
    refundOver: minutes =>
      `Refunds end ${minutes} minutes before the start, so this show can no longer be refunded.`,
    refundUntil: (minutes, time) => `Refunds until ${minutes} minutes before the start (${time}).`,
    refundLimit: n => (n === 1 ? 'At most 1 refund per show.' : `At most ${n} refunds per show.`),

    phone: 'Mobile number',
    phoneOptional: 'Leave a mobile number (optional)',
    phoneWhyOptional:
      'Its last four digits then collect your tickets. Without it, your ticket shows four digits of its own.',
    phoneWhyRequired:
      'The cinema registers your tickets under it, and asks for the last four digits at collection. It serves nothing else.',
    phoneInvalid: 'Please enter a mainland mobile number of 11 digits, such as 13800138000.',
    phoneRemove: 'No mobile number',

    payTitle: 'Scan to pay',
    payHint: 'Scan with your phone; this page goes on by itself once you have paid',
    payQr: 'Payment QR code',
    amount: 'To pay',
    paymentWaiting: 'Waiting for your payment…',
    paymentCreating: 'Preparing the payment code…',
    paymentDeclined:
      'The payment did not go through and nothing was charged. Please scan again and pay another way.',
    paymentClosing:
      'The payment is being closed. If you have just paid, your money is safe: you will see tickets or a refund here.',
    paymentPaid: 'Payment received',
    paymentExpired: 'The time to pay is over',
    sandboxTitle: 'Demonstration: no real money moves',
    sandboxLink: 'Open the simulated phone payment page',

    issuingTitle: 'Paid. Your tickets are being issued',
    issuingHint: 'This takes a few seconds as a rule.',
    issuingSlow: 'The cinema is slow to answer. We keep at it; there is nothing you need to do.',
    issuingPromise:
      'It ends in one of two ways: your tickets, or all your money back. Closing this page changes nothing.',
    issuingReference: 'Order reference',

    refundingTitle: 'No tickets; all your money is going back',
    refundingHint: amount => `${amount} goes back to the account you paid from. Nothing to do for you.`,
    refundedTitle: 'Refunded in full',
    refundedHint: amount =>
      `${amount} went back to the account you paid from; your provider may take a while to show it.`,

    ticket: 'Ticket',
    hall: 'Hall',
    date: 'Date',
    time: 'Starts',
    seats: 'Seats',
    pickupCode: 'Pickup code',
    pin: 'Four digits',
    pickupQr: 'Pickup QR code',
    ticketHint:
      'Take a photo of this ticket. Collect with the QR, or with the pickup code and the four digits.',
    pinOfPhone: phone => `The four digits are the last of ${phone}`,

    expiredTitle: 'The time to hold your seats is over',
    expiredHint:
      'The seats were given back and nothing was charged. Choose again: what you had chosen stays chosen if it is still free.',
    cancelledTitle: 'Order cancelled',
    cancelledHint: 'The seats were given back and nothing was charged.',
    failedTitle: 'The seats could not be held',
    failedHint: 'Nothing was charged. Please choose other seats.',
    salesEndedTitle: 'Ticket sales for this show have ended',
    salesEndedHint: 'Nothing was charged. Please choose another show.',
    cloudTitle: 'The cinema is not answering right now',
    cloudHint: 'Nothing was charged. Please try again shortly.',
    chooseAgain: 'Choose again',

    reasons: 'Why',
    reasonSeatsTaken: 'The seats had been sold to somebody else.',
    reasonLate: 'Your payment arrived after the hold had ended.',
    reasonMismatch: 'The amount paid was not the amount of the order.',
    reasonRefused: 'The cinema did not accept the order.',
    reasonSalesEnded: 'Ticket sales for this show had ended.',
    reasonUnavailable: 'The cinema did not answer.',

    takenTitle: 'Seats just taken',
    taken: seats => `${seats} just went to somebody else. Your other seats are still chosen.`,
    again: 'Try again',
  },
)
