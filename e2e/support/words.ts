/** What a guest reads on buttons and headings, in both languages; tests find things as she does. */
export const words = {
  zh: {
    bestFor: (people: number) => `最佳座位，${people}人`,
    continue: /^(继续|去结算)/,
    agreeBox: /已阅读并同意/,
    pay: /^(同意退票规则并付款|去付款)/,
    scan: /付款二维码/,
    phonePage: /打开模拟手机付款页|立即付款/,
    payNow: /^(确认付款|Pay now)/,
    ticket: /^您的(电影|影)票$/,
    pickupCode: /\d{16}|\d{4} \d{4} \d{4} \d{4}/,
    phoneNumber: '手机号',
    code: '取票码',
    pin: '后四位',
    find: '查找影票',
    noTicket: '没有找到对应的票',
    tooMany: '尝试次数过多',
  },
  en: {
    bestFor: (people: number) => `Best seats for ${people}`,
    continue: /^Continue/,
    agreeBox: /agree to it/,
    pay: /^(Agree to the refund rule and pay|Pay ¥)/,
    scan: /Payment QR code/,
    phonePage: /simulated phone|Pay now/,
    payNow: /^(确认付款|Pay now)/,
    ticket: /^Your tickets$/,
    pickupCode: /\d{16}|\d{4} \d{4} \d{4} \d{4}/,
    phoneNumber: 'Mobile number',
    code: 'Pickup code',
    pin: /four digits/i,
    find: /^Find/,
    noTicket: /No ticket matches/,
    tooMany: /Too many/,
  },
} as const

export type Tongue = keyof typeof words
